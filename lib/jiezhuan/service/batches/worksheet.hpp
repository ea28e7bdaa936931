// A batch as a sheet with columns to fill in: what was verified, whether to receive, which branch. It comes back through
// intake/worksheet_import.hpp.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <string>
#include <vector>

namespace jiezhuan {

struct Worksheet {
    std::string csv; // UTF-8 with a byte order mark, CR LF
    std::int64_t rows = 0;
    std::vector<MemberId> members; // whose data it holds
};
// A row for each transfer of the batch that is not through, by id; what was decided before is filled in. ID numbers are masked unless
// `reveal`. Exit::refused for a batch of those who leave: they are approved and get letters.
[[nodiscard]] Result<Worksheet> worksheet_of(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                             const Batch& batch, bool reveal);

} // namespace jiezhuan
