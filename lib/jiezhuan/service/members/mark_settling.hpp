// Transfers that a mark settles.
#pragma once

#include "jiezhuan/service/members/member_marks.hpp"

#include <string>

namespace jiezhuan {

// "去世：死亡医学证明": why a transfer ended with the mark.
[[nodiscard]] std::string settling_reason(Mark mark, const std::string& basis);

// Nobody who is gone stays on the way: withdraws what can be withdrawn, ends a stay. It happens on the day of the mark, and where
// something was done with the transfer after that, on the day of its last step: no day sees somebody dead and on the way.
[[nodiscard]] Result<Outcome> settle_transfers(Work& work, const Member& member, const std::string& reason);

} // namespace jiezhuan
