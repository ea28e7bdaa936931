// Matching the other side's list of migrants with our register (流动核对): who is on both, who is only on one, and what differs.
#pragma once

#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/migrants/migrant_register.hpp"
#include "jiezhuan/service/work.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// wrong: a row of theirs with errors, which is compared with nobody.
enum class MatchResult : std::uint8_t { none, agrees, differs, only_theirs, only_ours, wrong };
template <> const CodeTable& code_table<MatchResult>();

// A row of their list: name and identity, away_since, card_no, report_in_on, report_in_to.
struct ListedMigrant {
    Member said;
    std::uint64_t row = 0;
    Position position;
};
struct MatchedMigrant {
    MatchResult result = MatchResult::none;
    ListedMigrant theirs;                  // row 0 where they do not have the member
    std::optional<Member> ours;            // absent where the ledger does not know the number
    std::vector<std::string_view> differs; // fields
    Message why;                           // on one list only, or not to be recorded
    bool recorded = false;                 // the reporting in was recorded just now
};

// The other side's list as it was read.
struct MigrantList {
    std::vector<ListedMigrant> rows;
    Findings findings;                  // of all rows
    std::vector<ListedMigrant> wrong{}; // those with errors, which are not among `rows`
};

// Our side of the matching.
struct MatchSide {
    Reading& ledger;
    const OrgDirectory& organisations;
    const Profile& profile;
    Date today;
};

struct MatchOrder {
    MigrantRegister of = MigrantRegister::outflow; // theirs is a list of inflow; or inflow: theirs is one of outflow
    OrgId org;                                     // only_ours: at or below it
    bool partial = false;                          // who can be recorded is, where others cannot
    std::string place; // only_ours: whose place of stay (of guests: where the relation is) contains this
};
struct MigrantMatch {
    std::vector<MatchedMigrant> rows; // in the order of their list, then only_ours by day, then those with errors
    Findings findings;                // of their list, and of what could not be recorded
    bool records = false;             // it was asked to record
    std::int64_t recordable = 0;      // of those who were to be recorded, also where others made that all were left
    std::int64_t refused = 0;         // cannot be
};
// Only compares.
[[nodiscard]] Result<MigrantMatch> match_migrants(const MatchSide& ours, MigrantList theirs, const MatchOrder& order);
// The same, and of who agrees and is not recorded as reported in, that is recorded: on the day that the list says, else work.on. All or
// nothing, unless the order is partial: with errors among the findings nothing may be committed, and no row says that it was recorded. A
// row of somebody who cannot be recorded says why.
[[nodiscard]] Result<MigrantMatch> match_and_record(Work& work, MigrantList theirs, const MatchOrder& order);

[[nodiscard]] RowSet match_rows(const MigrantMatch& match, const OrgDirectory& organisations, MigrantView view);
// "on both and agreed: 3, …", and what to do about the rest.
[[nodiscard]] Message match_headline(const MigrantMatch& match);
[[nodiscard]] std::vector<Message> match_steps(const MigrantMatch& match, const MatchOrder& order);
// Is there anything but rows that agree?
[[nodiscard]] bool all_agree(const MigrantMatch& match);

} // namespace jiezhuan
