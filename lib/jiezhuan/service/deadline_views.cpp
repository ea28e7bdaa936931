// Deadlines as a list, as counts and as commands.
#include "jiezhuan/service/deadlines.hpp"

#include <map>
#include <set>

namespace jiezhuan {

namespace {

// What the profile alone sets has no number in the catalogue.
Cell rule_cell(const std::string& rule) {
    const bool of_profile = rule == kExpiring || rule == kHeld || rule == kStuck;
    return of_profile ? Cell(rule, Message(Text{"时限", "limit"})) : Cell(rule);
}

struct DeadlineColumn {
    Column column;
    bool narrow; // it is among those that fit a screen
    Cell (*cell)(const Deadline&, Date as_of);
};

std::vector<DeadlineColumn> all_columns() {
    using D = const Deadline&;
    return {
        {{"urgency", Text{"缓急", "Urgency"}, ColumnType::code},
         true,
         [](D one, Date) { return Cell::code(one.urgency); }},
        {{"rule", Text{"规则", "Rule"}, ColumnType::text}, true, [](D one, Date) { return rule_cell(one.rule); }},
        {{"about", Text{"编号", "ID"}, ColumnType::id}, true, [](D one, Date) { return Cell(one.about); }},
        {{"name", Text{"姓名", "Name"}, ColumnType::text}, true, [](D one, Date) { return Cell(one.name); }},
        {{"matter", Text{"事项", "Matter"}, ColumnType::text},
         true,
         [](D one, Date) { return Cell(one.explanation.zh, one.matter); }},
        {{"member", Text{"党员", "Member"}, ColumnType::id}, false, [](D one, Date) { return Cell(one.member); }},
        {{"letter_no", Text{"介绍信", "Letter"}, ColumnType::text},
         false,
         [](D one, Date) { return Cell(one.letter_no); }},
        {{"since", Text{"自", "Since"}, ColumnType::date}, false, [](D one, Date) { return Cell(one.since); }},
        {{"days", Text{"天数", "Days"}, ColumnType::number},
         true,
         [](D one, Date as_of) { return one.since.empty() ? Cell() : Cell(days_between(one.since, as_of)); }},
        {{"due", Text{"应于", "Due"}, ColumnType::date}, true, [](D one, Date) { return Cell(one.due); }},
        {{"responsible", Text{"现由谁负责", "Responsible"}, ColumnType::text},
         true,
         [](D one, Date) { return Cell(one.responsible); }},
        {{"command", Text{"怎么办", "What to do"}, ColumnType::text},
         true,
         [](D one, Date) { return Cell(one.command, one.what_to_do); }},
    };
}

} // namespace

RowSet deadline_rows(const std::vector<Deadline>& deadlines, Date as_of, std::int64_t limit, DeadlineView view) {
    std::vector<DeadlineColumn> shown = all_columns();
    std::erase_if(shown, [&](const DeadlineColumn& one) { return view == DeadlineView::narrow && !one.narrow; });
    RowSet set;
    set.id = "deadlines";
    set.when_empty = Text{"没有逾期、临期和待查的事项", "nothing is overdue, about to be, or to be looked into"};
    for (const DeadlineColumn& one : shown) {
        set.columns.push_back(one.column);
    }
    for (const Deadline& deadline : deadlines) {
        if (limit > 0 && set.rows.size() >= static_cast<std::size_t>(limit)) {
            break;
        }
        auto& row = set.rows.emplace_back();
        for (const DeadlineColumn& one : shown) {
            row.push_back(one.cell(deadline, as_of));
        }
    }
    return set;
}

RowSet deadline_counts(const std::vector<Deadline>& deadlines) {
    struct Counts {
        Message matter;
        std::map<Urgency, std::int64_t> of;
    };
    std::map<std::string, Counts> rules;
    for (const Deadline& one : deadlines) {
        Counts& counts = rules[one.rule];
        counts.matter = one.rule == kStuck ? Message(Text{"停滞未办", "a step that nobody takes"}) : one.matter;
        ++counts.of[one.urgency];
    }
    RowSet set;
    set.id = "deadlines";
    set.title = Text{"期限", "Deadlines"};
    set.columns = {{"rule", Text{"规则", "Rule"}, ColumnType::text},
                   {"matter", Text{"事项", "Matter"}, ColumnType::text},
                   {"overdue", Text{"逾期", "Overdue"}, ColumnType::number},
                   {"soon", Text{"临期", "Soon"}, ColumnType::number},
                   {"review", Text{"待查", "To review"}, ColumnType::number}};
    set.when_empty = Text{"没有逾期、临期和待查的事项", "nothing is overdue, about to be, or to be looked into"};
    for (auto& [rule, counts] : rules) {
        set.rows.push_back({rule_cell(rule), Cell(counts.matter.zh, counts.matter), counts.of[Urgency::overdue],
                            counts.of[Urgency::soon], counts.of[Urgency::review]});
    }
    return set;
}

std::vector<Message> most_urgent(const std::vector<Deadline>& deadlines, std::size_t most) {
    std::vector<Message> commands;
    std::set<std::string> said;
    for (const Deadline& one : deadlines) {
        if (commands.size() < most && !one.command.empty() && said.insert(one.command).second) {
            commands.push_back(say({"{}  # {}：{}", "{}  # {}: {}"}, one.command, one.name, one.matter));
        }
    }
    return commands;
}

Findings deadline_findings(const std::vector<Deadline>& deadlines) {
    Findings findings;
    for (const Deadline& one : deadlines) {
        const Severity severity = one.urgency == Urgency::overdue ? Severity::error : Severity::warning;
        findings.push_back({one.rule, severity, one.about, {}, one.explanation, one.what_to_do});
    }
    return findings;
}

} // namespace jiezhuan
