// A whole organisation changes its affiliation (整建制): a batch of all its members, one letter for each stage with a sealed list, one
// receipt for the letter. Every person keeps a transfer and an outcome of their own.
#pragma once

#include "jiezhuan/service/letters/letters.hpp"
#include "jiezhuan/service/receipts/receipts.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"

#include <string>
#include <vector>

namespace jiezhuan {

struct WholeOrganisation {
    OrgId organisation;
    Transfer way;      // kind out or between, to, addressee, destination, channel, note
    std::string title; // of the batch; empty: by the organisation
    std::string explanation;
};
struct WholeOpened {
    Outcome outcome;
    BatchId batch;
    std::int64_t full = 0;
    std::int64_t probationary = 0;
};
// Opens a transfer for every member at home in the organisation and below it, all in one batch: all of them or none. Migrants whose
// relation is elsewhere stay. Between two committees of the ledger each is to be placed in the branch of before, where no other is named: the
// organisation goes along (change_organisation()) once everybody was received. Refused: nobody is there, somebody is in transit or has
// another transfer, what open_transfer() refuses; between, also one with the authority of a basic committee in it: it moves without.
// The same again is done already.
[[nodiscard]] Result<WholeOpened> open_whole(Work& work, const WholeOrganisation& whole);

// Does the transfer go by a letter of its batch?
[[nodiscard]] Result<std::optional<Batch>> whole_batch_of(Reading& ledger, const Transfer& transfer);
// By the letter of a list: taken over, and not taken back since.
[[nodiscard]] inline bool was_received(const Transfer& transfer) {
    return !transfer.received_on.empty() && transfer.state != TransferState::revoked;
}
// Sent, and neither taken over, given up nor taken back by now.
[[nodiscard]] inline bool is_on_the_way(const Transfer& transfer) {
    return transfer.state == TransferState::sent || transfer.state == TransferState::presented ||
           transfer.state == TransferState::verified || transfer.state == TransferState::returned;
}
// The receiver of a list has still to decide on the person: until then the list has no receipt.
[[nodiscard]] inline bool is_undecided(const Transfer& transfer) {
    const bool with_us = transfer.state == TransferState::presented || transfer.state == TransferState::verified;
    return transfer.kind == TransferKind::between ? is_on_the_way(transfer) : with_us && !transfer.held();
}
// Does the batch leave us by letters with a list?
[[nodiscard]] inline bool leaves_by_list(const Batch& batch) {
    return batch.whole == Flag::yes && (batch.kind == TransferKind::out || batch.kind == TransferKind::between);
}
// The transfers that go, or went, by a letter with a list.
[[nodiscard]] Result<std::vector<Transfer>> transfers_of_list(Reading& ledger, const Letter& letter);

struct ListLetters {
    Outcome outcome;
    std::vector<LetterId> letters;
};
// One letter for the full members of the batch and one for the probationary ones (where there are any), each with its list. Refused:
// somebody is not approved yet or held, a person's ID number or dues are not known, as issue_letter(). Issued before is done already.
[[nodiscard]] Result<ListLetters> issue_list_letters(Work& work, const Batch& batch, const IssueInput& input);
// Everybody who was sent by it, or whom the receiver sent back, is at home again. As void_letter(). Between two committees of the ledger:
// refused while the receiver is at work on somebody; one by which somebody was received is used, not void.
[[nodiscard]] Result<Outcome> void_list_letter(Work& work, const Letter& letter, const VoidInput& input);

// The receipt of a letter with a list: for all who were sent by it, but not for `except`; or under the name of one of them, for
// that person. The letter is used with the last of them. As record_receipt().
[[nodiscard]] Result<Outcome> record_list_receipt(Work& work, const Letter& letter, const ReceiptInput& slip,
                                                  const std::vector<TransferId>& except);
// Our receipt for a letter with a list names how many were received. Refused while somebody on the list is neither received nor sent
// back, refused or held. As issue_receipt(), send_receipt().
[[nodiscard]] Result<Outcome> issue_list_receipt(Work& work, const Letter& letter, const ReceiptIssue& input);
[[nodiscard]] Result<Outcome> send_list_receipt(Work& work, const Letter& letter, const std::string& how);

// "李明等35名"
[[nodiscard]] std::string list_name(const std::string& first, std::int64_t persons);

} // namespace jiezhuan
