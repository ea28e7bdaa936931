#include "jiezhuan/service/organisations/organisation_history.hpp"

#include "jiezhuan/service/records/log_view.hpp"
#include "jiezhuan/service/records/named_cells.hpp"
#include "jiezhuan/service/records/replay.hpp"

namespace jiezhuan {
namespace {

void add_rows(RowSet& set, const LoggedEvent& logged, const Organisation& before, const Organisation& after,
              const OrgDirectory& organisations) {
    const auto text = [&](const Field<Organisation>& field, const Organisation& one) {
        Cell cell = named_cell(field, one, true, organisations);
        return cell.number() == nullptr ? std::move(cell) : Cell(cell.machine()); // a column of many fields holds texts
    };
    for (const Field<Organisation>& field : fields_of<Organisation>()) {
        // Former names only repeat what the names were.
        if (!field.same(before, after) && field.id != "former_names") {
            set.rows.push_back({Cell(logged.event.date), Cell(logged.event.type, what_happened(logged.event)),
                                Cell(std::string(field.id), field.title), text(field, before), text(field, after),
                                Cell(notes_of(logged.event)), Cell(logged.event.op), Cell(logged.seq)});
        }
    }
}

} // namespace

Result<RowSet> organisation_changes(Reading& ledger, const OrgDirectory& organisations, OrgId id) {
    RowSet set;
    set.id = "changes";
    set.title = Text{"各次变更", "Changes"};
    set.when_empty = Text{"登记以来没有变更", "none since it was registered"};
    set.columns = {
        {"date", Text{"日期", "Date"}, ColumnType::date},     {"what", Text{"事项", "What"}, ColumnType::code},
        {"field", Text{"项目", "Field"}, ColumnType::code},   {"before", Text{"原来", "Before"}, ColumnType::text},
        {"after", Text{"改为", "After"}, ColumnType::text},   {"notes", Text{"依据", "Basis"}, ColumnType::text},
        {"operator", Text{"经办人", "By"}, ColumnType::text}, {"seq", Text{"事件", "Event"}, ColumnType::number}};
    JZ_TRY(history, ledger.history(RecordKind::organisation, id.value));
    Organisation at;
    at.id = id;
    for (const LoggedEvent& logged : history) {
        const Organisation before = at;
        const bool created = logged.seq == id.value && logged.event.create.has_value();
        replay(logged.seq, logged.event, at);
        if (!created) {
            add_rows(set, logged, before, at, organisations);
        }
    }
    return set;
}

} // namespace jiezhuan
