// A ledger as it stood.
#pragma once

#include "jiezhuan/ledger/store.hpp"

namespace jiezhuan {

// The ledger as it stands, or as it stood at a moment of the past. Exit::usage for a moment before the ledger was begun: it cannot tell
// of it.
[[nodiscard]] Result<std::unique_ptr<Reading>> read_at(Store& store, const Past& past);

// What is said instead of next steps, which are of today: of when an answer is.
[[nodiscard]] Message past_in_words(const Past& past);

} // namespace jiezhuan
