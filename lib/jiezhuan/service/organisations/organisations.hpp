// The tree and the directory of outside organisations, one organisation at a time, and as people look at them.
#pragma once

#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/records/record_values.hpp"
#include "jiezhuan/service/work.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// Which fields are set when an organisation is registered or changed; `parent` by code, name or id.
[[nodiscard]] std::span<const std::string_view> organisation_fields();
// Exit::usage for what cannot be the name of an organisation.
[[nodiscard]] Result<void> check_org_name(std::string_view name);

// Registers an organisation: below the ledger's own where no superior is named, in the outside directory with outside = yes. The
// authority to approve probationary members follows from the kind where it is not stated, and that is said. Exit::not_found for
// an unknown superior. Refused: no name or kind, a code or full name that another has, a superior that is dissolved or on the other
// side, a rule. The same organisation with the same data is done already.
[[nodiscard]] Result<Outcome> add_organisation(Work& work, const FieldValues& values);

// May letters be addressed to it, and is it not recorded how far it is, by which their validity goes?
[[nodiscard]] bool distance_missing(const Organisation& organisation);
// That is said of it.
[[nodiscard]] Message distance_missing_words(const Profile& profile);

// What is so from work.on. Refused: as above; a superior below it; ours to outside or back; a superior for the ledger's own; a move to
// another basic committee with members in it (that is a transfer of them first); a dissolved one. What the rules had to say before is not said
// again. Precondition: there is such an organisation. The same change again is done already.
[[nodiscard]] Result<Outcome> change_organisation(Work& work, OrgId id, const FieldValues& values);
// The same change of several: all of them or none. Exit::usage for a name or a code, which is of one.
[[nodiscard]] Result<Outcome> change_organisations(Work& work, const std::vector<OrgId>& ids,
                                                   const FieldValues& values);

// What follows from a change: names that were given up are former ones, units that are named are counted, and an authority that was
// given or taken away is so from `on`; what the change states itself stays as stated. What was not known and is known now always was.
void follow_from(const Organisation& before, Organisation& after, Date on);

// Who is counted (home and in transit) in an organisation, itself or with all below.
struct Headcount {
    std::int64_t full = 0;
    std::int64_t probationary = 0;
    std::int64_t in_transit = 0; // of these two
    std::int64_t branches = 0;   // of any kind, below it
    [[nodiscard]] std::int64_t members() const { return full + probationary; }
};
struct Headcounts {
    std::map<OrgId, Headcount> here;
    std::map<OrgId, Headcount> with_below;
};
[[nodiscard]] Result<Headcounts> headcounts_of(Reading& ledger, const OrgDirectory& organisations);

// What the rules say of an organisation and those it holds, as of the next review.
[[nodiscard]] Result<Findings> review_organisation(Reading& ledger, const OrgDirectory& organisations,
                                                   const Profile& profile, OrgId id);

// Section "organisations": by code, then id.
struct OrgFilter {
    bool outside = false; // the directory instead of the tree
    std::string name;     // a part of the name
    OrgKind kind = OrgKind::none;
};
[[nodiscard]] RowSet organisation_rows(const OrgDirectory& organisations, const OrgFilter& filter);

// The tree from an organisation of ours down, with its members, and what the rules say of each.
[[nodiscard]] Result<Document> organisation_tree(Reading& ledger, const OrgDirectory& organisations,
                                                 const Profile& profile, OrgId top);

// One organisation: its card, its authority and where that comes from, its members, what is below it, what the rules say.
[[nodiscard]] Result<Document> organisation_document(Reading& ledger, const OrgDirectory& organisations,
                                                     const Profile& profile, OrgId id);

} // namespace jiezhuan
