#include "jiezhuan/ledger/sqlite/connection.hpp"

#include "jiezhuan/base/embedded.hpp"
#include "jiezhuan/base/pinyin.hpp"
#include "jiezhuan/base/text.hpp"

#include <filesystem>
#include <new>
#include <sqlite3.h>

namespace jiezhuan::sqlite {
namespace {

// The directory without links, so that NOFOLLOW judges the ledger's own name only.
std::string resolved(const std::string& path) {
    std::error_code error;
    const std::filesystem::path given(path);
    const auto directory = std::filesystem::canonical(given.has_parent_path() ? given.parent_path() : ".", error);
    return error ? path : (directory / given.filename()).string();
}

void set(SQLite::Database& database, const std::string& pragma, const std::string& value, const std::string& expected) {
    SQLite::Statement statement(database, "PRAGMA " + pragma + "=" + value);
    statement.executeStep();
    SQLite::Statement check(database, "PRAGMA " + pragma);
    const bool answered = check.executeStep();
    const std::string got = answered ? check.getColumn(0).getString() : "";
    if (got != expected) {
        throw SQLite::Exception("PRAGMA " + pragma + " is " + got, SQLITE_IOERR);
    }
}

void harden(SQLite::Database& database) {
    for (const int option : {SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_ENABLE_TRIGGER,
                             SQLITE_DBCONFIG_ENABLE_VIEW}) {
        sqlite3_db_config(database.getHandle(), option, 0, nullptr);
    }
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    set(database, "foreign_keys", "ON", "1");
    set(database, "trusted_schema", "OFF", "0");
    set(database, "cell_size_check", "ON", "1");
    set(database, "secure_delete", "ON", "1");
    set(database, "temp_store", "MEMORY", "2");
    set(database, "cache_size", "-65536", "-65536");
}

// SQL: sounds_like(text, pinyin). What was typed is the same for all rows: SQLite keeps it, read once.
void sounds_like(sqlite3_context* context, int, sqlite3_value** values) noexcept {
    const auto text = [&](int i) {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(values[i]));
        return std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(values[i])));
    };
    try {
        auto* typed = static_cast<SoundsLike*>(sqlite3_get_auxdata(context, 1));
        if (typed == nullptr) {
            typed = new SoundsLike(text(1));
            sqlite3_set_auxdata(context, 1, typed, [](void* kept) { delete static_cast<SoundsLike*>(kept); });
            typed = static_cast<SoundsLike*>(sqlite3_get_auxdata(context, 1));
        }
        sqlite3_result_int(context, typed != nullptr && typed->matches(text(0)) ? 1 : 0);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    } catch (...) {
        sqlite3_result_error(context, "sounds_like", -1);
    }
}

void add_functions(SQLite::Database& database) {
    const int made = sqlite3_create_function_v2(database.getHandle(), "sounds_like", 2,
                                                SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                                                sounds_like, nullptr, nullptr, nullptr);
    if (made != SQLITE_OK) {
        throw SQLite::Exception("sounds_like", made);
    }
}

} // namespace

void prepare_to_write(SQLite::Database& database) {
    set(database, "journal_mode", "TRUNCATE", "truncate");
    set(database, "synchronous", "EXTRA", "3");
}

Result<std::unique_ptr<SQLite::Database>> connect(const std::string& path, OpenAs how, int wait_ms) {
    return guarded(path, [&]() -> Result<std::unique_ptr<SQLite::Database>> {
        // Reading, too, may have to roll back what a killed command left; a file that cannot be written is opened all the same.
        auto database = std::make_unique<SQLite::Database>(
            resolved(path), SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
            wait_ms);
        if (how != OpenAs::read) {
            prepare_to_write(*database);
        }
        harden(*database);
        add_functions(*database);
        return database;
    });
}

