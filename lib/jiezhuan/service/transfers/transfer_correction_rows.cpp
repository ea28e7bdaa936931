// Corrections of a transfer and of the letter that came with it, as they are shown: what it was, what it is.
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/service/records/named_cells.hpp"
#include "jiezhuan/service/records/replay.hpp"
#include "jiezhuan/service/transfers/transfer_correction.hpp"
#include "jiezhuan/service/transfers/transfer_letters.hpp"

#include <algorithm>
#include <iterator>

namespace jiezhuan {
namespace {

// Fields of a letter that follow from others, or go with the sender of the transfer, which has a row of its own.
bool follows(const Field<Letter>& field, bool with_sender) {
    static constexpr std::string_view kDerived[] = {"year", "valid_until", "issuer", "receipt_to"};
    static constexpr std::string_view kOfSender[] = {"issuer_name", "from_unit"};
    const auto among = [&](const auto& ids) {
        return std::find(std::begin(ids), std::end(ids), field.id) != std::end(ids);
    };
    return among(kDerived) || (with_sender && among(kOfSender));
}
bool follows(const Field<Transfer>& /*field*/, bool /*with_sender*/) { return false; }

// The fields that differ, as a form has them: title, before, after.
template <class T>
std::vector<std::vector<Cell>> differing(const OrgDirectory& organisations, const T& before, const T& after,
                                         bool with_sender) {
    std::vector<std::vector<Cell>> rows;
    for (const Field<T>& field : fields_of<T>()) {
        if (!field.same(before, after) && !follows(field, with_sender)) {
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
    std::vector<std::vector<Cell>> differing;
};

// By a correction of the transfer the sender goes along; a letter that was presented anew says its issuer itself.
template <class T>
Result<void> add_corrections(Reading& ledger, const OrgDirectory& organisations, decltype(T::id) id,
                             std::vector<Correction>& found) {
    JZ_TRY(events, ledger.history(RecordTraits<T>::kKind, id.value));
    T now;
    now.id = id;
    for (const LoggedEvent& logged : events) {
        const T before = now;
        replay(logged.seq, logged.event, now);
        const bool corrected = logged.event.type == "transfer_corrected";
        if (corrected || logged.event.type == "letter_corrected") {
            found.push_back({logged.seq, logged.event, differing(organisations, before, now, corrected)});
        }
    }
    return {};
}

} // namespace

RowSet changed_fields(const OrgDirectory& organisations, std::span<const CorrectedTransfer> corrected) {
    RowSet set;
    set.id = "changes";
    set.title = Text{"更正的内容", "What was put right"};
    set.columns = {{"transfer", Text{"转接", "Transfer"}, ColumnType::id}};
    set.columns.insert(set.columns.end(), field_columns().begin(), field_columns().end());
    for (const CorrectedTransfer& one : corrected) {
        auto rows = differing(organisations, one.before, one.after, true);
        if (one.letter_before) {
            auto of_letter = differing(organisations, *one.letter_before, *one.letter_after, true);
            std::move(of_letter.begin(), of_letter.end(), std::back_inserter(rows));
        }
        for (std::vector<Cell>& cells : rows) {
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
    std::vector<Correction> all;
    JZ_CHECK(add_corrections<Transfer>(ledger, organisations, id, all));
    JZ_TRY(transfer, ledger.transfer(id));
    ensure_there(transfer.has_value(), lost::kTransfer);
    JZ_TRY(letters, letters_of(ledger, *transfer));
    for (const Letter& letter : letters) {
        JZ_CHECK(add_corrections<Letter>(ledger, organisations, letter.id, all));
    }
    std::stable_sort(all.begin(), all.end(), [](const Correction& a, const Correction& b) { return a.seq < b.seq; });
    for (Correction& one : all) {
        for (std::vector<Cell>& cells : one.differing) {
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
