// Deadlines as a list, as counts and as commands.
#include "jiezhuan/service/deadlines/deadlines.hpp"

#include "jiezhuan/rules/catalogue.hpp"

#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace jiezhuan {

namespace {

// What the profile alone sets has no number in the catalogue.
Cell rule_cell(const std::string& rule) {
    return rule_named(rule) == nullptr ? Cell(rule, Message(limit_name(rule).value_or(kLimit))) : Cell(rule);
}

// Days past the day by which it must be done; negative before it.
std::optional<std::int64_t> days_overdue(const Deadline& one, Date as_of) {
    return one.due.empty() ? std::nullopt : std::optional(days_between(one.due.latest(), as_of));
}

Cell overdue_cell(const Deadline& one, Date as_of) {
    const auto days = days_overdue(one, as_of);
    return days ? Cell(*days) : Cell();
}

Message lasts_in_words(const Deadline& one, Date as_of) {
    const std::int64_t days = days_overdue(one, as_of).value_or(0);
    switch (one.urgency) {
    case Urgency::overdue:
        return say({"逾期 {} 天", "{} d late"}, days);
    case Urgency::soon:
        return days == 0 ? Message(Text{"当天到期", "last day"}) : say({"还有 {} 天", "{} d left"}, -days);
    default:
        return one.since.empty() ? Message() : say({"已 {} 天", "for {} d"}, days_between(one.since, as_of));
    }
}

Cell lasts_cell(const Deadline& one, Date as_of) {
    const Message words = lasts_in_words(one, as_of);
    return {words.zh, words};
}

enum class For : std::uint8_t { all, screens, programs };
struct DeadlineColumn {
    Column column;
    For who;
    Cell (*cell)(const Deadline&, Date as_of);
};

std::vector<DeadlineColumn> all_columns() {
    using D = const Deadline&;
    const auto code = ColumnType::code;
    const auto text = ColumnType::text;
    const auto date = ColumnType::date;
    const auto id = ColumnType::id;
    return {
        {{"urgency", Text{"缓急", "Urgency"}, code}, For::all, [](D one, Date) { return Cell::code(one.urgency); }},
        {{"rule", Text{"规则", "Rule"}, text}, For::all, [](D one, Date) { return rule_cell(one.rule); }},
        {{"about", Text{"编号", "ID"}, id}, For::all, [](D one, Date) { return Cell(one.about); }},
        {{"name", Text{"姓名", "Name"}, text}, For::all, [](D one, Date) { return Cell(one.name); }},
        {{"matter", Text{"事项", "Matter"}, text},
         For::all,
         [](D one, Date) { return Cell(one.matter.zh, one.matter); }},
        {{"explanation", Text{"说明", "Explanation"}, text},
         For::programs,
         [](D one, Date) { return Cell(one.explanation.zh, one.explanation); }},
        {{"member", Text{"党员", "Member"}, id}, For::programs, [](D one, Date) { return Cell(one.member); }},
        {{"letter_no", Text{"介绍信编号", "Letter"}, text},
         For::programs,
         [](D one, Date) { return Cell(one.letter_no); }},
        {{"since", Text{"自", "Since"}, date}, For::programs, [](D one, Date) { return Cell(one.since); }},
        {{"lasts", Text{"逾期/剩余", "Late/left"}, code}, For::screens, lasts_cell},
        {{"days_overdue", Text{"逾期天数", "Days late"}, ColumnType::number}, For::programs, overdue_cell},
        {{"due", Text{"期限", "Due"}, date}, For::all, [](D one, Date) { return Cell(one.due); }},
        {{"responsible", Text{"现由谁负责", "Responsible"}, text},
         For::all,
         [](D one, Date) { return Cell(one.responsible); }},
        {{"what_to_do", Text{"怎么办", "What to do"}, text},
         For::all,
         [](D one, Date) { return Cell(one.what_to_do.zh, one.what_to_do); }},
        {{"command", Text{"命令", "Command"}, text},
         For::programs,
         [](D one, Date) { return Cell(one.command.zh, one.command); }},
    };
}

} // namespace

RowSet deadline_rows(const std::vector<Deadline>& deadlines, Date as_of, std::int64_t limit, DeadlineView view) {
    std::vector<DeadlineColumn> shown = all_columns();
    const For others = view == DeadlineView::narrow ? For::programs : For::screens;
    std::erase_if(shown, [&](const DeadlineColumn& one) { return one.who == others; });
    RowSet set;
    set.id = "deadlines";
    set.when_empty = Text{"没有逾期、临期和待查的事项", "nothing is overdue, about to be, or to be reviewed"};
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
    // A step that nobody takes, apart from a list that is still awaited; ours apart from what others are to do.
    std::map<std::tuple<bool, std::string, bool>, Counts> rules;
    for (const Deadline& one : deadlines) {
        const bool stuck = one.rule == kStuck;
        const bool awaited = stuck && one.urgency == Urgency::review;
        Counts& counts = rules[{!one.others.empty(), one.rule, awaited}];
        counts.matter = awaited ? Message(Text{"名单上有人未见介绍信", "letters of a list are awaited"})
                        : stuck ? Message(Text{"超过办理时限", "no step taken in time"})
                                : one.matter;
        if (!one.others.empty()) {
            counts.matter = say({"{}（别的党委）", "{} (other committees)"}, counts.matter);
        }
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
    set.when_empty = Text{"没有逾期、临期和待查的事项", "nothing is overdue, about to be, or to be reviewed"};
    for (auto& [rule, counts] : rules) {
        set.rows.push_back({rule_cell(std::get<1>(rule)), Cell(counts.matter.zh, counts.matter),
                            counts.of[Urgency::overdue], counts.of[Urgency::soon], counts.of[Urgency::review]});
    }
    return set;
}

std::vector<Message> most_urgent(const std::vector<Deadline>& deadlines, std::size_t most) {
    std::vector<Message> commands;
    std::set<std::string> said;
    for (const Deadline& one : deadlines) {
        if (commands.size() < most && !one.command.empty() && said.insert(one.command.zh).second) {
            commands.push_back(say({"{}  # {}：{}", "{}  # {}: {}"}, one.command, one.name, one.matter));
        }
    }
    return commands;
}

Findings deadline_findings(const std::vector<Deadline>& deadlines) {
    Findings findings;
    for (const Deadline& one : deadlines) {
        const bool late = one.urgency == Urgency::overdue && one.others.empty();
        const Severity severity = late ? Severity::error : Severity::warning;
        findings.push_back({one.rule, severity, one.about, {}, one.explanation, one.what_to_do});
    }
    return findings;
}

} // namespace jiezhuan
