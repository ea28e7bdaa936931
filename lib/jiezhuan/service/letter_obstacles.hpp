// Why somebody who came cannot be received on the letter that was presented.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/model/finding.hpp"
#include "jiezhuan/service/org_directory.hpp"

#include <optional>

namespace jiezhuan {

// What is wrong with the letter of a transfer that is presented or verified, and forbids receiving; else nothing.
[[nodiscard]] Result<Findings> letter_obstacles(Reading& ledger, const OrgDirectory& organisations,
                                                const Profile& profile, const Transfer& transfer,
                                                const std::optional<Letter>& letter, const Member& member);
// The first of these that no reason can override: the letter goes back to its issuer.
[[nodiscard]] const Finding* to_be_returned_for(const Findings& obstacles);

} // namespace jiezhuan
