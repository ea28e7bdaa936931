// What a roster that comes again does not change, because the ledger knows it better.
#pragma once

#include "jiezhuan/service/intake/cells.hpp"
#include "jiezhuan/service/work.hpp"

namespace jiezhuan {

// A warning at the column of that name.
void warn_at(Cells& row, std::string_view column, Message message, Message fix);

// Puts back into `after` what a list should not undo, each with a warning that says so: a birth date that the ID number bears out, a date
// known to the day, dues paid further; what was corrected on purpose; who came back; with a list of an earlier day what changed later.
[[nodiscard]] Result<void> keep_what_is_known_better(Work& work, Cells& row, const Member& before, Member& after);

} // namespace jiezhuan
