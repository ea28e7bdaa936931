// A ledger as it stood.
#pragma once

#include "jiezhuan/ledger/store.hpp"

namespace jiezhuan {

// The ledger as it stands, or as it stood at a moment of the past. Exit::usage for a moment before the ledger was begun: it cannot tell
// of it.
[[nodiscard]] Result<std::unique_ptr<Reading>> read_at(Store& store, const Past& past);

// What is said instead of next steps, which are of today: of when an answer is.
[[nodiscard]] Message past_in_words(const Past& past);

// How many members of a view of that day were entered only later: they are in it for what is recorded of them of an earlier day, while
// others who were entered with them are not, so that nobody takes its counts for the roster of the day. 0 where `as_of` is empty.
[[nodiscard]] Result<std::int64_t> entered_later(Reading& past, Date as_of);
[[nodiscard]] Message entered_later_in_words(std::int64_t members);

} // namespace jiezhuan
