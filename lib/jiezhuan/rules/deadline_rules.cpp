#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/deadline_rule.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace jiezhuan {
namespace {

constexpr CodeRow kUrgencies[] = {
    {int(Urgency::overdue), "overdue", {"逾期", "overdue"}, ""},
    {int(Urgency::soon), "soon", {"临期", "soon"}, ""},
    {int(Urgency::review), "review", {"待查", "to review"}, ""},
};
constexpr CodeTable kUrgencyTable = {"urgency", {"缓急", "Urgency"}, kUrgencies};

std::vector<Rule<DeadlineFacts>> all_rules_of_deadlines() {
    std::vector<Rule<DeadlineFacts>> rules;
    for (const std::span<const DeadlineRule> rows : {member_deadlines(), transfer_deadlines()}) {
        for (const DeadlineRule& row : rows) {
            rules.push_back(rule_of(row));
        }
    }
    std::sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) { return a.text.id < b.text.id; });
    return rules;
}

std::vector<DeadlineRule> joined_member_deadlines() {
    std::vector<DeadlineRule> rows;
    for (const std::span<const DeadlineRule> part : {record_deadlines(), away_deadlines(), status_deadlines()}) {
        rows.insert(rows.end(), part.begin(), part.end());
    }
    return rows;
}

} // namespace

std::span<const DeadlineRule> member_deadlines() {
    static const std::vector<DeadlineRule> kRows = joined_member_deadlines();
    return kRows;
}

template <> const CodeTable& code_table<Urgency>() { return kUrgencyTable; }

Findings ask(const DeadlineRule& row, const DeadlineFacts& facts, std::string_view subject) {
    const Rule<DeadlineFacts> rule = rule_of(row);
    Findings findings = ask(std::span(&rule, 1), Moment::review, facts, subject);
    const bool of_an_act = row.members == nullptr;
    if (of_an_act && !findings.empty() && !in_force(row.text, row.limit(facts).since)) {
        return {};
    }
    return findings;
}

std::optional<Limit> last_day(const DeadlineRule& row, const DeadlineFacts& tomorrow) {
    if (ask(row, tomorrow, "").empty()) {
        return std::nullopt;
    }
    const Limit limit = row.limit(tomorrow);
    const bool today =
        limit.urgency == Urgency::overdue && !limit.due.empty() && limit.due.latest().plus_days(1) == tomorrow.as_of;
    return today ? std::optional(Limit{Urgency::soon, limit.since, limit.due}) : std::nullopt;
}

Message said_on_last_day(Date due) {
    return say({"期限 {}，当天办理不算逾期", "due by {}, that day included"}, due.text());
}

Findings ask_deadlines(const DeadlineFacts& facts, std::string_view subject) {
    Findings all;
    for (const std::span<const DeadlineRule> rows : {member_deadlines(), transfer_deadlines()}) {
        for (const DeadlineRule& row : rows) {
            Findings found = ask(row, facts, subject);
            std::move(found.begin(), found.end(), std::back_inserter(all));
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) { return a.rule < b.rule; });
    return all;
}

std::span<const Rule<DeadlineFacts>> deadline_rules() {
    static const std::vector<Rule<DeadlineFacts>> kRules = all_rules_of_deadlines();
    return kRules;
}

} // namespace jiezhuan
