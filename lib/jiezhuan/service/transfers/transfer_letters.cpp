#include "jiezhuan/service/transfers/transfer_letters.hpp"

#include "jiezhuan/ledger/lost_row.hpp"

#include <algorithm>

namespace jiezhuan {

Result<std::optional<Letter>> letter_of(Reading& ledger, const Transfer& transfer) {
    if (!transfer.letter) {
        return std::optional<Letter>();
    }
    JZ_TRY(letter, ledger.letter(transfer.letter));
    ensure_there(letter.has_value(), lost::kLetter);
    return std::move(letter);
}

Result<std::vector<Letter>> letters_of(Reading& ledger, const Transfer& transfer) {
    JZ_TRY(letters, ledger.letters(Query().equal("transfer", transfer.id.text())));
    const bool there =
        std::any_of(letters.begin(), letters.end(), [&](const Letter& letter) { return letter.id == transfer.letter; });
    if (transfer.letter && !there) {
        JZ_TRY(shared, ledger.letter(transfer.letter));
        ensure_there(shared.has_value(), lost::kLetter);
        letters.push_back(std::move(*shared));
        std::sort(letters.begin(), letters.end(), [](const Letter& a, const Letter& b) { return a.id < b.id; });
    }
    return std::move(letters);
}

std::optional<Letter> last_letter(const std::optional<Letter>& letter, const std::vector<Letter>& letters) {
    return letter || letters.empty() ? letter : std::optional(letters.back());
}

std::optional<Letter> for_one(std::optional<Letter> letter, const Member& member) {
    if (letter && has_list(*letter) && issued_here(*letter)) {
        letter->name = member.name;
    }
    return letter;
}

} // namespace jiezhuan
