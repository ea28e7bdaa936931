// Somebody of ours is away for a time: the relation, the vote and the dues stay here (中组发〔2004〕10号, 一).
#pragma once

#include "jiezhuan/service/work.hpp"

#include <optional>

namespace jiezhuan {

// Why a transfer of kind temporary cannot be opened so; nothing where it can. A certificate names an organisation outside the member's
// basic committee and a last day; a card is for a place and a time that are not certain, and needs neither.
[[nodiscard]] std::optional<Outcome> cannot_be_away(const Work& work, const Transfer& wanted, const Member& member);

// Why the last day of a stay cannot be put right so (`after`, of `before`); nothing where it can: no time away, one that is over, a day
// before it began, what cannot_be_away() refuses.
[[nodiscard]] std::optional<Outcome> cannot_stay_until(const Work& work, const Transfer& before, const Transfer& after,
                                                       const Member& member);
// Says of a certificate in the member's hands that it is not valid until the new last day, or is beyond it, and how to replace it.
void say_of_certificate(const Transfer& stay, const std::optional<Letter>& letter, const std::string& subject,
                        Findings& findings);
// A certificate is for the time away (中组发〔2004〕10号, 一): why one that ends so cannot be issued; nothing where it can.
[[nodiscard]] std::optional<Outcome> outlasts_stay(const Letter& certificate, const Transfer& stay,
                                                   const std::string& subject);

// It is on: the register of outflow says since when, where and why the member is away, as far as it did not before.
void note_away(const Work& work, const Transfer& stay, Member& member);
// Who reported in where they lived before they left is still to report in where they are.
void forget_earlier_report(Member& member);
// The member is back: nothing of it is left in the register.
void note_back(Member& member);

} // namespace jiezhuan
