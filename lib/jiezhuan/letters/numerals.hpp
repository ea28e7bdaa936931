// 大写 numerals, as the letter writes the month of the dues and its validity so that they cannot be altered, and reading
// back what somebody wrote there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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
// 90 -> 玖拾, 105 -> 壹佰零伍. Precondition: 1..999.
[[nodiscard]] std::string capital_days(std::int64_t days, NumeralStyle style = {});

struct ReadNumeral {
    int value = 0;
    bool was_capital = false; // every character was 大写 (LT-11 asks for it)

    bool operator==(const ReadNumeral&) const = default;
};
// 大写, 小写 (一二三, 〇) or digits (also full-width), digit by digit or with 拾 and 佰; 0..9999. Nothing where it is no such number.
[[nodiscard]] std::optional<ReadNumeral> read_capital(std::string_view text);

} // namespace jiezhuan
