// What became of an organisation.
#pragma once

#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

namespace jiezhuan {

// Section "changes": every field that was changed since it was registered, with what it was, from which day on and on what basis.
[[nodiscard]] Result<RowSet> organisation_changes(Reading& ledger, const OrgDirectory& organisations, OrgId id);

} // namespace jiezhuan
