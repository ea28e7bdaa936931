// What the receipt of a letter with a list says on paper: who is received by it now, not only how many.
#pragma once

#include "jiezhuan/letters/list_pages.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>
#include <span>

namespace jiezhuan {

struct ListReceipt {
    Letter letter;                        // under the name that the receipt has today: "丑一等2名"
    std::optional<ReceivedList> received; // nothing where one person was on it, and is named
};
// As of now: who was taken back since the receipt was written is not confirmed again, who was received since is. Exit::refused where nobody
// of the list is received any more. Precondition: an incoming letter with a list whose receipt was written.
[[nodiscard]] Result<ListReceipt> list_receipt(Reading& ledger, const Letter& letter);
// A warning for each of these letters whose receipt says something else than when it was written.
[[nodiscard]] Result<Findings> receipts_that_changed(Reading& ledger, std::span<const Letter> letters);

} // namespace jiezhuan
