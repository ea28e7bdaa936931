// What waits for the clerk: open transfers, sorted by the step that comes next.
#pragma once

#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"

#include <map>

namespace jiezhuan {

enum class Waiting : std::uint8_t {
    none,
    to_approve,
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
    std::map<Waiting, std::int64_t> of;
    std::map<BatchId, std::int64_t> batches; // with open transfers: how many
};
// A transfer may wait for two things: a branch, and the receipt to be sent.
[[nodiscard]] Result<WaitingCounts> waiting_counts(Reading& ledger);
// Does it wait for that? What `status` counts and `transfer list --waiting` lists.
[[nodiscard]] Result<bool> waits_for(Reading& ledger, const Transfer& transfer, Waiting what);
// A row for each thing that waits, in the order of the work, with the command that does or lists it.
[[nodiscard]] RowSet waiting_rows(const WaitingCounts& counts);

} // namespace jiezhuan
