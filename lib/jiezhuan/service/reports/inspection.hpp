// What an inspector asks for: one case on a page, what was passed against a rule, and a sample that can be drawn again.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <string>
#include <vector>

namespace jiezhuan {

// One transfer from approval to receipt: each step with its day, who recorded it and on which evidence, each paper with where it lies,
// each rule that was passed, and what is missing. Exit::not_found.
[[nodiscard]] Result<Document> case_document(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                             TransferId id, Date as_of);

struct OverrideFilter {
    std::string rule; // empty: all
    Date from;        // business dates; absent: no limit
    Date to;
};
// Every --accept: the rule, what it was passed for, the reason, who and when; oldest first.
[[nodiscard]] Result<Document> overrides_document(Reading& ledger, const OverrideFilter& filter);

struct SampleFilter {
    std::int64_t count = 0;
    std::int64_t seed = 0;
    Date from; // of the day on which a transfer was opened; absent: no limit
    Date to;
};
// So many transfers, each as likely as any other, by the SHA-256 of seed and number: the same of the same ledger for ever, and of a
// ledger that grew, those that were drawn before or newer ones. By number.
[[nodiscard]] Result<Document> sample_document(Reading& ledger, const OrgDirectory& organisations,
                                               const SampleFilter& filter);

} // namespace jiezhuan
