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
// Does a basis rest on the person's own word alone ("仅有本人口述")? That verifies nobody: the membership is verified before
// somebody is placed (《中共中央组织部关于进一步加强和改进街道社区党的建设工作的意见》, 2004年10月, section 5).
[[nodiscard]] bool own_word_only(std::string_view basis);
// The sentence that refuses words, with the list.
[[nodiscard]] Message unknown_verified_items(std::string_view words);

} // namespace jiezhuan
