#include "jiezhuan/service/letters/letter_chain.hpp"

#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/service/letters/letter_views.hpp"

namespace jiezhuan {
namespace {

Result<Letter> stored(Reading& ledger, LetterId id) {
    JZ_TRY(letter, ledger.letter(id));
    ensure_there(letter.has_value(), lost::kLetter);
    return std::move(*letter);
}

} // namespace

Result<std::vector<Letter>> chain_from(Reading& ledger, const Letter& letter) {
    std::vector<Letter> chain = {letter};
    while (chain.back().exchanged_for) {
        JZ_TRY(next, stored(ledger, chain.back().exchanged_for));
        chain.push_back(std::move(next));
    }
    return chain;
}

Result<Letter> chain_beginning(Reading& ledger, const Letter& letter) {
    Letter first = letter;
    while (first.exchanges) {
        JZ_TRY(before, stored(ledger, first.exchanges));
        first = std::move(before);
    }
    return first;
}

Result<Letter> letter_in_hand(Reading& ledger, const Letter& letter) {
    JZ_TRY(chain, chain_from(ledger, letter));
    return std::move(chain.back());
}

Result<std::optional<Letter>> letter_that_counts(Reading& ledger, const Transfer& transfer,
                                                 const std::optional<Letter>& letter) {
    if (!letter || !transfer.received_on.empty()) {
        return letter;
    }
    JZ_TRY(in_hand, letter_in_hand(ledger, *letter));
    return std::optional(std::move(in_hand));
}

bool was_exchanged(const std::vector<Letter>& chain) { return chain.size() > 1 || !chain.front().receipt_to.empty(); }

RowSet chain_rows(const std::vector<Letter>& chain) {
    RowSet set;
    set.id = kChain;
    set.title = Text{"换信经过", "The chain of letters"};
    set.columns = {{"letter", Text{"编号", "ID"}, ColumnType::id},
                   {"no", Text{"介绍信编号", "Letter"}, ColumnType::id},
                   {"issuer", Text{"开具党组织", "Issuer"}, ColumnType::text},
                   {"issued_on", Text{"开具日期", "Issued on"}, ColumnType::date},
                   {"valid_until", Text{"有效期至", "Valid until"}, ColumnType::date},
                   {"exchanged_on", Text{"交出换信", "Handed in"}, ColumnType::date}};
    for (const Letter& letter : chain) {
        set.rows.push_back({letter.id, letter.no, org_name_cell(letter.issuer_name), letter.issued_on,
                            letter.valid_until, letter.exchanged_on});
    }
    return set;
}

Result<void> add_chain(Reading& ledger, const std::optional<Letter>& letter, Document& document) {
    if (!letter) {
        return {};
    }
    JZ_TRY(first, chain_beginning(ledger, *letter));
    JZ_TRY(chain, chain_from(ledger, first));
    if (was_exchanged(chain)) {
        document.sections.push_back(chain_rows(chain));
    }
    return {};
}

} // namespace jiezhuan
