// What is late, about to be, or waits to be looked into, as of a date, with the organisation that is responsible and the command to type.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/model/finding.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/rules/deadline_rule.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// Limits that no rule of the catalogue states go by the value of the profile that sets them.
inline constexpr std::string_view kExpiring = "expiring_days"; // a letter's last days
inline constexpr std::string_view kHeld = "hold_review_days";  // a transfer that is held
inline constexpr std::string_view kStuck = "transit_sla_days"; // a step that nobody takes; a list without vouchers
inline constexpr std::string_view kAwayUntil = "away_until";   // a time away with a certificate or a card
inline constexpr Text kLimit = {"时限", "limit"};              // all of them
// What people call a limit, in every list and wherever a rule is named: "办理时限" of transit_sla_days. Nothing for a rule of the
// catalogue.
[[nodiscard]] std::optional<Text> limit_name(std::string_view id);

struct Deadline {
    Urgency urgency = Urgency::none;
    std::string rule;    // "RC-01", or one of the names above
    Message matter;      // in a few words
    Message explanation; // with the values
    std::string name;    // the member's; the batch's title
    std::string about;   // T40, M12 or B7
    MemberId member;
    std::string letter_no;
    Date since;
    Date due;                // absent where there is no such day
    std::string responsible; // today (条例第二十五条)
    std::string others;      // the committee whose clerk is to act, where that is another one than this clerk's
    Message what_to_do;      // in a few words
    Message command;         // with placeholders where somebody has to say something
};

struct DeadlineFilter {
    OrgId org;                      // it or anything below it is concerned
    std::vector<std::string> rules; // empty: all
};
// What this clerk is to do first (OrgDirectory::clerk()), then what others are; the most urgent first: by urgency, transfers before members, then by due day (where there is none, by how long it lasts), then rule and number. Reads open
// transfers and those members whom a rule may concern; keeps no member.
[[nodiscard]] Result<std::vector<Deadline>> deadlines(Reading& ledger, const OrgDirectory& organisations,
                                                      const Profile& profile, Date as_of, const DeadlineFilter& filter);

// What somebody may call a rule or a limit that deadlines() asks: "rc-01" is RC-01, "办理时限" or its id one limit, "时限" all of them.
// Empty where there is none.
[[nodiscard]] std::vector<std::string> deadlines_called(std::string_view words);
// The rules, then the limits, then "时限" for all of these.
[[nodiscard]] std::vector<Message> deadline_names();

// At most `limit` of them (0: all), the days counted to `as_of`. narrow: the columns that fit a screen, with the days in words: late,
// left, or how long it lasts.
enum class DeadlineView : std::uint8_t { all, narrow };
[[nodiscard]] RowSet deadline_rows(const std::vector<Deadline>& deadlines, Date as_of, std::int64_t limit,
                                   DeadlineView view = DeadlineView::all);
// A row a rule: how many are overdue, about to be, to be looked into.
[[nodiscard]] RowSet deadline_counts(const std::vector<Deadline>& deadlines);
// "转接 T40 …" with the commands of the first few, each command once.
[[nodiscard]] std::vector<Message> most_urgent(const std::vector<Deadline>& deadlines, std::size_t most);
// What --fail-on looks at: an error for each that is overdue and this clerk's to do, a warning for each other one.
[[nodiscard]] Findings deadline_findings(const std::vector<Deadline>& deadlines);

} // namespace jiezhuan
