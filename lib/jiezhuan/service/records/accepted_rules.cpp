#include "jiezhuan/service/records/accepted_rules.hpp"

#include "jiezhuan/model/ids_in_text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/records/log_view.hpp"

namespace jiezhuan {

std::vector<AcceptedRule> accepted_in(const Event& event) {
    std::vector<AcceptedRule> all;
    const auto accepted = event.about.find("accepted");
    if (accepted == event.about.end() || accepted->second.array() == nullptr) {
        return all;
    }
    for (const json::Value& one : *accepted->second.array()) {
        if (const json::Object* object = one.object()) {
            all.push_back({std::string(json::text_of(*object, "rule")), std::string(json::text_of(*object, "reason"))});
        }
    }
    return all;
}

RowSet accepted_rows(const Events& events) {
    RowSet set;
    set.id = "overrides";
    set.title = Text{"放行的规则", "Rules that were passed"};
    set.columns = {{"rule", Text{"规则", "Rule"}, ColumnType::id},
                   {"title", Text{"内容", "What it says"}, ColumnType::text},
                   {"reason", Text{"理由", "Reason"}, ColumnType::text},
                   {"what", Text{"事项", "What was done"}, ColumnType::code},
                   {"subjects", Text{"对象", "About"}, ColumnType::id},
                   {"operator", Text{"经办人", "By"}, ColumnType::text},
                   {"date", Text{"日期", "Date"}, ColumnType::date},
                   {"written", Text{"登记时间", "Written"}, ColumnType::text},
                   {"seq", Text{"事件", "Event"}, ColumnType::number}};
    set.when_empty = Text{"没有放行过规则", "no rule was passed"};
    for (const auto& [seq, event] : events) {
        for (const AcceptedRule& one : accepted_in(event)) {
            const RuleText* rule = rule_named(one.rule);
            set.rows.push_back({one.rule,
                                rule == nullptr ? Cell() : Cell(std::string(rule->title.zh), Message(rule->title)),
                                with_ids_masked(one.reason), Cell(event.type, what_happened(event)),
                                subjects_of({seq, event}), event.op, event.date, time_in_china(event.at), seq});
        }
    }
    return set;
}

} // namespace jiezhuan
