#include "jiezhuan/ledger/store.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/sqlite/connection.hpp"
#include "jiezhuan/ledger/sqlite/reading.hpp"
#include "jiezhuan/ledger/sqlite/verify.hpp"
#include "jiezhuan/ledger/sqlite/writing.hpp"

#include <filesystem>
#include <unistd.h>

namespace jiezhuan {
namespace {

using sqlite::connect;
using sqlite::guarded;
using sqlite::OpenAs;

std::string temporary_beside(const Env& env, const std::string& path) {
    return path + ".new-" + hex(env.random()).substr(0, 12);
}

void remove_with_journal(const std::string& path) {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    std::filesystem::remove(path + "-journal", ignored);
}

// Gives a finished file its name, which must be free, and makes that durable.
Result<void> publish(const std::string& temporary, const std::string& path) {
    if (link(temporary.c_str(), path.c_str()) != 0) {
        const bool taken = errno == EEXIST;
        remove_with_journal(temporary);
        if (taken) {
            return fail(Exit::usage,
                        say({"“{}”已经存在，不覆盖", "'{}' exists and is not overwritten"}, printable(path)),
                        Text{"换一个文件名", "choose another name"});
        }
        return fail(Exit::storage, say({"不能建立“{}”", "cannot create '{}'"}, printable(path)));
    }
    remove_with_journal(temporary);
    return sync_directory(directory_of(path));
}

Result<void> must_be_free(const std::string& path) {
    if (file_exists(path)) {
        return fail(Exit::usage, say({"“{}”已经存在，不覆盖", "'{}' exists and is not overwritten"}, printable(path)),
                    Text{"换一个文件名", "choose another name"});
    }
    return {};
}

// A verified copy under its final name.
Result<Checkpoint> copy_ledger(const Env& env, const std::string& from, const std::string& to, int wait_ms) {
    JZ_CHECK(must_be_free(to));
    const std::string temporary = temporary_beside(env, to);
    JZ_CHECK(write_file(temporary, "", IfExists::refuse)); // private from its first byte on
    auto copied = guarded(from, [&]() -> Result<VerifyReport> {
        JZ_TRY(source, connect(from, OpenAs::read, wait_ms));
        SQLite::Statement vacuum(*source, "VACUUM INTO ?1");
        vacuum.bind(1, temporary);
        vacuum.exec();
        JZ_TRY(copy, connect(temporary, OpenAs::read, wait_ms));
        return sqlite::verify(*copy, temporary, "");
    });
    if (!copied) {
        remove_with_journal(temporary);
        return fail(std::move(copied.error()));
    }
    JZ_CHECK(sync_file(temporary));
    JZ_CHECK(publish(temporary, to));
    return copied->head;
}

class SqliteStore final : public Store {
  public:
    SqliteStore(const Env& env, std::string path, OpenOptions options)
        : env_(env), path_(std::move(path)), options_(options) {}

    Result<std::unique_ptr<Reading>> read() override { return sqlite::open_reading(path_, options_.wait_ms); }

    Result<std::unique_ptr<Writing>> write() override {
        JZ_TRY(database, connect(path_, OpenAs::write, options_.wait_ms));
        return sqlite::open_writing(env_, path_, std::move(database), sqlite::Anchors::append);
    }

    Result<VerifyReport> verify() override {
        JZ_TRY(database, connect(path_, OpenAs::read, options_.wait_ms));
        return guarded(path_, [&]() -> Result<VerifyReport> {
            database->exec("BEGIN");
            return sqlite::verify(*database, path_, anchors_path(path_));
        });
    }

    Result<VerifyReport> rebuild() override {
        JZ_TRY(database, connect(path_, OpenAs::write, options_.wait_ms));
        return guarded(path_, [&]() -> Result<VerifyReport> {
            database->exec("BEGIN IMMEDIATE");
            JZ_TRY(report, sqlite::reproject(*database, path_));
            database->exec("COMMIT");
            return std::move(report);
        });
    }

    Result<Checkpoint> backup(const std::string& to) override { return copy_ledger(env_, path_, to, options_.wait_ms); }

