// Somebody of ours is away for a time: the relation, the vote and the dues stay here (中组发〔2004〕10号, 一).
#pragma once

#include "jiezhuan/service/work.hpp"

#include <optional>

namespace jiezhuan {

// Why a transfer of kind temporary cannot be opened so; nothing where it can. A certificate names an organisation outside the member's
// basic committee and a last day; a card is for a place and a time that are not certain, and needs neither.
[[nodiscard]] std::optional<Outcome> cannot_be_away(const Work& work, const Transfer& wanted, const Member& member);

// It is on: the register of outflow says since when, where and why the member is away, as far as it did not before.
void note_away(const Work& work, const Transfer& stay, Member& member);
// Who reported in where they lived before they left is still to report in where they are.
void forget_earlier_report(Member& member);
// The member is back: nothing of it is left in the register.
void note_back(Member& member);

} // namespace jiezhuan
