// The activity card of migrants (流动党员活动证, 组通字〔2006〕45号): one for a person, inspected every year.
#pragma once

#include "jiezhuan/service/work.hpp"

#include <string>

namespace jiezhuan {

struct CardInput {
    std::string no;
    std::string reason; // why a new one takes the place of the member's card: lost, full
    bool dated = true;  // it was given on work.on; else nobody knows when
};
// The card was given on work.on: a time away that was approved with a card begins with it; else the register notes it. The same again is
// done already. Refused: who is not with us; a number that is somebody else's; another card than the member's without a reason; another
// day than the one recorded; where the member goes with a certificate.
[[nodiscard]] Result<Outcome> give_card(Work& work, MemberId id, const CardInput& input);

// The card was inspected on work.on (年审). Refused without a card, before it was given, before its last inspection.
[[nodiscard]] Result<Outcome> inspect_card(Work& work, MemberId id);

} // namespace jiezhuan
