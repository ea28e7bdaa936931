// What a member's status means for a transfer beyond the rules of the catalogue.
#pragma once

#include "jiezhuan/model/finding.hpp"
#include "jiezhuan/model/member.hpp"
#include "jiezhuan/model/transfer.hpp"

#include <string>

namespace jiezhuan {

// An error where the membership is still to be verified: nobody moves before that. What goes along with the relation where something
// was decided about the member. Nothing for those who come.
[[nodiscard]] Findings status_notes(const Member& member, const Transfer& transfer, const std::string& subject);

} // namespace jiezhuan
