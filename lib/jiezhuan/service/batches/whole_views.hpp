// How far a whole organisation is, as the list of its batch shows it.
#pragma once

#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <vector>

namespace jiezhuan {

// The letters with their lists: how many persons each has, and how many of them were received.
[[nodiscard]] Result<RowSet> letters_of_whole(Reading& ledger, const Batch& batch);

// Is somebody on the same list undecided, so that its receipt is not written yet?
[[nodiscard]] bool waits_for_list(const Transfer& transfer, const std::vector<Transfer>& transfers);

// How the organisation follows its members to the other basic committee of the ledger; empty before everybody was received (or stays),
// where it has moved, and where it does not go along.
[[nodiscard]] Message move_command(const OrgDirectory& organisations, const Batch& batch,
                                   const std::vector<Transfer>& transfers);

} // namespace jiezhuan
