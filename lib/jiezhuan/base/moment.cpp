#include "jiezhuan/base/moment.hpp"

namespace jiezhuan {
namespace {

constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::int64_t kAheadOfUtc = 8 * kHour;
constexpr std::size_t kDateLength = 10; // YYYY-MM-DD

// The two digits after the separator that stands at `at`; -1 where they are none, or `limit` or more.
std::int64_t two_digits(std::string_view text, std::size_t at, std::string_view separators, std::int64_t limit) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() < at + 3 || separators.find(text[at]) == std::string_view::npos || !digit(text[at + 1]) ||
        !digit(text[at + 2])) {
        return -1;
    }
    const std::int64_t number = (text[at + 1] - '0') * 10 + (text[at + 2] - '0');
    return number < limit ? number : -1;
}

} // namespace

std::optional<Instant> last_instant_of(std::string_view text) {
    const auto day = Date::parse(text.substr(0, kDateLength));
    if (!day || !day->is_day()) {
        return std::nullopt;
    }
    const Instant begin{day->days() * kDay - kAheadOfUtc};
    if (text.size() == kDateLength) {
        return Instant{begin.ms + kDay - 1};
    }
    const std::int64_t hour = two_digits(text, kDateLength, "T ", 24);
    const std::int64_t minute = two_digits(text, kDateLength + 3, ":", 60);
    if (hour < 0 || minute < 0) {
        return std::nullopt;
    }
    const Instant at{begin.ms + hour * kHour + minute * kMinute};
    if (text.size() == kDateLength + 6) {
        return Instant{at.ms + kMinute - 1};
    }
    const std::int64_t second = two_digits(text, kDateLength + 6, ":", 60);
    return second < 0 || text.size() != kDateLength + 9 ? std::nullopt
                                                        : std::optional(Instant{at.ms + (second + 1) * kSecond - 1});
}

} // namespace jiezhuan
