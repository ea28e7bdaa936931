// What became of a member, or is decided about one, with the document it rests on. The program concludes nothing by itself.
#pragma once

#include "jiezhuan/service/work.hpp"

#include <string>

namespace jiezhuan {

enum class Mark : std::uint8_t {
    none,
    died,
    withdrew,
    struck_off,
    expelled,
    probation_cancelled,
    suspended,
    restored,
    mistaken, // the last mark was: nobody died, nobody left
    not_ours, // the registration was: the relation never came to us
    lost_contact,
    found,
    abroad,
    returned,
    probation_discipline,
    discipline_ended,
    rectification,
    rectified,
    under_discipline,
    discipline_lifted,
    pending_verify,
    verified,
};
template <> const CodeTable& code_table<Mark>();

struct MarkInput {
    Mark mark = Mark::none;
    std::string basis;                           // the document: required
    std::string decided_by;                      // a decision without it is asked about
    Date until;                                  // probation_discipline, rectification
    LossCause cause = LossCause::none;           // lost_contact: required; suspended
    AbroadPurpose purpose = AbroadPurpose::none; // abroad: required
    Date last_contact;                           // lost_contact, suspended, abroad
};

// Marks on work.on. A mark that ends the membership here settles the member's open transfer in the same commit: it is withdrawn
// and our letter void (today, whenever it happened); one that was received already stays open for its receipt, and that is said.
// Contact is lost since the last contact that is known: the one that is named, else the last organisational life or dues. Who is found
// or returns has the status from before again.
// Refused: no basis, something required is missing or goes with another mark, the standing or the status does not fit, a rule (ST-07).
// The same mark again is done already.
[[nodiscard]] Result<Outcome> mark_member(Work& work, MemberId id, const MarkInput& input);

} // namespace jiezhuan
