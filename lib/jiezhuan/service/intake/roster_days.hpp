// What a roster says of its members' days, beside the day of the roster itself.
#pragma once

#include "jiezhuan/service/intake/cells.hpp"
#include "jiezhuan/service/work.hpp"

namespace jiezhuan {

// MB-07: admitted after the day on which the roster has the member.
void judge_admission(const Work& work, Cells& row, const Member& said);
// A warning of dues that are paid further ahead than the quarter (中组发〔2008〕3号); more than a year after today is an error, a slip
// of the pen: a roster that begins a ledger on an earlier day may say what was paid since.
void judge_dues_ahead(const Work& work, Cells& row, Date paid_through);

} // namespace jiezhuan
