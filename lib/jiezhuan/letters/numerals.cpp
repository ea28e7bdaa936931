#include "jiezhuan/letters/numerals.hpp"

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/model/letter.hpp"

#include <array>
#include <string_view>

namespace jiezhuan {

namespace {

constexpr std::array<std::string_view, 10> kDigits = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};

} // namespace

std::string capital_year(int year) {
    ensure(year >= 1000 && year <= 9999, "a year has four digits");
    std::string out;
    for (const char digit : std::to_string(year)) {
        out += kDigits[static_cast<std::size_t>(digit - '0')];
    }
    return out;
}

std::string capital_days(std::int64_t days, NumeralStyle style) {
    ensure(days >= 1 && days <= kMostValidDays, "days of validity are 1 to 999");
    const auto hundreds = static_cast<std::size_t>(days / 100);
    const auto tens = static_cast<std::size_t>(days / 10 % 10);
    const auto ones = static_cast<std::size_t>(days % 10);
    std::string out;
    if (hundreds != 0) {
        out.append(kDigits[hundreds]).append("佰");
    }
    if (tens != 0) {
        if (tens != 1 || hundreds != 0 || style.tens_prefix_yi) {
            out += kDigits[tens];
        }
        out += "拾";
    } else if (hundreds != 0 && ones != 0) {
        out += kDigits[0];
    }
    if (ones != 0) {
        out += kDigits[ones];
    }
    return out;
}

std::string capital_month(int month, NumeralStyle style) {
    ensure(month >= 1 && month <= 12, "a month is 1 to 12");
    const bool can_be_added_to = month == 1 || month == 2 || month == 10;
    const std::string zero(style.zero_before_month && can_be_added_to ? kDigits[0] : std::string_view());
    return zero + capital_days(month, style);
}

} // namespace jiezhuan
