// Has the ledger the tables, indexes and views of this program, and no others? Cheap, however much they hold.
#pragma once

#include "jiezhuan/base/result.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace jiezhuan::sqlite {

// Exit::damaged names the first that is missing, another or too many.
[[nodiscard]] Result<void> check_schema(SQLite::Database& database);
// Exit::damaged, with what to do about a damaged file.
[[nodiscard]] tl::unexpected<Error> damaged(Message what);

} // namespace jiezhuan::sqlite