Result<std::unique_ptr<SQLite::Database>> connect_scratch() {
    return guarded(":memory:", []() -> Result<std::unique_ptr<SQLite::Database>> {
        auto database = std::make_unique<SQLite::Database>(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        add_functions(*database);
        database->exec(schema_sql());
        return database;
    });
}

std::string schema_sql() { return std::string(embedded_file("schemas/sqlite/0001_ledger.sql")); }

Error error_of(const SQLite::Exception& exception, const std::string& path) {
    const int extended =
        exception.getExtendedErrorCode() > 0 ? exception.getExtendedErrorCode() : exception.getErrorCode();
    const auto made = [&](Exit code, Text what, Text hint) {
        return Error{code,
                     Message(fmt::format("账本“{}”{}（SQLite：{}）", printable(path), what.zh, exception.what()),
                             fmt::format("ledger '{}': {} ({})", printable(path), what.en, exception.what())),
                     hint,
                     {},
                     {}};
    };
    switch (extended & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return made(Exit::busy, {"正被另一个命令使用", "is in use by another command"},
                    {"稍后再试，或用 --wait 加长等待", "try again later, or wait longer with --wait"});
    case SQLITE_NOMEM:
        throw std::bad_alloc();
    case SQLITE_NOTADB:
        return made(Exit::damaged, {"不是账本文件", "is not a ledger file"},
                    {"核对 --ledger 的路径；如是误改，请从备份恢复",
                     "check the path of --ledger; if it was overwritten, restore a backup"});
    case SQLITE_CORRUPT:
        return made(Exit::damaged, {"读到损坏的内容", "has damaged content"},
                    {"再运行一次；仍然如此，从备份恢复：jiezhuan ledger restore 备份 --to 新文件",
                     "run it once more; if it stays, restore a backup: jiezhuan ledger restore BACKUP --to FILE"});
    case SQLITE_CONSTRAINT:
        throw Bug{std::string("a constraint of the ledger: ") + exception.what()};
    case SQLITE_READONLY:
        return made(Exit::storage, {"或其目录不可写", "or its directory cannot be written"},
                    {"检查文件和目录的权限", "check the permissions of the file and its directory"});
    case SQLITE_FULL:
        return made(Exit::storage, {"所在磁盘已满，没有写入任何内容", "the disk is full; nothing was written"},
                    {"腾出空间后再运行同一命令", "make room, then run the same command again"});
    case SQLITE_ERROR:
        if (std::string_view(exception.what()).starts_with("no such ")) { // a table or column of ours
            return made(
                Exit::damaged, {"的表结构与本程序的不同", "has not this program's schema"},
                {"运行 jiezhuan ledger verify 查明；再从备份恢复：jiezhuan ledger restore 备份 --to 新文件",
                 "jiezhuan ledger verify says where; then restore a backup: jiezhuan ledger restore BACKUP --to FILE"});
        }
        return made(Exit::storage, {"读写失败", "could not be read or written"},
                    {"检查路径、权限和磁盘，再运行同一命令",
                     "check path, permissions and disk, then run the same command again"});
    case SQLITE_IOERR:
        if (exception.getExtendedErrorCode() == SQLITE_IOERR_WRITE) {
            return made(
                Exit::storage, {"不能再增大，没有写入任何内容", "cannot grow; nothing was written"},
                {"腾出磁盘空间，或放宽文件大小限制（ulimit -f）后再运行同一命令",
                 "make room on the disk or raise the limit on file sizes (ulimit -f), then run the same command "
                 "again"});
        }
        [[fallthrough]];
    default:
        return made(Exit::storage, {"读写失败", "could not be read or written"},
                    {"检查路径、权限和磁盘，再运行同一命令",
                     "check path, permissions and disk, then run the same command again"});
    }
}

// An error of COMMIT is not always a no: only where SQLite says that the transaction is still open, or that the disk is
// full or the lock was not had, is it known that nothing was written.
Result<void> commit_transaction(SQLite::Database& database, const std::string& path) {
    try {
        database.exec("COMMIT");
        return {};
    } catch (const SQLite::Exception& exception) {
        const bool open = sqlite3_get_autocommit(database.getHandle()) == 0;
        Error error = error_of(exception, path);
        // A write that failed was before the end of the journal: it was rolled back.
        const int extended = exception.getExtendedErrorCode();
        const bool known = open || (extended & 0xFF) == SQLITE_FULL || extended == SQLITE_IOERR_WRITE;
        if (open) {
            sqlite3_exec(database.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
        }
        if (!known) {
            error.code = Exit::outcome_unknown;
            error.hint = Text{"不能确定是否已写入。再运行同一命令：已写入的不会重复登记",
                              "whether it was written is not known. Run the same command again: nothing is done twice"};
        }
        return fail(std::move(error));
    }
}

} // namespace jiezhuan::sqlite
