#include "jiezhuan/ledger/sqlite/schema_check.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/sqlite/connection.hpp"

#include <map>

namespace jiezhuan::sqlite {
namespace {

// "index letter_by_number" and what made it.
using Objects = std::map<std::string, std::string>;

// What the engine adds of itself has no text, and cannot change without what it belongs to.
Objects objects_of(SQLite::Database& database) {
    Objects objects;
    SQLite::Statement rows(database, "SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL");
    while (rows.executeStep()) {
        objects.emplace(rows.getColumn(0).getString(), rows.getColumn(1).getString());
    }
    return objects;
}

// "table member" of CREATE TABLE "member" (…
std::string made_by(std::string_view statement) {
    const std::string kind = statement.starts_with("CREATE TABLE ") ? "table " : "index ";
    const std::size_t begin = statement.find(kind == "table " ? "TABLE " : "INDEX ") + kind.size();
    std::string name(statement.substr(begin, statement.find(' ', begin) - begin));
    std::erase(name, '"');
    return kind + name;
}

// The engine keeps each statement as it was written, up to its semicolon: no ledger need be made to compare with.
Objects objects_of(std::string_view schema) {
    Objects objects;
    for (std::size_t begin = schema.find("\nCREATE "); begin != std::string_view::npos;) {
        const std::size_t end = schema.find(";\n", begin);
        const std::string_view statement = schema.substr(begin + 1, end - begin - 1);
        objects.emplace(made_by(statement), statement);
        begin = schema.find("\nCREATE ", end);
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
    const Objects live = objects_of(database);
    const Objects expected = objects_of(schema_sql());
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
