// 大写 numerals, as the letter writes the month of the dues and its validity so that they cannot be altered.
#pragma once

#include <cstdint>
#include <string>

namespace jiezhuan {

// Where the sources leave the glyphs open (the profile decides).
struct NumeralStyle {
    bool tens_prefix_yi = true; // 壹拾伍, not 拾伍
    bool zero_before_month = false; // 零壹, 零贰, 零壹拾, as on a cheque: the months to which a stroke could be added

    bool operator==(const NumeralStyle&) const = default;
};

// 2026 -> 贰零贰陆, digit by digit. Precondition: 1000..9999.
[[nodiscard]] std::string capital_year(int year);
// 11 -> 壹拾壹. Precondition: 1..12.
[[nodiscard]] std::string capital_month(int month, NumeralStyle style = {});
// 90 -> 玖拾, 105 -> 壹佰零伍. Precondition: 1..kMostValidDays.
[[nodiscard]] std::string capital_days(std::int64_t days, NumeralStyle style = {});

} // namespace jiezhuan
