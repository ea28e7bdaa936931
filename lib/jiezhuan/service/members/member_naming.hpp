// Somebody who is called by name where a number is asked for.
#pragma once

#include "jiezhuan/ledger/store.hpp"

#include <string_view>

namespace jiezhuan {

// What to say of words that are no member's number: who has that name (or sounds like it), with what tells them apart, and what to
// type. Exit::usage: an act never guesses who is meant. A name of characters must be whole, pinyin or initials may be a part.
[[nodiscard]] Error not_a_number(Reading& ledger, std::string_view words);

} // namespace jiezhuan
