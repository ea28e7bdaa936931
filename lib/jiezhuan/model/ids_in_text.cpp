#include "jiezhuan/model/ids_in_text.hpp"

#include "jiezhuan/base/date.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/citizen_id.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

constexpr std::size_t kOldLength = 15;
constexpr std::size_t kDigits = 17;
constexpr std::size_t kLength = 18;
constexpr std::size_t kRegion = 6;
constexpr std::size_t kTail = 4;
constexpr int kOldest = 1900;

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

bool new_number(std::string_view text) {
    std::string canonical(text);
    canonical.back() = canonical.back() == 'x' ? 'X' : canonical.back();
    const auto id = CitizenId::parse(canonical);
    return id && id->birth().year() >= kOldest;
}

// Without a check digit, the province counts: the first digit of a region code is 1 to 8.
bool old_number(std::string_view text) {
    std::string first17(text);
    first17.insert(kRegion, "19");
    return text.front() >= '1' && text.front() <= '8' && new_number(first17 + citizen_id_check(first17));
}

std::optional<PlaceInText> citizen_id_from(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size();) {
        if (!digit(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && digit(text[end])) {
            ++end;
        }
        const bool marked = end < text.size() && (text[end] == 'X' || text[end] == 'x');
        const bool closed = end + 1 >= text.size() || !letter(text[end + 1]);
        std::size_t size = end - at;
        size += size == kDigits && marked && closed ? 1 : 0;
        const std::string_view run = text.substr(at, size);
        if ((size == kLength && new_number(run)) || (size == kOldLength && old_number(run))) {
            return PlaceInText{at, size};
        }
        at = end;
    }
    return std::nullopt;
}

// Of what printable() makes of an invisible character, \u200b: its size. 0 where none stands there.
std::size_t escape_at(std::string_view text, std::size_t at) {
    constexpr std::size_t kShort = 2;
    constexpr std::size_t kByte = 4;
    constexpr std::size_t kUnit = 6;
    if (at + 1 >= text.size() || text[at] != '\\') {
        return 0;
    }
    const char kind = text[at + 1];
    const std::size_t size = kind == 'u'                                 ? kUnit
                             : kind == 'x'                               ? kByte
                             : kind == 'n' || kind == 't' || kind == 'r' ? kShort
                                                                         : 0;
    return at + size <= text.size() ? size : 0;
}

bool joins(char32_t c) {
    return c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x3000 || c == '-' ||
           (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D || c == '\t';
}

// A run of digits with what joins them, narrowed; `end` is behind its last digit.
struct NumberInText {
    std::string narrow; // digits, and a blank or a hyphen for what joins them
    std::string digits;
    std::size_t end = 0;
};

NumberInText number_from(std::string_view text, std::size_t at) {
    NumberInText number;
    std::string joint;
    while (at < text.size()) {
        std::size_t next = at + escape_at(text, at);
        const char32_t c = next == at ? next_code_point(text, next) : U' ';
        const char32_t narrow = c >= U'０' && c <= U'９' ? c - 0xFEE0 : c;
        if (narrow >= '0' && narrow <= '9') {
            number.narrow += joint + static_cast<char>(narrow);
            number.digits += static_cast<char>(narrow);
            number.end = next;
            joint.clear();
        } else if (joins(c)) {
            joint += c == '-' ? '-' : ' ';
        } else {
            break;
        }
        at = next;
    }
    return number;
}

// The digits that are none of a day written 2026-11-23.
std::size_t digits_beside_days(std::string_view narrow) {
    constexpr std::size_t kDay = 10;
    std::size_t count = 0;
    for (const std::string_view part : split(narrow, ' ')) {
        const bool day = part.size() == kDay && part[4] == '-' && part[7] == '-' && Date::parse(part).has_value();
        count += day ? 0 : static_cast<std::size_t>(std::count_if(part.begin(), part.end(), digit));
    }
    return count;
}

// A digit at `at` begins what stands behind the letter of one of our ids, as in L101.
bool behind_id_letter(std::string_view text, std::size_t at) {
    constexpr std::string_view kLetters = "BILMOT";
    return at > 0 && kLetters.find(text[at - 1]) != std::string_view::npos && (at == 1 || text[at - 2] == ' ');
}

// The digits of an id: what follows it after a blank is another number. More digits than an id has are none.
std::size_t id_at(std::string_view text, std::size_t at) {
    constexpr std::size_t kMostOfId = 7;
    std::size_t end = at;
    while (behind_id_letter(text, at) && end < text.size() && digit(text[end])) {
        ++end;
    }
    return end - at <= kMostOfId ? end - at : 0;
}

bool long_number(const NumberInText& number) {
    constexpr std::size_t kLong = 11;
    constexpr std::size_t kMostOfIds = 7; // "T1234 2026-11-23" is none
    return number.digits.size() >= kLong && digits_beside_days(number.narrow) >= kMostOfIds;
}

} // namespace

std::optional<PlaceInText> citizen_id_in(std::string_view text) {
    return text.size() < kOldLength ? std::nullopt : citizen_id_from(text, 0);
}

bool holds_spaced_citizen_id(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        NumberInText number = number_from(text, at);
        if (number.digits.empty()) {
            static_cast<void>(next_code_point(text, at));
            continue;
        }
        const std::size_t mark = text.find_first_not_of(" -", number.end);
        const bool marked = number.digits.size() == kDigits && mark != std::string_view::npos &&
                            (text[mark] == 'X' || text[mark] == 'x');
        const std::string whole = number.digits + (marked ? "X" : "");
        if (whole.size() == kLength && new_number(whole)) {
            return true;
        }
        at = number.end;
    }
    return false;
}

std::string with_ids_masked(std::string_view text) {
    std::string out(text);
    if (out.size() < kOldLength) {
        return out;
    }
    std::size_t from = 0;
    while (const auto found = citizen_id_from(out, from)) {
        const std::size_t hidden = found->size - kRegion - kTail;
        out.replace(found->at + kRegion, hidden, std::string(hidden, '*'));
        from = found->at + found->size;
    }
    return out;
}

std::string with_long_numbers_masked(std::string_view text) {
    constexpr std::size_t kHead = 3;
    const std::string masked = with_ids_masked(text);
    std::string out;
    for (std::size_t at = 0; at < masked.size();) {
        std::size_t next = at;
        const char32_t c = next_code_point(masked, next);
        if (!(c < 0x80 && digit(static_cast<char>(c))) && !(c >= U'０' && c <= U'９')) {
            next = at + std::max(next - at, escape_at(masked, at));
            out.append(masked, at, next - at);
            at = next;
            continue;
        }
        if (const std::size_t id = id_at(masked, at); id != 0) {
            out.append(masked, at, id);
            at += id;
            continue;
        }
        const NumberInText number = number_from(masked, at);
        if (long_number(number)) {
            out.append(number.digits, 0, kHead);
            out.append(number.digits.size() - kHead - kTail, '*');
            out.append(number.digits, number.digits.size() - kTail);
        } else {
            out.append(masked, at, number.end - at);
        }
        at = number.end;
    }
    return out;
}

} // namespace jiezhuan
