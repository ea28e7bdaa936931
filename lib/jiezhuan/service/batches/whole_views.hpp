// How far a whole organisation is, as the list of its batch shows it.
#pragma once

#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"

#include <optional>
#include <vector>

namespace jiezhuan {

// The letters with their lists: how many persons each has, and how many of them were received.
[[nodiscard]] Result<RowSet> letters_of_whole(Reading& ledger, const Batch& batch);

// Is somebody on the same list undecided, so that its receipt is not written yet?
[[nodiscard]] bool waits_for_list(const Transfer& transfer, const std::vector<Transfer>& transfers);

// How many on the list of a letter that came are undecided, so that its receipt cannot be written yet; 0 of any other letter, and once it
// is written.
[[nodiscard]] Result<std::int64_t> undecided_beside(Reading& ledger, const std::optional<Letter>& letter);
// "名单上还有 3 人没有办", and the sheet in which they are decided. Precondition: a letter with a list.
[[nodiscard]] NextStep decide_first(const Letter& letter, std::int64_t undecided);

// How the organisation follows its members to the other basic committee of the ledger; empty before everybody was received (or stays),
// where it has moved, and where it does not go along.
[[nodiscard]] Message move_command(const OrgDirectory& organisations, const Batch& batch,
                                   const std::vector<Transfer>& transfers);

} // namespace jiezhuan
