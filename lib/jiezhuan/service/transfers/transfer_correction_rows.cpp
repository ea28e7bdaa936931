// Corrections of a transfer, as they are shown: what it was, what it is.
#include "jiezhuan/service/records/named_cells.hpp"
#include "jiezhuan/service/records/replay.hpp"
#include "jiezhuan/service/transfers/transfer_correction.hpp"

namespace jiezhuan {
namespace {

// The fields that differ, as a form has them: title, before, after.
std::vector<std::vector<Cell>> differing(const OrgDirectory& organisations, const Transfer& before,
                                         const Transfer& after) {
    std::vector<std::vector<Cell>> rows;
    for (const Field<Transfer>& field : fields_of<Transfer>()) {
        if (!field.same(before, after)) {
            rows.push_back({Cell(std::string(field.id), field.title), named_cell(field, before, false, organisations),
                            named_cell(field, after, false, organisations)});
        }
    }
    return rows;
}

const std::vector<Column>& field_columns() {
    static const std::vector<Column> kColumns = {{"field", Text{"项目", "Field"}, ColumnType::code},
                                                 {"before", Text{"原来", "Before"}, ColumnType::text},
                                                 {"after", Text{"改为", "After"}, ColumnType::text}};
    return kColumns;
}

struct Correction {
    std::int64_t seq;
    Event event;
    Transfer before;
    Transfer after;
};

Result<std::vector<Correction>> corrections(Reading& ledger, TransferId id) {
    JZ_TRY(events, ledger.history(RecordKind::transfer, id.value));
    std::vector<Correction> found;
    Transfer now;
    now.id = id;
    for (const LoggedEvent& logged : events) {
        const Transfer before = now;
        replay(logged.seq, logged.event, now);
        if (logged.event.type == "transfer_corrected") {
            found.push_back({logged.seq, logged.event, before, now});
        }
    }
    return found;
}

} // namespace

RowSet changed_fields(const OrgDirectory& organisations, std::span<const CorrectedTransfer> corrected) {
    RowSet set;
    set.id = "changes";
    set.title = Text{"更正的内容", "What was put right"};
    set.columns = {{"transfer", Text{"转接", "Transfer"}, ColumnType::id}};
    set.columns.insert(set.columns.end(), field_columns().begin(), field_columns().end());
    for (const CorrectedTransfer& one : corrected) {
        for (std::vector<Cell>& cells : differing(organisations, one.before, one.after)) {
            cells.insert(cells.begin(), Cell(one.before.id));
            set.rows.push_back(std::move(cells));
        }
    }
    return set;
}

Result<RowSet> corrections_of(Reading& ledger, const OrgDirectory& organisations, TransferId id) {
    RowSet set;
    set.id = kCorrections;
    set.title = Text{"更正", "Corrections"};
    set.columns = {{"date", Text{"日期", "Date"}, ColumnType::date}};
    set.columns.insert(set.columns.end(), field_columns().begin(), field_columns().end());
    set.columns.push_back({"reason", Text{"更正原因", "Why"}, ColumnType::text});
    set.columns.push_back({"operator", Text{"经办人", "By"}, ColumnType::text});
    set.columns.push_back({"seq", Text{"事件", "Event"}, ColumnType::number});
    JZ_TRY(all, corrections(ledger, id));
    for (const Correction& one : all) {
        for (std::vector<Cell>& cells : differing(organisations, one.before, one.after)) {
            cells.insert(cells.begin(), Cell(one.event.date));
            cells.emplace_back(with_ids_masked(json::text_of(one.event.about, "reason")));
            cells.emplace_back(one.event.op);
            cells.emplace_back(one.seq);
            set.rows.push_back(std::move(cells));
        }
    }
    return set;
}

} // namespace jiezhuan
