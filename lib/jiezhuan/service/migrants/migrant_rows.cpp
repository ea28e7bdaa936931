#include "jiezhuan/report/record_rows.hpp"
#include "jiezhuan/service/migrants/migrant_register.hpp"

#include <map>

namespace jiezhuan {
namespace {

using Ids = std::vector<std::string_view>;

Ids fields_on_screen(MigrantRegister of) {
    switch (of) {
    case MigrantRegister::inflow:
        return {"settled_since", "away_reason", "card_no", "last_contact"};
    case MigrantRegister::residence:
        return {"report_in_on", "report_in_to", "last_contact"};
    default:
        return {"away_since", "away_place", "report_in_on", "card_no", "last_contact"};
    }
}

Ids all_fields(MigrantRegister of) {
    switch (of) {
    case MigrantRegister::inflow:
        return {"settled_since", "address",      "away_reason", "away_direction",
                "phone",         "away_contact", "card_no",     "last_contact"};
    case MigrantRegister::residence:
        return {"report_in_on", "report_in_to", "address", "phone", "last_contact"};
    default:
        return {"away_since",   "away_place",   "away_reason", "away_direction", "phone",           "away_contact",
                "report_in_to", "report_in_on", "card_no",     "card_issued_on", "card_checked_on", "last_contact"};
    }
}

std::string rules_of(const Migrant& one) {
    std::string all;
    for (const DeadlineRule* row : one.asked) {
        all += (all.empty() ? "" : ",") + std::string(row->text.id);
    }
    return all;
}

Text nobody(const MigrantFilter& filter) {
    if (filter.org || !filter.rule.empty()) {
        return {"没有符合条件的", "nobody fits"};
    }
    switch (filter.of) {
    case MigrantRegister::inflow:
        return {"没有流入党员", "nobody is with us whose relation is elsewhere"};
    case MigrantRegister::residence:
        return {"没有登记向居住地报到的党员", "nobody is recorded as reported in where they live"};
    default:
        return {"没有登记外出的党员", "nobody of ours is recorded as away"};
    }
}

// Before the migrant is placed only the transfer says it.
std::string where_relation_is(const Migrant& one, const OrgDirectory& organisations) {
    if (!one.member.relation_org.empty() || !one.open) {
        return one.member.relation_org;
    }
    return one.open->from ? organisations.label(one.open->from) : one.open->from_name;
}

void add_words(Message& words, bool there, const Message& more) {
    if (there) {
        words.zh += (words.zh.empty() ? "" : "；") + more.zh;
        words.en += (words.en.empty() ? "" : "; ") + more.en;
    }
}

} // namespace

RowSet migrant_rows(const std::vector<Migrant>& migrants, const OrgDirectory& organisations,
                    const MigrantFilter& filter, MigrantView view, bool reveal) {
    const MigrantRegister of = filter.of;
    const bool narrow = view == MigrantView::narrow;
    const auto fields = fields_named<Member>(narrow ? fields_on_screen(of) : all_fields(of));
    RowSet set;
    set.id = "migrants";
    set.when_empty = nobody(filter);
    set.columns = {id_column(), column_of(*field_named<Member>("name"))};
    if (of == MigrantRegister::inflow) {
        set.columns.push_back(column_of(*field_named<Member>("relation_org")));
    }
    set.columns.push_back({"branch", Text{"所在党组织", "Organisation"}, ColumnType::code});
    for (Column& column : columns_of(fields)) {
        set.columns.push_back(std::move(column));
    }
    set.columns.push_back({"transfer", Text{"转接", "Transfer"}, ColumnType::id});
    set.columns.push_back({"rules", Text{"待办规则", "Rules"}, ColumnType::id});
    for (const Migrant& one : migrants) {
        std::vector<Cell>& row = set.rows.emplace_back(std::vector<Cell>{Cell(one.member.id), Cell(one.member.name)});
        if (of == MigrantRegister::inflow) {
            row.emplace_back(where_relation_is(one, organisations));
        }
        const std::string branch = organisations.label(one.member.branch);
        row.push_back(one.member.branch ? Cell(one.member.branch.text(), Message(branch, branch)) : Cell());
        for (Cell& cell : cells_of(fields, one.member, reveal)) {
            row.push_back(std::move(cell));
        }
        row.push_back(one.open ? Cell(one.open->id) : Cell());
        row.emplace_back(rules_of(one));
    }
    return set;
}

std::vector<Message> migrant_counts(const std::vector<Migrant>& migrants) {
    std::map<std::string_view, std::pair<const DeadlineRule*, int>> counted;
    for (const Migrant& one : migrants) {
        for (const DeadlineRule* row : one.asked) {
            auto& [rule, count] = counted[row->text.id];
            rule = row;
            ++count;
        }
    }
    std::vector<Message> commands;
    for (const auto& [id, of] : counted) {
        commands.push_back(say(
            {"jiezhuan reconcile deadlines --rule {}  # {}：{} 名", "jiezhuan reconcile deadlines --rule {}  # {}: {}"},
            id, of.first->text.title, of.second));
    }
    return commands;
}

Message migrant_in_words(const Member& member) {
    const bool guest = member.standing == Standing::hosted;
    Message words;
    add_words(words, !guest && !member.away_since.empty(),
              member.away_place.empty()
                  ? say({"{} 起外出", "away since {}"}, member.away_since.text())
                  : say({"{} 起在“{}”", "away since {} at '{}'"}, member.away_since.text(), member.away_place));
    add_words(words, guest && !member.settled_since.empty(),
              say({"{} 起在本地", "here since {}"}, member.settled_since.text()));
    add_words(words, !member.report_in_to.empty(),
              say({"{} 向“{}”报到，在那里也参加组织生活（《中国共产党党员教育管理工作条例》第三十二条）",
                   "reported in {} to '{}', and takes part there too (条例第三十二条)"},
                  member.report_in_on.text(), member.report_in_to));
    add_words(words, !member.card_no.empty(),
              member.card_checked_on.empty() ? say({"活动证 {}", "card {}"}, member.card_no)
                                             : say({"活动证 {}，{} 年审", "card {}, inspected {}"}, member.card_no,
                                                   member.card_checked_on.text()));
    add_words(words, !words.empty() && !member.last_contact.empty(),
              say({"最近联系 {}", "last contact {}"}, member.last_contact.text()));
    return words;
}

} // namespace jiezhuan
