// What became of a hand-over: how far each person of a batch is, who is missing and why.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/org_directory.hpp"

#include <map>

namespace jiezhuan {

// Each person once, by the last transfer in the batch: listed = done + under way + ended + not entered.
struct BatchProgress {
    std::int64_t listed = 0;  // on the list as it came
    std::int64_t entered = 0; // of these, with a transfer in the ledger
    std::int64_t held = 0;    // of those under way
    std::map<TransferState, std::int64_t> at;

    // On the list, but refused by the import.
    [[nodiscard]] std::int64_t not_entered() const { return listed - entered; }
    [[nodiscard]] std::int64_t count(std::initializer_list<TransferState> states) const;
    // Closed; of a migrant: placed, also where the stay became a transfer since.
    [[nodiscard]] std::int64_t done() const;
    // Refused, withdrawn, revoked, or the stay is over.
    [[nodiscard]] std::int64_t ended() const;
    [[nodiscard]] std::int64_t under_way() const { return entered - done() - ended(); }
};
[[nodiscard]] Result<BatchProgress> progress_of(Reading& ledger, const Batch& batch);

// Exit::not_found for an unknown batch.
[[nodiscard]] Result<Batch> find_batch(Reading& ledger, BatchId id);
// A line a batch, the latest first.
[[nodiscard]] Result<Document> batch_list_document(Reading& ledger, const OrgDirectory& organisations);
// One batch: how many stand where, then everybody who is not through: what is waited for, since how many days, the next command.
// Sentences speak `lang`, in data too.
[[nodiscard]] Result<Document> batch_document(Reading& ledger, const OrgDirectory& organisations,
                                              const Profile& profile, const Batch& batch, Date as_of, Lang lang);

} // namespace jiezhuan
