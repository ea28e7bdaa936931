// Who is responsible for a member on the way, and by which regulation.
#pragma once

#include "jiezhuan/base/date.hpp"
#include "jiezhuan/base/message.hpp"
#include "jiezhuan/model/transfer.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <string>

namespace jiezhuan {

// The name of the organisation that is responsible for the member while the transfer stands as it does: the sender until the relation
// is taken over (条例第二十五条), and again where that was undone; of a migrant's stay the one that keeps the relation. Empty where the
// ledger does not name it.
[[nodiscard]] std::string responsible_organisation(const OrgDirectory& organisations, const Transfer& transfer);
// The same as a sentence, with the clause that says so where one was in force on that day: from the day the relation left until it is
// taken over.
[[nodiscard]] Message responsible_for(const OrgDirectory& organisations, const Transfer& transfer, Date as_of);
// A sentence with the regulation it rests on in brackets; without, of a day before that one was in force.
[[nodiscard]] Message resting_on(Message said, Text regulation, Date as_of);

} // namespace jiezhuan
