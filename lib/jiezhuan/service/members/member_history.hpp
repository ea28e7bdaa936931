// What happened to a member, event by event, in words.
#pragma once

#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <vector>

namespace jiezhuan {

// Every event of the member, their transfers and letters, oldest first: sections "events" (when, written when, what, who, which
// overrides were accepted) and "changes" (a row a field: old and new, in titles). Private data masked unless `reveal`.
[[nodiscard]] Result<std::vector<RowSet>> history_of(Reading& ledger, const OrgDirectory& organisations,
                                                     const Member& member, bool reveal);

} // namespace jiezhuan
