// 应转尽转: who should be transferred, by which clause, and since when.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <optional>
#include <span>
#include <vector>

namespace jiezhuan {

enum class DueClause : std::uint8_t {
    none,
    settled,      // a migrant here with a stable job and a fixed residence
    here_long,    // here at a fixed place for six months
    away_long,    // one of ours, away at a fixed place for six months
    employer_org, // the employer has a Party organisation
};
template <> const CodeTable& code_table<DueClause>();
// The regulation and article, in full.
[[nodiscard]] std::string_view citation_of(DueClause clause);

struct DueReason {
    DueClause clause = DueClause::none;
    Date since; // the duty began; absent where the record does not say
};
// What speaks for a transfer of the member on that day, the oldest duty first. Judges the record alone: who has a transfer under way
// has reasons too. Exactly six months is due (条例第二十五条); a date known to the month counts by its last day.
[[nodiscard]] std::vector<DueReason> due_reasons(const Member& member, const Profile& profile, Date as_of);
// The day on which six months at the fixed place will be over; nothing where they are, or where no such period runs.
[[nodiscard]] std::optional<Date> due_later(const Member& member, const Profile& profile, Date as_of);

struct DueFilter {
    OrgId org;        // they are with it or anything below it
    bool all = false; // also those for whom the question arises, and who need not: with the reason
    MemberId member;  // this one alone, whatever the answer is; Exit::not_found where there is none
};
// Migrants who are here and members of ours who are away or employed elsewhere, with the next command for each.
[[nodiscard]] Result<Document> due_document(Reading& ledger, const Profile& profile, const OrgDirectory& organisations,
                                            Date as_of, const DueFilter& filter);

} // namespace jiezhuan
