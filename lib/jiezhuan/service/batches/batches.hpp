// What became of a hand-over: how far each person of a batch is, who is missing and why.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"
#include "jiezhuan/service/work.hpp"

#include <map>

namespace jiezhuan {

// Each person once, by the last transfer in the batch: listed = done + under way + ended + not entered + left out.
struct BatchProgress {
    std::int64_t listed = 0;   // on the list as it came
    std::int64_t entered = 0;  // of these, with a transfer in the ledger
    std::int64_t left_out = 0; // not entered, and not to be
    std::int64_t held = 0;     // of those under way
    std::map<TransferState, std::int64_t> at;

    // On the list, but refused by the import, and still to come.
    [[nodiscard]] std::int64_t not_entered() const { return listed - entered - left_out; }
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
// One batch: how many stand where, then everybody who is not through: what is waited for, since how many days, the next command;
// and who of the list was not entered, and why.
// Sentences speak `lang`, in data too.
[[nodiscard]] Result<Document> batch_document(Reading& ledger, const OrgDirectory& organisations,
                                              const Profile& profile, const Batch& batch, Date as_of, Lang lang);

// Who of the list was not entered is not to be, for that reason: the batch waits for them no more. Refused: everybody was entered, it
// was said before with another reason, a day before the batch. The same again is done already. Exit::not_found.
[[nodiscard]] Result<Outcome> settle_batch(Work& work, BatchId id, const std::string& reason);

} // namespace jiezhuan
