// The two parts of the rules of a member's record.
#pragma once

#include "jiezhuan/rules/rule.hpp"

#include <span>

namespace jiezhuan {

[[nodiscard]] std::span<const Rule<MemberFacts>> identity_rules();   // ID, MB, FL, PB-03, PB-04
[[nodiscard]] std::span<const Rule<MemberFacts>> membership_rules(); // PB-07, ST

} // namespace jiezhuan
