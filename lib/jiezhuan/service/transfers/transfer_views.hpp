// Transfers as people look at them: chosen, listed, and one with all that belongs to it.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/deadlines/waiting.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"

#include <vector>

namespace jiezhuan {

// All conditions must hold; an empty one does not count.
struct TransferFilter {
    std::vector<TransferId> ids;
    BatchId batch;
    std::vector<TransferState> states;
    std::vector<TransferKind> kinds;
    OrgId org; // it or anything below it sends, receives or is the branch
    MemberId member;
    bool open_only = false;
    bool held_only = false;
    Waiting waiting = Waiting::none;
    Action for_clerk = Action::none; // that step of them is this clerk's to take (OrgDirectory::clerk())
    std::int64_t limit = 0;
};
// By id. Exit::not_found for an id that does not exist.
[[nodiscard]] Result<std::vector<Transfer>> select_transfers(Reading& ledger, const OrgDirectory& organisations,
                                                             const TransferFilter& filter);

// All that are open.
[[nodiscard]] Query open_transfers();

[[nodiscard]] Result<RowSet> transfer_rows(Reading& ledger, const OrgDirectory& organisations,
                                           const std::vector<Transfer>& transfers);
// A column more on these rows, for programs: is it on hold? People read that in the state.
void add_held(RowSet& rows, const std::vector<Transfer>& transfers);

// The state, with "held" for people where it is.
[[nodiscard]] Cell state_cell(const Transfer& transfer);

// Everything about one transfer on a screen: the ends, the dates, the letter, who is responsible on that day and by which clause,
// what happened, and what can be done next.
[[nodiscard]] Result<Document> transfer_document(Reading& ledger, const OrgDirectory& organisations,
                                                 const Profile& profile, const Transfer& transfer, Date as_of);

// When anything last happened to it: also what leaves no date in it, as a hold, a return, a new letter.
[[nodiscard]] Result<Date> last_moved(Reading& ledger, const Transfer& transfer);

} // namespace jiezhuan
