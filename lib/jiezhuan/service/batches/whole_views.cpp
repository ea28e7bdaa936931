#include "jiezhuan/service/batches/whole_views.hpp"

#include "jiezhuan/service/batches/whole_organisation.hpp"

#include <algorithm>

namespace jiezhuan {

Result<RowSet> letters_of_whole(Reading& ledger, const Batch& batch) {
    RowSet set;
    set.id = "letters";
    set.title = Text{"整建制介绍信", "Letters of the whole organisation"};
    set.columns = {{"id", Text{"编号", "ID"}, ColumnType::id},
                   {"no", Text{"介绍信编号", "Letter"}, ColumnType::id},
                   {"stage", Text{"正式/预备", "Stage"}, ColumnType::code},
                   {"persons", Text{"名单人数", "Persons"}, ColumnType::number},
                   {"received", Text{"已接收", "Received"}, ColumnType::number},
                   {"state", Text{"状态", "State"}, ColumnType::code},
                   {"receipt_on", Text{"回执日期", "Receipt"}, ColumnType::date}};
    set.when_empty = Text{"还没有介绍信", "no letter yet"};
    JZ_TRY(letters, ledger.letters(Query().equal("batch", batch.id.text())));
    JZ_TRY(transfers, ledger.transfers(Query().equal("batch", batch.id.text())));
    for (const Letter& letter : letters) {
        const auto received = std::count_if(transfers.begin(), transfers.end(), [&](const Transfer& transfer) {
            return transfer.letter == letter.id && was_received(transfer);
        });
        set.rows.push_back({letter.id, letter.no, Cell::code(letter.stage), letter.persons,
                            static_cast<std::int64_t>(received), Cell::code(letter.state), letter.receipt_on});
    }
    return set;
}

bool waits_for_list(const Transfer& transfer, const std::vector<Transfer>& transfers) {
    return std::any_of(transfers.begin(), transfers.end(),
                       [&](const Transfer& other) { return other.letter == transfer.letter && is_undecided(other); });
}

Result<std::int64_t> undecided_beside(Reading& ledger, const std::optional<Letter>& letter) {
    if (!letter || !has_list(*letter) || !answered_here(*letter) || !letter->receipt_issued_on.empty()) {
        return 0;
    }
    JZ_TRY(transfers, transfers_of_list(ledger, *letter));
    return std::count_if(transfers.begin(), transfers.end(), is_undecided);
}

NextStep decide_first(const Letter& letter, std::int64_t undecided) {
    return {say({"名单上还有 {} 人没有办，都办完再开回执", "the receipt waits for {} on the list who are undecided"},
                undecided),
            say({"jiezhuan transfer worksheet {}", "jiezhuan transfer worksheet {}"}, letter.batch.text())};
}

Message move_command(const OrgDirectory& organisations, const Batch& batch, const std::vector<Transfer>& transfers) {
    const bool decided = std::none_of(transfers.begin(), transfers.end(), [](const Transfer& transfer) {
        return is_open(transfer.state) && transfer.received_on.empty();
    });
    const auto waits = std::find_if(transfers.begin(), transfers.end(), [&](const Transfer& transfer) {
        return transfer.state == TransferState::received && waits_for_organisation(organisations, transfer);
    });
    if (!decided || waits == transfers.end() || organisations.find(batch.from) == nullptr) {
        return {};
    }
    return say({"jiezhuan org change {} --parent {}", "jiezhuan org change {} --parent {}"}, batch.from.text(),
               waits->to.text());
}

} // namespace jiezhuan
