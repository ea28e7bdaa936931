// What the other transfers of a member say to one of them.
#pragma once

#include "jiezhuan/ledger/store.hpp"

#include <optional>

namespace jiezhuan {

// The one that is open; a member has one at most.
[[nodiscard]] Result<std::optional<Transfer>> open_transfer_of(Reading& ledger, MemberId member);

// The newest one after `transfer` that took effect, or may yet: as long as there is one, `transfer` cannot be undone.
[[nodiscard]] Result<std::optional<Transfer>> later_transfer(Reading& ledger, const Transfer& transfer);

// The stay that `in` was converted from, where the migrant had been placed in a branch of ours: it goes on where the relation
// does not come after all.
[[nodiscard]] Result<std::optional<Transfer>> converted_stay(Reading& ledger, const Transfer& in);

} // namespace jiezhuan
