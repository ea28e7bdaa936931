// The documents on which rules rest, and since when each is in force: an act of 2010 is judged by what was in force in 2010.
#pragma once

#include "jiezhuan/base/date.hpp"
#include "jiezhuan/rules/rule.hpp"

#include <span>
#include <string_view>

namespace jiezhuan {

struct Regulation {
    std::string_view name; // as citations spell it
    Date from;             // to the precision that is known; absent where an edition only restates what is older
};
[[nodiscard]] std::span<const Regulation> regulations();

// The first day on which a rule can be asked: that of the oldest document its citation names. Absent (it holds for every day) where
// the citation names none with a date: logic, practice, standards, the Constitution.
[[nodiscard]] Date in_force_from(std::string_view citation);
// Is the rule in force on a day? Of a document of which only the year is known the whole year counts.
[[nodiscard]] bool in_force(const RuleText& rule, Date day);

} // namespace jiezhuan
