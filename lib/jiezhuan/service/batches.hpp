// What became of a hand-over: how far each person of a batch is, who is missing and why.
#pragma once

#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/org_directory.hpp"

#include <map>

namespace jiezhuan {

struct BatchProgress {
    std::int64_t listed = 0;  // on the list as it came
    std::int64_t entered = 0; // of these, with a transfer in the ledger
    std::int64_t held = 0;    // of the open ones
    std::map<TransferState, std::int64_t> at;

    // On the list, but refused by the import.
    [[nodiscard]] std::int64_t not_entered() const { return listed - entered; }
    [[nodiscard]] std::int64_t count(std::initializer_list<TransferState> states) const;
};
[[nodiscard]] BatchProgress progress_of(const Batch& batch, const std::vector<Transfer>& transfers);

// Exit::not_found for an unknown batch.
[[nodiscard]] Result<Batch> find_batch(Reading& ledger, BatchId id);
// A line a batch, the latest first.
[[nodiscard]] Result<Document> batch_list_document(Reading& ledger, const OrgDirectory& organisations);
// One batch: how many stand where, then everybody who is not through: what is waited for, since how many days, the next command.
[[nodiscard]] Result<Document> batch_document(Reading& ledger, const OrgDirectory& organisations, const Batch& batch,
                                              Date as_of);

} // namespace jiezhuan
