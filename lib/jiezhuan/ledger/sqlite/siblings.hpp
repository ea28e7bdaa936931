// Two copies of one ledger in one directory would share its anchors.log, and the first write to one of them would lock the other.
#pragma once

#include "jiezhuan/base/result.hpp"

#include <string>

namespace jiezhuan::sqlite {

// Exit::usage where the directory of `to` holds, besides the backup `from`, the ledger that the backup was made of: one of the same
// identifier that reaches to the last anchor there. Older backups beside it are no such thing.
[[nodiscard]] Result<void> check_alone(const std::string& from, const std::string& to);

} // namespace jiezhuan::sqlite
