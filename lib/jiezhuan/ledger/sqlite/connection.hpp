// One connection to a ledger file, with the settings on which durability depends. Every connection is opened here.
#pragma once

#include "jiezhuan/base/result.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <memory>
#include <string>
#include <utility>

namespace jiezhuan::sqlite {

inline constexpr int kApplicationId = 0x4A5A4C31; // "JZL1"
inline constexpr int kBackupId = 0x4A5A4231;      // "JZB1": a ledger that is read and restored, not written
inline constexpr int kSchemaVersion = 1;

enum class OpenAs { read, write };

// Sets busy_timeout first, then journal_mode=TRUNCATE and synchronous=EXTRA, which are read back and must be so, then what keeps
// an ill-meant or damaged file from doing harm.
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> connect(const std::string& path, OpenAs how, int wait_ms);
// Makes of a connection that was opened to read one that may write. Throws as the engine does.
void prepare_to_write(SQLite::Database& database);
// A database in memory with the tables of a ledger and nothing in them.
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> connect_scratch();

// The tables, as schemas/sqlite/ has them.
[[nodiscard]] std::string schema_sql();

[[nodiscard]] Error error_of(const SQLite::Exception& exception, const std::string& path);

// COMMIT. Exit::outcome_unknown where its error leaves open whether anything was written.
[[nodiscard]] Result<void> commit_transaction(SQLite::Database& database, const std::string& path);

// Calls `act` and turns an exception of the engine into an Error. `act` returns a Result.
template <class Act> auto guarded(const std::string& path, Act&& act) -> decltype(act()) {
    try {
        return act();
    } catch (const SQLite::Exception& exception) {
        return fail(error_of(exception, path));
    }
}

} // namespace jiezhuan::sqlite
