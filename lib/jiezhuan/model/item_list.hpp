// Several codes of one table in a text: ids in the ledger, words on paper.
#pragma once

#include "jiezhuan/model/code.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// The words of a list, however they are parted: 、 ， ； / or blanks.
[[nodiscard]] std::vector<std::string> listed_words(std::string_view text);
// "letter,id" of "介绍信、身份证" or of "id letter", in the order of the table; nothing where a word is none of it.
[[nodiscard]] std::optional<std::string> item_list(std::string_view words, const CodeTable& table);
// The rows of a list of ids, in the order of the table.
[[nodiscard]] std::vector<const CodeRow*> items_of(std::string_view ids, const CodeTable& table);
// "介绍信、身份证" of "letter,id"; other words as they stand.
[[nodiscard]] Message items_in_words(std::string_view ids, const CodeTable& table);
// All that there are.
[[nodiscard]] Message all_items_in_words(const CodeTable& table);

} // namespace jiezhuan
