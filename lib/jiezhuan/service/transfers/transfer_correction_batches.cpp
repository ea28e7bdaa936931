// The sender of a batch, after it was put right of all who are in it.
#include "jiezhuan/service/records/event_changes.hpp"
#include "jiezhuan/service/transfers/transfer_correction.hpp"

#include <algorithm>
#include <set>

namespace jiezhuan {

Result<void> correct_senders_of_batches(Work& work, std::span<const CorrectedTransfer> corrected,
                                        const std::string& reason) {
    std::set<BatchId> batches;
    for (const CorrectedTransfer& one : corrected) {
        if (one.after.batch && one.after.from != one.before.from) {
            batches.insert(one.after.batch);
        }
    }
    for (const BatchId id : batches) {
        JZ_TRY(batch, work.ledger.batch(id));
        JZ_TRY(all, work.ledger.transfers(Query().equal("batch", id.text())));
        ensure(batch.has_value() && !all.empty(), "a batch of no transfer");
        const OrgId sender = all.front().from;
        const bool one_sender =
            std::all_of(all.begin(), all.end(), [&](const Transfer& each) { return each.from == sender; });
        if (!sender || !one_sender || batch->from == sender) {
            continue;
        }
        Batch after = *batch;
        after.from = sender;
        Event event = work.event("transfer_corrected");
        event.about.emplace("reason", json::Value(to_nfc(trimmed(reason))));
        add_change(event, *batch, after);
        JZ_CHECK(work.ledger.append(std::move(event)));
    }
    return {};
}

} // namespace jiezhuan
