// An organisation that comes under another basic committee: its members need a transfer first, the empty organisation does not.
#pragma once

#include "jiezhuan/service/work.hpp"

#include <optional>

namespace jiezhuan {

// What may still be under way from the organisation when it moves.
enum class UnderWay {
    nothing,
    received // whoever was received is placed, and answered for, by the committee that received
};

// A refusal, where the organisation (or one below it) would have another basic committee with `superior` above it, and somebody has the
// relation there, is under way from or to there, or was received only after work.on: with the transfer of the whole organisation that
// comes first. Nothing where the committee stays the same, where it has the authority itself, of outside ones, and where it is empty.
// Migrants whose relation is elsewhere go along with their branch.
[[nodiscard]] Result<std::optional<Outcome>> members_stand_in_the_way(const Work& work, const Organisation& moved,
                                                                      OrgId superior, UnderWay allowed);

// What to do with a member whose membership is suspended (停止党籍) while the organisation moves: no formal transfer meanwhile (ST-01), so
// that they stay, in another branch of the same basic committee.
[[nodiscard]] Message stays_behind(const OrgDirectory& directory, const Member& suspended);

} // namespace jiezhuan
