// What a ledger began with.
#pragma once

#include "jiezhuan/ledger/store.hpp"

namespace jiezhuan {

// Was this ledger begun for that organisation and with that profile (and on that day, where one is named)? What was changed since
// does not count: the first event of each is asked.
[[nodiscard]] Result<bool> begun_with(Reading& ledger, const Organisation& own, const ProfileRecord& profile,
                                      std::optional<Date> on);

} // namespace jiezhuan
