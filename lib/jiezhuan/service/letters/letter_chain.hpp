// The chain of letters of one transfer (换信): a department on the way takes a letter in and gives one of its own instead.
#pragma once

#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/model/letter.hpp"
#include "jiezhuan/model/transfer.hpp"
#include "jiezhuan/report/rowset.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace jiezhuan {

// From that letter on: itself, then what was given for it, and so on.
[[nodiscard]] Result<std::vector<Letter>> chain_from(Reading& ledger, const Letter& letter);
// The first of its chain: one of ours, or itself.
[[nodiscard]] Result<Letter> chain_beginning(Reading& ledger, const Letter& letter);
// The one that is in the bearer's hands: the last of the chain.
[[nodiscard]] Result<Letter> letter_in_hand(Reading& ledger, const Letter& letter);

// The letter by which the days of an open transfer are counted: until the relation is received the one in hand, then the transfer's own,
// on whose stub the receipt is pasted. Nothing where it has none.
[[nodiscard]] Result<std::optional<Letter>> letter_that_counts(Reading& ledger, const Transfer& transfer,
                                                               const std::optional<Letter>& letter);

// Does the chain have more than the one letter, or did a department issue the one that came in?
[[nodiscard]] bool was_exchanged(const std::vector<Letter>& chain);
// A row a letter: who issued it, how long it is valid, when it was handed in for the next.
[[nodiscard]] RowSet chain_rows(const std::vector<Letter>& chain);
inline constexpr std::string_view kChain = "chain";
// Adds chain_rows() of the letter where it was exchanged.
[[nodiscard]] Result<void> add_chain(Reading& ledger, const std::optional<Letter>& letter, Document& document);

} // namespace jiezhuan
