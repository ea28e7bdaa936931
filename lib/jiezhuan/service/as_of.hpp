// Of which days can be told how things stand.
#pragma once

#include "jiezhuan/ledger/store.hpp"

namespace jiezhuan {

// Views are made of the records as they are now, which is how they were on a day that has passed only where nothing happened since.
// Exit::usage where something did.
[[nodiscard]] Result<void> check_as_of(Reading& ledger, Date as_of, Date today);

} // namespace jiezhuan
