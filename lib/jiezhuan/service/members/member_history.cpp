#include "jiezhuan/service/members/member_history.hpp"

#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/records/event_rows.hpp"
#include "jiezhuan/service/records/named_cells.hpp"
#include "jiezhuan/service/records/replay.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace jiezhuan {
namespace {

struct ChangeRow {
    std::int64_t seq;
    std::vector<Cell> cells;
};

// A column holds the values of many fields: a number is a text in it, as everything else.
Cell as_text(Cell cell) { return cell.number() == nullptr ? std::move(cell) : Cell(cell.machine()); }

// As a clerk reads a form: who, then what became of it. What the events have stands in the order of their keys.
constexpr std::array<std::string_view, 20> kFirst = {
    "name",     "citizen_id", "document_type", "document_no", "sex",       "birth",  "ethnic",
    "stage",    "admission",  "conversion",    "kind",        "direction", "no",     "state",
    "standing", "from",       "from_name",     "to",          "addressee", "branch",
};
template <class T> std::vector<const Field<T>*> fields_in_order() {
    std::vector<const Field<T>*> fields;
    for (const Field<T>& field : fields_of<T>()) {
        fields.push_back(&field);
    }
    const auto place = [](const Field<T>* field) { return std::find(kFirst.begin(), kFirst.end(), field->id); };
    std::stable_sort(fields.begin(), fields.end(),
                     [&](const Field<T>* a, const Field<T>* b) { return place(a) < place(b); });
    return fields;
}

// A row for every field that an event set, with its value before and after.
template <class T>
void add_changes(const Events& events, decltype(T::id) id, bool reveal, const OrgDirectory& organisations,
                 std::vector<ChangeRow>& rows) {
    T before;
    before.id = id;
    for (const auto& [seq, event] : events) {
        T after = before;
        replay(seq, event, after);
        for (const Field<T>* field : fields_in_order<T>()) {
            if (!field->same(before, after)) {
                rows.push_back({seq,
                                {Cell(seq), Cell(id), Cell(std::string(field->id), field->title),
                                 as_text(named_cell(*field, before, reveal, organisations)),
                                 as_text(named_cell(*field, after, reveal, organisations))}});
            }
        }
        before = std::move(after);
    }
}

RowSet change_rows(std::vector<ChangeRow> rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const ChangeRow& a, const ChangeRow& b) { return a.seq < b.seq; });
    RowSet set;
    set.id = "changes";
    set.title = Text{"各次变化", "What changed"};
    set.columns = {{"seq", Text{"序号", "No."}, ColumnType::number},
                   {"record", Text{"对象", "Record"}, ColumnType::id},
                   {"field", Text{"项目", "Field"}, ColumnType::code},
                   {"before", Text{"原来", "Before"}, ColumnType::text},
                   {"after", Text{"改为", "After"}, ColumnType::text}};
    for (ChangeRow& row : rows) {
        set.rows.push_back(std::move(row.cells));
    }
    return set;
}

} // namespace

Result<std::vector<RowSet>> history_of(Reading& ledger, const OrgDirectory& organisations, const Member& member,
                                       bool reveal) {
    JZ_TRY(transfers, ledger.transfers(Query().equal("member", member.id.text())));
    JZ_TRY(letters, ledger.letters(Query().equal("member", member.id.text())));
    AboutRecords records = {{RecordKind::member, member.id.value}};
    for (const Transfer& transfer : transfers) {
        records.emplace_back(RecordKind::transfer, transfer.id.value);
    }
    for (const Letter& letter : letters) {
        records.emplace_back(RecordKind::letter, letter.id.value);
    }
    JZ_TRY(events, events_about(ledger, records));
    std::vector<ChangeRow> rows;
    add_changes<Member>(events, member.id, reveal, organisations, rows);
    for (const Transfer& transfer : transfers) {
        add_changes<Transfer>(events, transfer.id, reveal, organisations, rows);
    }
    for (const Letter& letter : letters) {
        add_changes<Letter>(events, letter.id, reveal, organisations, rows);
    }
    return std::vector<RowSet>{event_rows(events), change_rows(std::move(rows))};
}

} // namespace jiezhuan
