// Contacts about a transfer: who was asked or reminded, how, and what came of it. The events are the log.
#pragma once

#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/work.hpp"

#include <string>
#include <string_view>

namespace jiezhuan {

struct TransferContact {
    std::string how;  // by telephone, by letter; required
    std::string with; // whom: the other side's office, the member; required
    std::string note; // what came of it; required
};
// In whatever state the transfer is: a receipt that never came is asked after when all else is over. Exit::not_found for an unknown
// transfer. Refused: something is not said, a day before it was opened. The same of the same day is done already. A contact changes
// nothing of the transfer: nobody is received by a telephone call (RC-05).
[[nodiscard]] Result<Outcome> record_contact(Work& work, TransferId id, const TransferContact& contact);

// The id of the next section.
inline constexpr std::string_view kContacts = "contacts";
// Every contact, by day; empty where there was none.
[[nodiscard]] Result<RowSet> contact_rows(Reading& ledger, TransferId id);

} // namespace jiezhuan
