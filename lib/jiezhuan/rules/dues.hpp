// How far the dues are paid, beside the month of a transfer.
#pragma once

#include "jiezhuan/rules/rule.hpp"

namespace jiezhuan {

// What DU-01, DU-02 and DU-03 say of dues paid through a month for a transfer on a day ("交至转出当月"). Nothing where the month is not
// known: that is for LT-10 to say.
[[nodiscard]] Explanation dues_behind(Date paid_through, Date on, const Profile& profile);
[[nodiscard]] Explanation dues_to_review(Date paid_through, Date on, const Profile& profile);
[[nodiscard]] Explanation dues_ahead(Date paid_through, Date on, const Profile& profile);

} // namespace jiezhuan
