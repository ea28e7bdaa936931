#include "jiezhuan/ledger/sqlite/schema_check.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/sqlite/connection.hpp"

#include <map>

namespace jiezhuan::sqlite {
namespace {

// "index letter_by_number" and what made it.
std::map<std::string, std::string> objects_of(SQLite::Database& database) {
    std::map<std::string, std::string> objects;
    SQLite::Statement rows(database, "SELECT type || ' ' || name, ifnull(sql, '') FROM sqlite_master");
    while (rows.executeStep()) {
        objects.emplace(rows.getColumn(0).getString(), rows.getColumn(1).getString());
    }
    return objects;
}

} // namespace

tl::unexpected<Error> damaged(Message what) {
    return fail(
        Exit::damaged, std::move(what),
        Text{"不要再写入；保留此文件，从最近的备份恢复：jiezhuan ledger restore 备份 --to 新文件",
             "write no more; keep this file and restore the last backup: jiezhuan ledger restore BACKUP --to FILE"});
}

// A dropped table takes its indexes with it: the table is what is named.
Result<void> check_schema(SQLite::Database& database) {
    JZ_TRY(scratch, connect_scratch());
    const auto live = objects_of(database);
    const auto expected = objects_of(*scratch);
    std::string missing;
    for (const auto& [name, sql] : expected) {
        missing = live.contains(name) || missing.starts_with("table") ? missing : name;
    }
    for (const auto& [name, sql] : expected) {
        if (missing.empty() && live.at(name) != sql) {
            return damaged(say({"表结构与本程序的不同：{}", "the schema is not this program's: {}"}, printable(name)));
        }
    }
    if (!missing.empty()) {
        return damaged(say({"表结构缺少 {}", "of the schema there is no {}"}, missing));
    }
    for (const auto& [name, sql] : live) {
        if (!expected.contains(name)) {
            return damaged(say({"表结构多出 {}", "the schema has one too many: {}"}, printable(name)));
        }
    }
    return {};
}

} // namespace jiezhuan::sqlite
