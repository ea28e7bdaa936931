// How somebody of ours is away.
#pragma once

#include "jiezhuan/model/member.hpp"

namespace jiezhuan {

// Is the place where a migrant of ours is away a fixed one? Who goes with an activity card has none, unless it is said otherwise.
[[nodiscard]] inline bool at_fixed_place(const Member& member) {
    const bool assumed = member.fixed_residence == Flag::none && member.card_no.empty();
    return !member.away_place.empty() && (member.fixed_residence == Flag::yes || assumed);
}

} // namespace jiezhuan
