// The letters of a transfer.
#pragma once

#include "jiezhuan/ledger/store.hpp"

#include <optional>
#include <vector>

namespace jiezhuan {

// Its letter as it is now; nothing where it has none.
[[nodiscard]] Result<std::optional<Letter>> letter_of(Reading& ledger, const Transfer& transfer);
// Every letter there was for it, void and replaced ones too, and the one of the whole list where it travels on that. By id.
[[nodiscard]] Result<std::vector<Letter>> letters_of(Reading& ledger, const Transfer& transfer);
// Its letter, or where it has none any more the last of those.
[[nodiscard]] std::optional<Letter> last_letter(const std::optional<Letter>& letter,
                                                const std::vector<Letter>& letters);

// The letter for the commands about one who goes by it: of a letter with a list, the slip that came may be of that person alone.
[[nodiscard]] std::optional<Letter> for_one(std::optional<Letter> letter, const Member& member);

} // namespace jiezhuan
