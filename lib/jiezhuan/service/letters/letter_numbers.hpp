// Numbers of letters: the next one of a series, or a pre-printed one of the stock. Both are taken inside the write transaction.
#pragma once

#include "jiezhuan/service/work.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace jiezhuan {

struct TakenNumber {
    std::string no;
    std::int64_t year = 0;   // of the series
    std::int64_t serial = 0; // 0: a pre-printed number that the pattern cannot read
    NumberSource source = NumberSource::none;
};
// The number a letter of this issuer gets now: from the pattern the one after the last that it gave this year and that
// is in no pack; from the stock `wanted`, or the
// first blank of the oldest pack. Refused (as an Outcome): nothing blank is left, `wanted` is in no pack or used, the pattern
// cannot write it.
[[nodiscard]] Result<std::variant<TakenNumber, Outcome>> take_number(Work& work, const Organisation& issuer,
                                                                     LetterKind kind, const std::string& wanted);

// The serial of a pre-printed number, where the pattern can read it, else 0.
[[nodiscard]] std::int64_t serial_of(const Profile& profile, LetterKind kind, std::int64_t year,
                                     const std::string& number);

// What the clerk should know of the number that a letter of ours got: blanks of the issuer lie there while it has one of the pattern;
// an earlier number of the series bears a later date.
[[nodiscard]] Result<Findings> notes_on_number(Work& work, const Letter& letter);

// A number as it is compared: full-width digits narrowed, without blanks, 第 and 号.
[[nodiscard]] std::string plain_number(std::string_view typed);

} // namespace jiezhuan
