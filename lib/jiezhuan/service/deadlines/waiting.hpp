// What waits for the clerk: open transfers, sorted by the step that comes next.
#pragma once

#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <map>

namespace jiezhuan {

enum class Waiting : std::uint8_t {
    none,
    to_approve,
    to_complete, // their letters would lack something
    to_issue,
    to_send_online,
    cards_to_give, // activity cards of those who go away
    to_present,    // a name on a list: the letter is awaited
    to_verify,
    to_receive,
    to_assign,
    receipts_to_send,
    receipts_to_record, // sent: the other side's receipt or online acceptance is awaited
    returned,           // a letter went back: a new one is awaited
    held,
};
template <> const CodeTable& code_table<Waiting>();

struct WaitingCounts {
    std::map<Waiting, std::int64_t> of;                           // for the clerk of `organisations`, or for all
    std::map<std::pair<OrgId, Waiting>, std::int64_t> for_others; // for the clerk of that committee
    std::map<BatchId, std::int64_t> batches;                      // with open transfers: how many
};
// A transfer may wait for two things: a branch, and the receipt to be sent.
[[nodiscard]] Result<WaitingCounts> waiting_counts(Reading& ledger, const OrgDirectory& organisations);
// Does it wait for that, and for this clerk? What `status` counts and `transfer list --waiting` lists.
[[nodiscard]] Result<bool> waits_for(Reading& ledger, const OrgDirectory& organisations, const Transfer& transfer,
                                     Waiting what);
// A row for each thing that waits, in the order of the work, with the command that does or lists it.
[[nodiscard]] RowSet waiting_rows(const WaitingCounts& counts);
// The same for the other committees of the ledger, whose clerks do it: no command.
[[nodiscard]] RowSet waiting_for_others_rows(const WaitingCounts& counts, const OrgDirectory& organisations);

} // namespace jiezhuan
