// The organisations that some records name: enough to show and to judge them. In a ledger with thousands, reading all takes longer than
// what is asked of a few.
#pragma once

#include "jiezhuan/service/org_directory.hpp"

#include <span>
#include <vector>

namespace jiezhuan {

// Those of `others`, the ends of the transfers, the issuers and addressees of the letters, and all above them. A letter that came says
// its addressee in words: where that is none of these, every organisation of the ledger, since any may be meant.
[[nodiscard]] Result<OrgDirectory> organisations_named(Reading& ledger, std::span<const Transfer> transfers,
                                                       std::span<const Letter> letters, std::vector<OrgId> others);
// The same for one transfer, its letters and what was corrected in it.
[[nodiscard]] Result<OrgDirectory> organisations_named(Reading& ledger, const Transfer& transfer,
                                                       std::span<const Letter> letters);

} // namespace jiezhuan
