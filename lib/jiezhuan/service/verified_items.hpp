// What was looked at when somebody who comes was verified: ids in the ledger, words on paper.
#pragma once

#include "jiezhuan/base/message.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jiezhuan {

// "letter,id" of "介绍信、身份证" or of "id letter", in the order of the list; nothing where a word is none of it.
[[nodiscard]] std::optional<std::string> verified_items(std::string_view words);
// "介绍信、身份证" of "letter,id"; other words as they stand.
[[nodiscard]] std::string verified_items_in_words(std::string_view items);
// The sentence that refuses words, with the list.
[[nodiscard]] Message unknown_verified_items(std::string_view words);

} // namespace jiezhuan
