#include "jiezhuan/ledger/sqlite/ledger_file.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/sqlite/connection.hpp"
#include "jiezhuan/ledger/sqlite/schema_check.hpp"

#include <sys/stat.h>

namespace jiezhuan::sqlite {
namespace {

int application_of(SQLite::Database& database) { return database.execAndGet("PRAGMA application_id").getInt(); }

Result<void> check_identity(SQLite::Database& database, const std::string& path) {
    const int application = application_of(database);
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    if (application != kApplicationId && application != kBackupId) {
        return fail(Exit::damaged, say({"“{}”不是接转账本", "'{}' is not a jiezhuan ledger"}, printable(path)),
                    Text{"核对 --ledger 的路径", "check the path of --ledger"});
    }
    if (version > kSchemaVersion) {
        return fail(
            Exit::newer,
            say({"账本的版本是 {}，本程序只认识到 {}", "the ledger has version {}, this program knows up to {}"},
                version, kSchemaVersion),
            Text{"请升级 jiezhuan", "upgrade jiezhuan"});
    }
    if (version < kSchemaVersion) {
        return fail(
            Exit::upgrade_needed,
            say({"账本的版本是 {}，比本程序的 {} 旧", "the ledger has version {}, older than this program's {}"},
                version, kSchemaVersion),
            Text{"用写它的那一版 jiezhuan；版本号被改过的，从备份恢复：jiezhuan ledger restore 备份 --to 新文件",
                 "use the jiezhuan that wrote it; where the version was altered, restore a backup: jiezhuan "
                 "ledger restore BACKUP --to FILE"});
    }
    return {};
}

// SQLite itself notices whole pages that are missing, and no part of one. Nobody writes while the transaction is open.
Result<void> check_size(SQLite::Database& database, const std::string& path) {
    database.exec("BEGIN");
    const std::int64_t pages = database.execAndGet("PRAGMA page_count").getInt64();
    const std::int64_t page = database.execAndGet("PRAGMA page_size").getInt64();
    struct stat info {};
    const bool cut = stat(path.c_str(), &info) == 0 && info.st_size < pages * page;
    database.exec("COMMIT");
    if (cut) {
        return damaged(say({"账本“{}”的末尾少了 {} 个字节", "the ledger '{}' lacks its last {} bytes"}, printable(path),
                           pages * page - info.st_size));
    }
    return {};
}

} // namespace

Result<void> must_be_a_ledger_file(const std::string& path) {
    if (const auto kind = no_file_but(path)) {
        return fail(Exit::usage,
                    say({"“{}”{}，不是账本文件", "'{}' {}, not the file of a ledger"}, printable(path), *kind),
                    Text{"写明账本文件本身的路径", "name the ledger's file itself"});
    }
    return {};
}

Result<void> must_have_one_name(const std::string& path) {
    struct stat info {};
    if (lstat(path.c_str(), &info) != 0 || info.st_nlink == 1) {
        return {};
    }
    return fail(Exit::usage,
                say({"账本“{}”在磁盘上有 {} 个名字（硬链接）：从另一个名字办理，会看不到没有写完的内容而损坏账本",
                     "the ledger '{}' has {} names on the disk (hard links): used under another one, what was left "
                     "half written would not be seen, and the ledger be damaged"},
                    printable(path), info.st_nlink),
                say({"只留一个名字；其他名字可用 find / -samefile {} 查到；备份用 jiezhuan ledger backup",
                     "keep one of them; find / -samefile {} shows them; make backups with jiezhuan ledger backup"},
                    shell_word(printable(path))));
}

Result<std::unique_ptr<SQLite::Database>> connect_to_ledger(const std::string& path, int wait_ms) {
    JZ_TRY(database, connect(path, OpenAs::read, wait_ms));
    return guarded(path, [&]() -> Result<std::unique_ptr<SQLite::Database>> {
        JZ_CHECK(check_identity(*database, path));
        JZ_CHECK(check_size(*database, path));
        return std::move(database);
    });
}

Result<void> must_be_no_backup(SQLite::Database& database, const std::string& path) {
    if (application_of(database) != kBackupId) {
        return {};
    }
    return fail(
        Exit::usage,
        say({"“{}”是备份，只能查看和恢复，不能在里面办理", "'{}' is a backup: it is read and restored, not written"},
            printable(path)),
        say({"恢复成账本：jiezhuan ledger restore {} --to 新文件",
             "make a ledger of it: jiezhuan ledger restore {} --to FILE"},
            shell_word(printable(path))));
}

} // namespace jiezhuan::sqlite
