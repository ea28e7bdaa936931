// Proves that a ledger is what its events say.
#pragma once

#include "jiezhuan/ledger/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <string>

namespace jiezhuan::sqlite {

enum class WithAnchors { no, yes };

// As Store::verify(), on an open connection.
[[nodiscard]] Result<VerifyReport> verify(SQLite::Database& database, const std::string& path,
                                          WithAnchors with_anchors);

// Empties the projected tables and fills them from the events, in the transaction that is open. Exit::damaged where the log is.
[[nodiscard]] Result<VerifyReport> reproject(SQLite::Database& database, const std::string& path);

} // namespace jiezhuan::sqlite
