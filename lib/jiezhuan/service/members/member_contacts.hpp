// The log of contacts with a member: the events are the log, the record keeps the last day.
#pragma once

#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/work.hpp"

#include <string>

namespace jiezhuan {

struct ContactInput {
    std::string how;  // by telephone, a visit; required
    std::string note; // what was said
};
// Somebody of us spoke with the member on work.on. Refused for who is not with us, and before the membership. The same contact again is done
// already; another one on that day is another. Where contact was recorded as lost, how to end that is said.
[[nodiscard]] Result<Outcome> record_contact(Work& work, MemberId id, const ContactInput& input);

// Section "contacts": every contact that was recorded, by day.
[[nodiscard]] Result<RowSet> contact_rows(Reading& ledger, MemberId member);

} // namespace jiezhuan
