// A deadline is one row: what is late and why (a rule of the catalogue), whom it may concern, by which day, and what to do.
#pragma once

#include "jiezhuan/model/query.hpp"
#include "jiezhuan/rules/rule.hpp"

#include <optional>
#include <span>
#include <vector>

namespace jiezhuan {

// In the order in which a clerk takes them. review: there is no day by which it must be done, or nobody concludes anything (DU-02).
enum class Urgency : std::uint8_t { none, overdue, soon, review };
template <> const CodeTable& code_table<Urgency>();

// Since when it lasts, and by which day it must be done (absent where there is no such day).
struct Limit {
    Urgency urgency = Urgency::overdue;
    Date since;
    Date due;
};

using Queries = std::vector<Query>;

struct DeadlineRule {
    RuleText text;
    Explanation (*check)(const DeadlineFacts&);
    // Of a member: the queries find everybody whom it may concern once, and few others. Absent: it is asked of open transfers.
    // Rows with the same function are asked in the same pass through the roster.
    Queries (*members)(const Profile&, Date as_of);
    // Both are called only where the check found something, so that what they need is there.
    Limit (*limit)(const DeadlineFacts&);
    Text what_to_do;
    Message (*command)(const DeadlineFacts&); // absent, or empty: that of the transfer's next step
};

// Of open transfers and their letters; of members.
[[nodiscard]] std::span<const DeadlineRule> transfer_deadlines();
[[nodiscard]] std::span<const DeadlineRule> member_deadlines();
// The parts of the latter: what the record says of a member, the entry of who is away, and the member's status.
[[nodiscard]] std::span<const DeadlineRule> record_deadlines();
[[nodiscard]] std::span<const DeadlineRule> away_deadlines();
[[nodiscard]] std::span<const DeadlineRule> status_deadlines();
// Periods of members that regulations set and no rule of the catalogue states. Their id is the profile's value, or the field that ends it.
[[nodiscard]] std::span<const DeadlineRule> member_limits();

// Whose relation should go where the member is, of them nothing more is asked about the absence than what that settles.
inline constexpr std::string_view kDutyToTransfer = "FL-01";
[[nodiscard]] inline bool settled_by_transfer(std::string_view rule) { return rule == "FL-02" || rule == "FL-04"; }

// For rows about a member: a period of the profile, the member's number, and the command that shows the record.
[[nodiscard]] inline int months(std::int64_t value) { return static_cast<int>(value); }
[[nodiscard]] inline std::string member_of(const DeadlineFacts& facts) { return facts.member->id.text(); }
[[nodiscard]] inline Message show_member(const DeadlineFacts& facts) {
    const std::string command = "jiezhuan member show " + member_of(facts);
    return {command, command};
}

// What a row finds, as far as it was in force: for the term of a letter or a receipt, on the day of the act that began it, so that
// nobody is late by a regulation of later; for what lasts of a member (an absence, a suspension), on the day asked, since a regulation
// speaks of whoever is so by then.
[[nodiscard]] Findings ask(const DeadlineRule& row, const DeadlineFacts& facts, std::string_view subject);
// On the very day of a limit nothing is late yet, and tomorrow it is: then the limit, as Urgency::soon. `tomorrow`: the facts as of the
// day after. To be asked where ask() finds nothing today; nothing for what is reviewed.
[[nodiscard]] std::optional<Limit> last_day(const DeadlineRule& row, const DeadlineFacts& tomorrow);
[[nodiscard]] Message said_on_last_day(Date due);
// All rows of transfers and members, by id.
[[nodiscard]] Findings ask_deadlines(const DeadlineFacts& facts, std::string_view subject);

// As a catalogue's rule.
inline constexpr Moment kAtReview[] = {Moment::review};
[[nodiscard]] inline Rule<DeadlineFacts> rule_of(const DeadlineRule& row) { return {row.text, kAtReview, row.check}; }

} // namespace jiezhuan
