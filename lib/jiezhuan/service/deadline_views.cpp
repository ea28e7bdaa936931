// Deadlines as a list, as counts and as commands.
#include "jiezhuan/service/deadlines.hpp"

#include <map>
#include <set>

namespace jiezhuan {

RowSet deadline_rows(const std::vector<Deadline>& deadlines, Date as_of, std::int64_t limit) {
    RowSet set;
    set.id = "deadlines";
    set.columns = {{"urgency", Text{"缓急", "Urgency"}, ColumnType::code},
                   {"rule", Text{"规则", "Rule"}, ColumnType::text},
                   {"matter", Text{"事项", "Matter"}, ColumnType::text},
                   {"about", Text{"编号", "ID"}, ColumnType::id},
                   {"name", Text{"姓名", "Name"}, ColumnType::text},
                   {"member", Text{"党员", "Member"}, ColumnType::id},
                   {"letter_no", Text{"介绍信", "Letter"}, ColumnType::text},
                   {"since", Text{"自", "Since"}, ColumnType::date},
                   {"days", Text{"天数", "Days"}, ColumnType::number},
                   {"due", Text{"应于", "Due"}, ColumnType::date},
                   {"responsible", Text{"现由谁负责", "Responsible"}, ColumnType::text},
                   {"command", Text{"怎么办", "What to do"}, ColumnType::text}};
    set.when_empty = Text{"没有逾期、临期和待查的事项", "nothing is overdue, about to be, or to be looked into"};
    for (const Deadline& one : deadlines) {
        if (limit > 0 && set.rows.size() >= static_cast<std::size_t>(limit)) {
            break;
        }
        set.rows.push_back({Cell::code(one.urgency), one.rule, Cell(one.explanation.zh, one.matter), one.about,
                            one.name, one.member, one.letter_no, one.since,
                            one.since.empty() ? Cell() : Cell(days_between(one.since, as_of)), one.due, one.responsible,
                            Cell(one.command, one.what_to_do)});
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
        set.rows.push_back({rule, Cell(counts.matter.zh, counts.matter), counts.of[Urgency::overdue],
                            counts.of[Urgency::soon], counts.of[Urgency::review]});
    }
    return set;
}

std::vector<Message> most_urgent(const std::vector<Deadline>& deadlines, std::size_t most) {
    std::vector<Message> commands;
    std::set<std::string> said;
    for (const Deadline& one : deadlines) {
        if (commands.size() < most && !one.command.empty() && said.insert(one.command).second) {
            commands.emplace_back(fmt::format("{}({} {})", one.command, one.name, one.matter.zh),
                                  fmt::format("{} ({}: {})", one.command, one.name, one.matter.en));
        }
    }
    return commands;
}

Findings overdue_findings(const std::vector<Deadline>& deadlines) {
    Findings findings;
    for (const Deadline& one : deadlines) {
        if (one.urgency == Urgency::overdue) {
            findings.push_back({one.rule, one.severity, one.about, {}, one.explanation, one.what_to_do});
        }
    }
    return findings;
}

} // namespace jiezhuan
