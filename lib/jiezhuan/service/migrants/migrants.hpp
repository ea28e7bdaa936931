// The registers of migrants (流动党员台账): ours who are away, and guests whose relation stays elsewhere. The entry is part of the member's
// record; each act is an event, so that the register of any day can be told.
#pragma once

#include "jiezhuan/service/work.hpp"

#include <string>

namespace jiezhuan {

// Since when the member is away; of a guest, here. Absent where nothing says so.
[[nodiscard]] Date away_since(const Member& member);

// An entry, or what is new of it; what is not said stays.
struct FlowInput {
    Date since; // absent: of ours work.on, where nothing is recorded yet; of a guest it stays unknown
    std::string place;
    TransferReason reason = TransferReason::none;
    FlowDirection direction = FlowDirection::none;
    std::string contact; // who can be asked there, and how
    std::string phone;   // the member's own
};
// For a member of ours who goes away, or a guest (then since and place say since when and where here). The same again is done already.
// Refused: who is not with us, a day to come or before the membership, another day than the one recorded, what a later act has
// overtaken, a rule about the record.
[[nodiscard]] Result<Outcome> record_flow(Work& work, MemberId id, const FlowInput& input);

// A member at home reported in (报到) on work.on to the organisation where they live or work, which may be in no directory: the relation stays,
// the member takes part there too (条例第三十二条、第三十三条). Another organisation later replaces the first.
// Refused: before the day of leaving, another day than the one recorded for that organisation, the member's own branch.
[[nodiscard]] Result<Outcome> report_in(Work& work, MemberId id, const std::string& to);

// The member is back: nothing of the entry is left but the card, and a time away that is open ends with it. Refused: a guest, whose stay
// ends instead; who is not away; who had left by then; before the day of leaving. The same again is done already, another day or reason is refused.
[[nodiscard]] Result<Outcome> come_back(Work& work, MemberId id, const std::string& reason);

} // namespace jiezhuan
