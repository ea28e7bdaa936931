// Is that file one that may be used as a ledger? Asked before anything is read from it.
#pragma once

#include "jiezhuan/base/result.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <memory>
#include <string>

namespace jiezhuan::sqlite {

// Exit::usage for what is no plain file.
[[nodiscard]] Result<void> must_be_a_ledger_file(const std::string& path);
// Exit::usage for a file with hard links. A journal is found beside the name that was used when it was written, and only there.
[[nodiscard]] Result<void> must_have_one_name(const std::string& path);
// A connection to read what is a ledger or a backup of this version, with its last byte. Exit::damaged, Exit::newer, Exit::upgrade_needed.
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> connect_to_ledger(const std::string& path, int wait_ms);
// Exit::usage for a backup: what is written there would share the anchors of the ledger that it was made of. Throws as the engine does.
[[nodiscard]] Result<void> must_be_no_backup(SQLite::Database& database, const std::string& path);

} // namespace jiezhuan::sqlite
