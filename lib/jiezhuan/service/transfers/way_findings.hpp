// Where both ways of a transfer disagree.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/model/finding.hpp"
#include "jiezhuan/model/letter.hpp"
#include "jiezhuan/model/transfer.hpp"

#include <optional>

namespace jiezhuan {

// RC-08, with the command that makes them agree; empty where they do, or only one is used. `letter` is the transfer's live or last one.
[[nodiscard]] Findings way_findings(const Profile& profile, const Transfer& transfer,
                                    const std::optional<Letter>& letter, Date on, const std::string& subject);

} // namespace jiezhuan
