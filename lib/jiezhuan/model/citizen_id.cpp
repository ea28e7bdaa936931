#include "jiezhuan/model/citizen_id.hpp"

#include "jiezhuan/base/text.hpp"

#include <array>
#include <charconv>

namespace jiezhuan {
namespace {

constexpr std::size_t kOldLength = 15;
constexpr std::size_t kLength = 18;
constexpr int kOldestAge = 120;

bool digits(std::string_view text) { return all_ascii_digits(text); }

int two(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

bool scientific(std::string_view text) {
    const std::size_t e = text.find_first_of("Ee");
    return e != std::string_view::npos && e > 0 && e + 1 < text.size() &&
           text.substr(0, e).find_first_not_of("0123456789.") == std::string_view::npos &&
           text.substr(e + 1).find_first_not_of("+-0123456789") == std::string_view::npos;
}

// The text of ="330106…", a formula that keeps digits as they are.
std::string unwrapped(const std::string& text) {
    const bool formula = text.size() > 3 && text.starts_with("=\"") && text.ends_with('"');
    return formula ? text.substr(2, text.size() - 3) : text;
}

// Only what loses nothing: blanks, full-width forms, the apostrophe that marks text, a small x, the quotes of a formula.
std::string cleaned(std::string_view cell) {
    std::string text;
    for (const char c : unwrapped(narrowed(trimmed(cell)))) {
        if (c == 'x') {
            text += 'X';
        } else if (c != ' ' && c != '\t') {
            text += c;
        }
    }
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(text, at);
        const bool invisible = c == 0xA0 || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || c == 0x3000;
        const bool apostrophe = start == 0 && (c == '\'' || c == 0x2018 || c == 0x2019);
        if (!invisible && !apostrophe) {
            plain += std::string_view(text).substr(start, at - start);
        }
    }
    return plain;
}

bool lived(Date birth, Date today) { return birth <= today && age_on(birth, today) <= kOldestAge; }

std::int64_t number_of(std::string_view first17) {
    std::int64_t number = 0;
    std::from_chars(first17.data(), first17.data() + first17.size(), number);
    return number;
}

} // namespace

char citizen_id_check(std::string_view first17) {
    static constexpr std::array<int, 17> kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    static constexpr std::string_view kChecks = "10X98765432";
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i) {
        sum += (first17[i] - '0') * kWeights[i];
    }
    return kChecks[static_cast<std::size_t>(sum % 11)];
}

std::optional<CitizenId> CitizenId::parse(std::string_view text) {
    const std::string_view first17 = text.substr(0, kLength - 1);
    if (text.size() != kLength || !digits(first17) || citizen_id_check(first17) != text.back()) {
        return std::nullopt;
    }
    const int year = two(first17.substr(6)) * 100 + two(first17.substr(8));
    const int month = two(first17.substr(10));
    const int day = two(first17.substr(12));
    if (month == 0 || day == 0 || !Date::valid(year, month, day)) {
        return std::nullopt;
    }
    return from_number(number_of(first17));
}

std::string CitizenId::text() const {
    if (empty()) {
        return {};
    }
    std::string digits_text = std::to_string(number_);
    digits_text.insert(0, 17 - digits_text.size(), '0');
    digits_text += citizen_id_check(digits_text);
    return digits_text;
}

std::string CitizenId::masked() const {
    std::string full = text();
    return full.empty() ? full : full.replace(6, 8, "********");
}

std::string CitizenId::last_four() const {
    const std::string full = text();
    return full.empty() ? full : full.substr(14);
}

Date CitizenId::birth() const {
    return empty() ? Date() : Date::from_packed(static_cast<std::int32_t>(number_ / 1000 % 100'000'000));
}

bool CitizenId::male() const { return number_ % 2 == 1; }

int CitizenId::province() const { return static_cast<int>(number_ / 1'000'000'000'000'000); }

ReadCitizenId read_citizen_id(std::string_view cell, Date today) {
    ReadCitizenId read;
    if (const auto plain = CitizenId::parse(cell); plain && lived(plain->birth(), today)) {
        read.id = *plain; // nothing to mend: the common case, without any copy
        return read;
    }
    std::string text = cleaned(cell);
    read.normalised = text != cell;
    const auto problem = [&read](CitizenIdProblem what) {
        read.problem = what;
        return read;
    };
    if (scientific(text)) {
        return problem(CitizenIdProblem::spreadsheet);
    }
    if (text.size() == kOldLength && digits(text)) {
        text.insert(6, "19");
        text += citizen_id_check(text);
        read.upgraded = true;
    }
    if (text.size() != kLength || !digits(std::string_view(text).substr(0, kLength - 1)) ||
        (text.back() != 'X' && !digits(std::string_view(text).substr(kLength - 1)))) {
        return problem(CitizenIdProblem::shape);
    }
    const std::string_view first17 = std::string_view(text).substr(0, kLength - 1);
    const char check = citizen_id_check(first17);
    if (check != text.back()) {
        read.expected_check = check;
        return problem(text.ends_with("000") ? CitizenIdProblem::spreadsheet : CitizenIdProblem::checksum);
    }
    const int year = two(first17.substr(6)) * 100 + two(first17.substr(8));
    const int month = two(first17.substr(10));
    const int day = two(first17.substr(12));
    const bool real = month > 0 && day > 0 && Date::valid(year, month, day);
    if (!real || !lived(Date(year, month, day), today)) {
        return problem(CitizenIdProblem::birth);
    }
    read.id = CitizenId::from_number(number_of(first17));
    return read;
}

bool looks_like_citizen_id(std::string_view text) {
    const std::string plain = cleaned(text);
    const std::string_view view = plain;
    if (view.size() == kOldLength) {
        return digits(view);
    }
    return view.size() == kLength && digits(view.substr(0, kLength - 1)) &&
           (view.back() == 'X' || digits(view.substr(kLength - 1)));
}

} // namespace jiezhuan
