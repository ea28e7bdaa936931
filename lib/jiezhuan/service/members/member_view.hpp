// One member on one screen.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <vector>

namespace jiezhuan {

// Cards "member", "membership" and "relation" with every field of the record, where the relation is and who is responsible today;
// lists "transfers" and "letters"; what the rules say as of that day; what comes next. Private data masked unless `reveal`.
[[nodiscard]] Result<Document> member_document(Reading& ledger, const OrgDirectory& organisations,
                                               const Profile& profile, const Member& member, Date as_of, bool reveal);

// Who is responsible for a member, in a sentence, with the clause where one says so by that day. `transfers`: all of the member. Empty where the
// ledger names nobody.
[[nodiscard]] Message responsible_for(const OrgDirectory& organisations, const Member& member,
                                      const std::vector<Transfer>& transfers, Date as_of);

} // namespace jiezhuan
