// What the clerk should know of a change of a member's record that stands.
#pragma once

#include "jiezhuan/model/member.hpp"
#include "jiezhuan/service/work.hpp"

namespace jiezhuan {

[[nodiscard]] bool same_identity(const Member& a, const Member& b);

// A letter that is on its way says what the record said when it was issued. Errors are those of the ledger.
[[nodiscard]] Result<void> warn_of_live_letter(Work& work, const Member& before, const Member& after,
                                               Findings& findings);
// A branch that was recorded wrongly is corrected; a relation that moved is transferred (RC-05).
void warn_of_a_move(const Work& work, const Member& before, const Member& after, Findings& findings);
// A name changes rarely, and a number typed wrong names somebody else.
void warn_of_another_name(const Member& before, const Member& after, Findings& findings);

} // namespace jiezhuan
