// Reads the numbers that letters are written in, so that a test sees that nothing is lost: 大写, 小写 (一二三, 〇) or digits (also
// full-width), digit by digit or with 拾 and 佰; 0..9999.
#pragma once

#include "jiezhuan/base/text.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan::testing {

struct ReadNumeral {
    int value = 0;
    bool was_capital = false; // every character was 大写

    bool operator==(const ReadNumeral&) const = default;
};

inline constexpr std::array<std::string_view, 10> kDigits = {"零", "壹", "贰", "叁", "肆",
                                                             "伍", "陆", "柒", "捌", "玖"};
inline constexpr std::array<std::string_view, 10> kSmall = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

struct Sign {
    int value = 0;
    bool unit = false; // ten or hundred
    bool capital = false;
};

inline std::optional<Sign> sign_of(std::string_view glyph) {
    for (std::size_t i = 0; i < kDigits.size(); ++i) {
        if (glyph == kDigits[i]) {
            return Sign{static_cast<int>(i), false, true};
        }
        if (glyph == kSmall[i] || (glyph.size() == 1 && glyph[0] == static_cast<char>('0' + i))) {
            return Sign{static_cast<int>(i), false, false};
        }
    }
    if (glyph == "拾" || glyph == "十") {
        return Sign{10, true, glyph == "拾"};
    }
    if (glyph == "佰" || glyph == "百") {
        return Sign{100, true, glyph == "佰"};
    }
    return std::nullopt;
}

inline std::optional<std::vector<Sign>> signs_of(std::string_view text) {
    std::vector<Sign> signs;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        (void)next_code_point(text, at);
        const auto sign = sign_of(text.substr(start, at - start));
        if (!sign) {
            return std::nullopt;
        }
        signs.push_back(*sign);
    }
    return signs;
}

inline std::optional<int> digit_by_digit(const std::vector<Sign>& signs) {
    if (signs.size() > 4) {
        return std::nullopt;
    }
    int value = 0;
    for (const Sign& sign : signs) {
        value = value * 10 + sign.value;
    }
    return value;
}

// [digit]佰[digit]拾[digit], where 零 may fill an empty place or stand in front, and 拾 alone is ten.
inline std::optional<int> with_units(const std::vector<Sign>& signs) {
    int value = 0;
    int smallest_unit = 1000;
    std::optional<int> digit;
    for (const Sign& sign : signs) {
        if (!sign.unit) {
            if (digit && *digit != 0) {
                return std::nullopt;
            }
            digit = sign.value;
            continue;
        }
        if (sign.value >= smallest_unit || (sign.value == 100 && digit.value_or(0) == 0)) {
            return std::nullopt;
        }
        const int times = digit.value_or(0);
        value += (times == 0 ? 1 : times) * sign.value;
        smallest_unit = sign.value;
        digit.reset();
    }
    if (digit == 0) {
        return std::nullopt; // 拾零 is no number
    }
    return value + digit.value_or(0);
}

inline std::optional<ReadNumeral> read_capital(std::string_view text) {
    if (first_invalid_utf8(text)) {
        return std::nullopt;
    }
    const std::string narrow = narrowed(trimmed(text));
    const auto signs = signs_of(narrow);
    if (!signs || signs->empty() || signs->size() > 8) {
        return std::nullopt;
    }
    bool capital = true;
    bool units = false;
    for (const Sign& sign : *signs) {
        capital = capital && sign.capital;
        units = units || sign.unit;
    }
    const auto value = units ? with_units(*signs) : digit_by_digit(*signs);
    if (!value) {
        return std::nullopt;
    }
    return ReadNumeral{*value, capital};
}

} // namespace jiezhuan::testing
