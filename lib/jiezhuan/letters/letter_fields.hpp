// What a letter's fields become on paper.
#pragma once

#include "jiezhuan/letters/numerals.hpp"
#include "jiezhuan/model/letter.hpp"

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace jiezhuan {

struct FieldStyle {
    bool capital_numerals = true; // dues and validity in 大写
    NumeralStyle numerals;

    bool operator==(const FieldStyle&) const = default;
};

// A variable of templates: a field of the letter, or a part of one (the year of a date).
struct LetterVariable {
    std::string_view id;
    std::string_view field;
    std::string (*value)(const Letter&, const FieldStyle&); // empty where the field is
};
[[nodiscard]] std::span<const LetterVariable> letter_variables();

// The ids of the variables that come from these fields.
[[nodiscard]] std::set<std::string, std::less<>> variables_of(const std::set<std::string, std::less<>>& fields);
// The value of every variable.
[[nodiscard]] std::map<std::string, std::string, std::less<>> values_of(const Letter& letter, const FieldStyle& style);
// Is there enough of the field to write it: a day of a date, a month of the dues? Precondition: a field that templates can use.
[[nodiscard]] bool is_filled(const Letter& letter, std::string_view field);

} // namespace jiezhuan