  private:
    const Env& env_;
    std::string path_;
    OpenOptions options_;
};

Event header(std::string type, const Env& env, const std::string& op) {
    Event event;
    event.type = std::move(type);
    event.date = env.today();
    event.op = op;
    return event;
}

Result<void> write_first_events(const Env& env, Writing& ledger, const Organisation& own, const ProfileRecord& profile,
                                const std::string& op) {
    Event created = header("ledger_created", env, op);
    created.about.emplace("ledger", json::Value(hex(env.random())));
    JZ_CHECK(ledger.append(std::move(created)));
    Event organisation = header("organisation_added", env, op);
    organisation.create = Creation{RecordKind::organisation, to_json(own)};
    JZ_CHECK(ledger.append(std::move(organisation)));
    Event adopted = header("profile_adopted", env, op);
    adopted.create = Creation{RecordKind::profile, to_json(profile)};
    JZ_CHECK(ledger.append(std::move(adopted)));
    return {};
}

Result<void> fill_new_ledger(const Env& env, const std::string& path, const Organisation& own,
                             const ProfileRecord& profile, const std::string& op) {
    JZ_CHECK(write_file(path, "", IfExists::refuse)); // private from its first byte on
    JZ_TRY(database, connect(path, OpenAs::write, 0));
    return guarded(path, [&]() -> Result<void> {
        database->exec(fmt::format("PRAGMA application_id={}; PRAGMA user_version={}", sqlite::kApplicationId,
                                   sqlite::kSchemaVersion));
        database->exec("BEGIN; " + sqlite::schema_sql() + "; COMMIT");
        JZ_TRY(ledger, sqlite::open_writing(env, path, std::move(database), sqlite::Anchors::none));
        JZ_CHECK(write_first_events(env, *ledger, own, profile, op));
        JZ_CHECK(ledger->commit());
        return {};
    });
}

Result<void> check_identity(SQLite::Database& database, const std::string& path) {
    const int application = database.execAndGet("PRAGMA application_id").getInt();
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    if (application != sqlite::kApplicationId) {
        return fail(Exit::damaged, say({"“{}”不是接转账本", "'{}' is not a jiezhuan ledger"}, printable(path)),
                    Text{"核对 --ledger 的路径", "check the path of --ledger"});
    }
    if (version > sqlite::kSchemaVersion) {
        return fail(
            Exit::newer,
            say({"账本的版本是 {}，本程序只认识到 {}", "the ledger has version {}, this program knows up to {}"},
                version, sqlite::kSchemaVersion),
            Text{"请升级 jiezhuan", "upgrade jiezhuan"});
    }
    if (version < sqlite::kSchemaVersion) {
        return fail(Exit::upgrade_needed,
                    say({"账本的版本 {} 需要升级", "the ledger's version {} must be upgraded"}, version));
    }
    return {};
}

} // namespace

Result<void> create_ledger(const Env& env, const std::string& path, const Organisation& own,
                           const ProfileRecord& profile, const std::string& op) {
    JZ_CHECK(hash_self_test());
    JZ_CHECK(must_be_free(path));
    const std::string temporary = temporary_beside(env, path);
    if (auto filled = fill_new_ledger(env, temporary, own, profile, op); !filled) {
        remove_with_journal(temporary);
        return fail(std::move(filled.error()));
    }
    JZ_CHECK(publish(temporary, path));
    JZ_TRY(reading, sqlite::open_reading(path, 0));
    JZ_TRY(info, reading->info());
    return append_line(anchors_path(path), sqlite::anchor_line(info.ledger_id, info.head));
}

Result<std::unique_ptr<Store>> open_ledger(const Env& env, const std::string& path, OpenOptions options) {
    if (!file_exists(path)) {
        return fail(Exit::no_ledger, say({"没有账本“{}”", "there is no ledger '{}'"}, printable(path)),
                    Text{"新建：jiezhuan init；或用 --ledger 指定已有账本",
                         "create one: jiezhuan init; or name one with --ledger"});
    }
    JZ_CHECK(hash_self_test());
    JZ_TRY(database, connect(path, OpenAs::read, options.wait_ms));
    JZ_CHECK(guarded(path, [&] { return check_identity(*database, path); }));
    return std::make_unique<SqliteStore>(env, path, options);
}

Result<Checkpoint> restore_ledger(const Env& env, const std::string& from, const std::string& to) {
    JZ_CHECK(open_ledger(env, from));
    return copy_ledger(env, from, to, OpenOptions().wait_ms);
}

std::string anchors_path(const std::string& ledger_path) {
    return (std::filesystem::path(directory_of(ledger_path)) / "anchors.log").string();
}

} // namespace jiezhuan
