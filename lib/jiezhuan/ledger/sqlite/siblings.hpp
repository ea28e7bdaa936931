// Two copies of one ledger in one directory would share its anchors.log, and the first write to one of them would lock the other.
#pragma once

#include "jiezhuan/base/result.hpp"

#include <cstdint>
#include <string>

namespace jiezhuan::sqlite {

// The file beside `path`, other than `but`, that is this ledger too and reaches to its last anchor; "" where there is none.
[[nodiscard]] std::string copy_beside(const std::string& path, const std::string& but, const std::string& ledger_id,
                                      std::uint64_t anchored);
// For a restore. Exit::usage where the directory of `to` holds, besides the backup `from`, the ledger that the backup was made of: one
// of the same identifier that reaches to the last anchor there. Backups and older copies beside it are no such thing.
[[nodiscard]] Result<void> check_alone(const std::string& from, const std::string& to);
// For a write. Exit::usage where another such copy of the ledger at `path` lies beside it; `anchored`: the size of the last anchor.
[[nodiscard]] Result<void> check_no_copy(const std::string& path, const std::string& ledger_id, std::uint64_t anchored);

} // namespace jiezhuan::sqlite
