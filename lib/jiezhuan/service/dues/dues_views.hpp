// Who is behind with the dues, one by one and by organisation.
#pragma once

#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <cstdint>

namespace jiezhuan {

// Of the roster, or of what of it is at or below an organisation.
struct DuesFilter {
    OrgId org;               // none: all
    std::int64_t months = 1; // behind by so many whole months or more
    bool unknown = false;    // instead: those of whom no month is recorded
};

// The members, the longest behind first. Document "dues.list".
[[nodiscard]] Result<Document> dues_list(Reading& ledger, const OrgDirectory& organisations, Date as_of,
                                         const DuesFilter& filter);
// How many of each organisation are behind, and how many months in all; organisations of which nobody is behind are left out, and so
// is the filter's `unknown`. Document "dues.arrears".
[[nodiscard]] Result<Document> dues_arrears(Reading& ledger, const OrgDirectory& organisations, Date as_of,
                                            const DuesFilter& filter);

} // namespace jiezhuan
