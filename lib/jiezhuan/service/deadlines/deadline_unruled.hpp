// Limits that the profile sets and no rule of the catalogue states.
#pragma once

#include "jiezhuan/rules/facts.hpp"
#include "jiezhuan/service/deadlines/deadlines.hpp"

namespace jiezhuan {

// What no rule says: a transfer that is held, a letter of it in its last days, a step that nobody takes. Without name and responsible
// organisation. `late`: a rule found the letter late already.
[[nodiscard]] std::vector<Deadline> unruled(const OrgDirectory& organisations, const DeadlineFacts& facts, bool late);
// Of a hand-over list: so many persons whose vouchers have not come.
[[nodiscard]] Deadline awaited(const Batch& batch, std::int64_t persons, const Profile& profile, Date as_of);

} // namespace jiezhuan
