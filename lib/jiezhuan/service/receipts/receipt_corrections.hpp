// Receipts that came otherwise than was thought: for a letter that had ended, or not at all.
#pragma once

#include "jiezhuan/service/receipts/receipts.hpp"

#include <string>

namespace jiezhuan {

// The receiver took the member by a letter that was void, lost or replaced since: the one that was given for it is void, this one is in
// use again, and its receipt is recorded, all in one. `slip.reason` says why it counts. Refused: the transfer does not wait for a
// receipt or a letter any more, and whatever the steps themselves refuse.
[[nodiscard]] Result<Outcome> record_by_former_letter(Work& work, const Letter& letter, const Transfer& transfer,
                                                      const ReceiptInput& slip);

// A receipt was recorded by mistake: letter, transfer and member are again as they were before. Where the letter had ended, it ends
// again, and the one that record_by_former_letter() voided is issued. Refused: there was none, it was one of a list, or what it set was
// changed since. Taken back before for the same reason is done already. Precondition: a reason.
[[nodiscard]] Result<Outcome> revoke_receipt(Work& work, const Letter& letter, const std::string& reason);

} // namespace jiezhuan
