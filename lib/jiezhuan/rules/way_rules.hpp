// RC-08: a transfer that goes both on paper and online, where the two say different things.
#pragma once

#include "jiezhuan/rules/deadline_rule.hpp"

namespace jiezhuan {

inline constexpr std::string_view kWaysDisagree = "RC-08";

// What differs, with the days and the names; nothing where both ways agree, or only one is used.
[[nodiscard]] Explanation ways_disagree(const DeadlineFacts& facts);
// Since when it has been so. Both need ways_disagree() to say something.
[[nodiscard]] Limit disagreement_limit(const DeadlineFacts& facts);
// The command that makes both agree; empty where the transfer's next step does.
[[nodiscard]] Message disagreement_command(const DeadlineFacts& facts);

} // namespace jiezhuan
