// Dues as they are paid, month by month.
#pragma once

#include "jiezhuan/service/work.hpp"

#include <string>

namespace jiezhuan {

struct DuesInput {
    Date through;       // the last month paid
    Date from;          // the first one; absent: the month after the last one that is known
    std::string reason; // why months are made up that are long past
};

// Records, on the day on which they were paid (work.on), that dues are paid through a month. DU-03, DU-04 and DU-05 are said, and
// which of the months were for the sender of somebody who came.
// Done already: the same payment again; a month that is known, of which nothing else is said. The reason of a payment that has none is
// supplied by the same command with it. Refused: who pays elsewhere or not at all (arriving, suspended, gone), months that are known to
// be paid, a month left out between, from after through, months before the admission, a day before that of a later payment.
[[nodiscard]] Result<Outcome> record_dues(Work& work, MemberId id, const DuesInput& input);

} // namespace jiezhuan
