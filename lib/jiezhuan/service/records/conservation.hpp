// Nobody is lost: everybody who was ever registered has one standing, and the count of each year follows from that of the year before.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

namespace jiezhuan {

// The proof in numbers: the years (last year's count + increases - decreases = this year's), and everybody by organisation and standing.
// Findings: SA-01 where the tables hold another number than the events, or not everybody; SA-03 where as many are not in transit as
// transfers are on the way.
struct Conservation {
    std::vector<RowSet> sections;
    Findings findings;
};
[[nodiscard]] Conservation conservation(const VerifyReport& report, const OrgDirectory& organisations,
                                        const Profile& profile);

} // namespace jiezhuan
