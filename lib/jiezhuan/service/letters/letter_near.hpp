// Letters that a number which names none may have meant.
#pragma once

#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/model/letter.hpp"

#include <string_view>
#include <vector>

namespace jiezhuan {

// Those of the direction whose number differs from the typed one in one digit that is missing or too many, or in two exchanged. One digit
// for another would be nearly every letter of a series.
[[nodiscard]] Result<std::vector<Letter>> letters_near(Reading& ledger, std::string_view number,
                                                       LetterDirection direction);
// Those of ours that somebody of that name has on the way.
[[nodiscard]] Result<std::vector<Letter>> letters_out_of(Reading& ledger, std::string_view name);
// "是不是：20260003（许雪梅）"; empty where there are none.
[[nodiscard]] Message did_you_mean(const std::vector<Letter>& letters);

} // namespace jiezhuan
