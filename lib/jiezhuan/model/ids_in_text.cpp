#include "jiezhuan/model/ids_in_text.hpp"

#include "jiezhuan/model/citizen_id.hpp"

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

} // namespace

std::optional<PlaceInText> citizen_id_in(std::string_view text) {
    return text.size() < kOldLength ? std::nullopt : citizen_id_from(text, 0);
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

} // namespace jiezhuan
