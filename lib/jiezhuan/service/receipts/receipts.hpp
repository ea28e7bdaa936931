// Receipts: those that come back for letters of ours and take a member off our roster, and those we send for letters that came in.
#pragma once

#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/work.hpp"

#include <string>
#include <vector>

namespace jiezhuan {

// What stands on the slip that came back.
struct ReceiptInput {
    std::string no;
    std::string name;
    std::string id_no; // may be empty: the form has none
    Date date;         // the day on the slip
    std::string handler;
    std::string phone;
    std::string remarks;
    std::vector<TransferId> except; // of a letter with a list: who was not received
    std::string reason;             // why a letter that had ended counts all the same; else empty
};
// Records a receipt for a letter of ours: letter used, transfer received and closed, member left, in one event.
// Exit::not_found where no letter of ours has the number, Exit::usage where several have it and the name does not decide. Refused: the slip and the stub differ
// (RC-03), its date is before the letter's (RC-04) or after the day of the act, the letter is void, lost or replaced and no reason says that
// it counts (record_by_former_letter()).
[[nodiscard]] Result<Outcome> record_receipt(Work& work, const ReceiptInput& input);
// The refusal where a receipt was recorded and the acceptance revoked since: another one says that it was right after all.
[[nodiscard]] Outcome taken_back(const Letter& letter, const Transfer& transfer);

struct ReceiptIssue {
    std::string handler; // empty: left blank on the form
    std::string phone;   // empty: our committee's
};
// Our receipt for a letter that came in, addressed to the basic committee that issued it. `about` is the transfer or the letter.
// Refused: the relation was not received yet, there is no letter (online) or one that has no receipt, the issuer's name is missing,
// the transfer is held.
[[nodiscard]] Result<Outcome> issue_receipt(Work& work, LetterId letter, const ReceiptIssue& input);
// It was mailed or faxed; `how` may be empty: nobody said. A transfer whose member is assigned is closed with it. Refused while the
// transfer is held. Again, it puts right how it was sent.
[[nodiscard]] Result<Outcome> send_receipt(Work& work, LetterId letter, const std::string& how);
// The same where it was sent before: the day stays, how it went is put right or supplied. Refused with another day.
[[nodiscard]] Result<Outcome> sent_before(Work& work, const Letter& letter, const std::string& how);

// The incoming letter that words mean: a letter's id or number, or the id of a transfer. Exit::not_found, Exit::usage;
// Exit::refused for a transfer that has none.
[[nodiscard]] Result<Letter> incoming_letter(Reading& ledger, std::string_view words);

// Receipts that are owed, as of a day: to us (`missing`) and by us (`to_send`). The month of the form counts from acceptance (RC-01);
// to us, where acceptance is not known, the letter's validity and a month more (RC-02).
struct OwedReceipts {
    RowSet rows;
    Findings findings;
};
[[nodiscard]] Result<OwedReceipts> missing_receipts(Reading& ledger, const OrgDirectory& organisations,
                                                    const Profile& profile, Date as_of);
[[nodiscard]] Result<OwedReceipts> receipts_to_send(Reading& ledger, const OrgDirectory& organisations,
                                                    const Profile& profile, Date as_of);

} // namespace jiezhuan
