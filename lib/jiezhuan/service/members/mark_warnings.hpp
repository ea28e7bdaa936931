// What a clerk should know of a mark that stands.
#pragma once

#include "jiezhuan/service/members/member_marks.hpp"

namespace jiezhuan {

// Adds what is unusual about it, as warnings: nobody is said to have decided, a period longer than the regulation allows
// (《中国共产党党员教育管理工作条例》第三十条), a membership restored that ended for good (第二十四条), and what was done since a death
// that is learnt of late. Fails where the ledger cannot be read.
[[nodiscard]] Result<void> warn_of_mark(const Work& work, const Member& member, const MarkInput& input,
                                        Findings& findings);

} // namespace jiezhuan
