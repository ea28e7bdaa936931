// What the catalogue says of a member's record.
#pragma once

#include "jiezhuan/model/member.hpp"
#include "jiezhuan/service/work.hpp"

#include <string_view>

namespace jiezhuan {

// Is there a citizen ID number or another document?
[[nodiscard]] bool has_identity(const Member& member);

// The findings about a record as it is written, ID-10 with what the ledger holds included. Errors are those of the ledger.
[[nodiscard]] Result<Findings> record_findings(Work& work, const Member& member, std::string_view subject);
// Those about the record as it would be, without the ones it had before: a change is not answerable for what was so already.
[[nodiscard]] Result<Findings> new_record_findings(Work& work, const Member& before, const Member& after);

} // namespace jiezhuan
