// The home page of a ledger: how many members stand where, what waits for the clerk, what is late.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

namespace jiezhuan {

// Sections: the ledger and its counts, what waits (only what there is), the deadlines by rule, batches that are not through; then the
// commands for what is most urgent: overdue first, else the first thing that waits, else where to begin.
[[nodiscard]] Result<Document> status_document(Reading& ledger, const OrgDirectory& organisations,
                                               const Profile& profile, Date as_of);

} // namespace jiezhuan
