// A mark that was a mistake: what it settled is as it was before, or how to go on where that cannot be.
#pragma once

#include "jiezhuan/model/event.hpp"
#include "jiezhuan/model/member.hpp"
#include "jiezhuan/service/work.hpp"

namespace jiezhuan {

// Adds to `event` what takes the last mark of `now` back: the member as before it, and the transfers and letters that it settled as they
// were, as long as nothing was done with them since, no other transfer was opened, the organisations are still there and the day is not
// before that on which they were settled. Else a migrant stays in the branch as before, the others stay settled; the findings say which,
// and what to do. Precondition: there is such a mark.
[[nodiscard]] Result<Findings> undo_last_mark(Work& work, const Member& now, Event& event);

} // namespace jiezhuan
