#include "jiezhuan/ledger/store.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/hash.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/sqlite/anchors.hpp"
#include "jiezhuan/ledger/sqlite/connection.hpp"
#include "jiezhuan/ledger/sqlite/ledger_file.hpp"
#include "jiezhuan/ledger/sqlite/past.hpp"
#include "jiezhuan/ledger/sqlite/reading.hpp"
#include "jiezhuan/ledger/sqlite/siblings.hpp"
#include "jiezhuan/ledger/sqlite/unfinished.hpp"
#include "jiezhuan/ledger/sqlite/verify.hpp"
#include "jiezhuan/ledger/sqlite/writing.hpp"

#include <filesystem>
#include <sqlite3.h>

namespace jiezhuan {
namespace {

using sqlite::connect;
using sqlite::guarded;
using sqlite::OpenAs;

// Was it the writing of the copy that failed, not the reading of the ledger?
bool failed_writing(const SQLite::Exception& exception) {
    switch (exception.getErrorCode() & 0xFF) {
    case SQLITE_FULL:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
        return true;
    case SQLITE_IOERR:
        return exception.getExtendedErrorCode() != SQLITE_IOERR_READ;
    default:
        return false;
    }
}

Result<void> copy_into(const std::string& from, const sqlite::Unfinished& temporary, const std::string& to,
                       int wait_ms) {
    JZ_TRY(source, connect(from, OpenAs::read, wait_ms));
    try {
        SQLite::Statement vacuum(*source, "VACUUM INTO ?1");
        vacuum.bind(1, temporary.path());
        vacuum.exec();
        return {};
    } catch (const SQLite::Exception& exception) {
        return fail(sqlite::error_of(exception, failed_writing(exception) ? to : from));
    }
}

// What the copy is from now on: a backup, or a ledger.
Result<void> mark_as(int application_id, const sqlite::Unfinished& temporary, const std::string& to, int wait_ms) {
    JZ_TRY(copy, connect(temporary.path(), OpenAs::write, wait_ms));
    return guarded(to, [&]() -> Result<void> {
        copy->exec(fmt::format("PRAGMA application_id={}", application_id));
        return {};
    });
}

struct Copied {
    Checkpoint head;
    bool rebuilt = false;
};

Result<void> make_tables_anew(SQLite::Database& copy, const std::string& name) {
    return guarded(name, [&]() -> Result<void> {
        copy.exec("BEGIN IMMEDIATE");
        JZ_CHECK(sqlite::reproject(copy, name));
        return sqlite::commit_transaction(copy, name);
    });
}

// The copy is sound, or its events are: then, where that is wanted, its tables are made of them once more.
enum class IfTablesDiffer { refuse, rebuild };
Result<Copied> verify_copy(const std::string& copy_path, const std::string& name, IfTablesDiffer if_differ,
                           int wait_ms) {
    JZ_TRY(copy, connect(copy_path, OpenAs::write, wait_ms));
    const auto verified = [&] { return sqlite::verify(*copy, name, sqlite::WithAnchors::no); };
    auto report = verified();
    const bool rebuild = !report && report.error().code == Exit::tables_differ && if_differ == IfTablesDiffer::rebuild;
    if (rebuild) {
        JZ_CHECK(make_tables_anew(*copy, name));
        report = verified();
    }
    if (!report) {
        return fail(std::move(report.error()));
    }
    return Copied{report->head, rebuild};
}

// A verified copy under its final name.
Result<Copied> copy_ledger(const Env& env, const std::string& from, const std::string& to, int application_id,
                           IfTablesDiffer if_differ, int wait_ms) {
    JZ_CHECK(check_free(to));
    JZ_CHECK(check_writable(to));
    JZ_TRY(temporary, sqlite::Unfinished::make(env, to));
    JZ_CHECK(copy_into(from, temporary, to, wait_ms));
    JZ_CHECK(mark_as(application_id, temporary, to, wait_ms));
    JZ_TRY(copied, verify_copy(temporary.path(), to, if_differ, wait_ms));
    JZ_CHECK(sync_file(temporary.path()));
    JZ_CHECK(publish_file(temporary.path(), to, IfExists::refuse));
    return copied;
}

class SqliteStore final : public Store {
  public:
    // `opened`: what looked whether it is a ledger. Opening reads the whole schema: it is not done twice for one command.
    SqliteStore(const Env& env, std::string path, OpenOptions options, std::unique_ptr<SQLite::Database> opened)
        : env_(env), path_(std::move(path)), options_(options), opened_(std::move(opened)) {}

    Result<std::unique_ptr<Reading>> read() override {
        JZ_TRY(database, connection());
        return sqlite::open_reading(path_, std::move(database));
    }

    Result<std::unique_ptr<Reading>> read_past(const Past& past) override {
        JZ_TRY(database, connection());
        return sqlite::open_past(path_, std::move(database), past);
    }

    Result<std::unique_ptr<Writing>> write() override {
        JZ_TRY(database, writing_connection());
        return sqlite::open_writing(env_, path_, std::move(database), sqlite::AtCommit::anchors);
    }

    Result<VerifyReport> verify() override {
        JZ_TRY(database, connection());
        return guarded(path_, [&]() -> Result<VerifyReport> {
            database->exec("BEGIN");
            return sqlite::verify(*database, path_, sqlite::WithAnchors::yes);
        });
    }

    Result<void> fits_anchors() override {
        JZ_TRY(database, connection());
        return guarded(path_, [&]() -> Result<void> {
            database->exec("BEGIN");
            return fits_anchors(*database);
        });
    }

    Result<VerifyReport> rebuild() override {
        JZ_TRY(database, writing_connection());
        return guarded(path_, [&]() -> Result<VerifyReport> {
            database->exec("BEGIN IMMEDIATE");
            JZ_CHECK(fits_anchors(*database)); // an old copy is not made to look whole
            JZ_TRY(report, sqlite::reproject(*database, path_));
            JZ_CHECK(sqlite::commit_transaction(*database, path_));
            return std::move(report);
        });
    }

    Result<Checkpoint> backup(const std::string& to) override {
        if (auto fits = fits_anchors(); !fits && fits.error().code == Exit::anchor_mismatch) {
            return fail(std::move(fits.error())); // an old copy must not push good backups out
        }
        JZ_TRY(copied, copy_ledger(env_, path_, to, sqlite::kBackupId, IfTablesDiffer::refuse, options_.wait_ms));
        return copied.head;
    }

  private:
    Result<std::unique_ptr<SQLite::Database>> connection() {
        if (opened_) {
            return std::move(opened_);
        }
        return connect(path_, OpenAs::read, options_.wait_ms);
    }

    Result<std::unique_ptr<SQLite::Database>> writing_connection() {
        JZ_TRY(database, connection());
        JZ_CHECK(guarded(path_, [&]() -> Result<void> {
            sqlite::prepare_to_write(*database);
            return sqlite::must_be_no_backup(*database, path_);
        }));
        return std::move(database);
    }

    Result<void> fits_anchors(SQLite::Database& database) const {
        JZ_TRY(ledger_id, sqlite::ledger_id_of(database));
        JZ_TRY(end, sqlite::read_anchors_end(anchors_path(path_), ledger_id));
        return sqlite::fit_last_anchor(database, end, path_);
    }

    const Env& env_;
    std::string path_;
    OpenOptions options_;
    std::unique_ptr<SQLite::Database> opened_;
};

Event header(std::string type, Date on, const std::string& op) {
    Event event;
    event.type = std::move(type);
    event.date = on;
    event.op = op;
    return event;
}

Result<void> write_first_events(const Env& env, Writing& ledger, const Organisation& own, const ProfileRecord& profile,
                                const std::string& op, Date on) {
    Event created = header("ledger_created", on, op);
    created.about.emplace("ledger", json::Value(hex(env.random())));
    JZ_CHECK(ledger.append(std::move(created)));
    Event organisation = header("organisation_added", on, op);
    organisation.create = Creation{RecordKind::organisation, to_json(own)};
    JZ_CHECK(ledger.append(std::move(organisation)));
    Event adopted = header("profile_adopted", on, op);
    adopted.create = Creation{RecordKind::profile, to_json(profile)};
    JZ_CHECK(ledger.append(std::move(adopted)));
    return {};
}

Result<void> fill_new_ledger(const Env& env, const std::string& path, const Organisation& own,
                             const ProfileRecord& profile, const std::string& op, Date on) {
    JZ_TRY(database, connect(path, OpenAs::write, 0));
    return guarded(path, [&]() -> Result<void> {
        database->exec(fmt::format("PRAGMA application_id={}; PRAGMA user_version={}", sqlite::kApplicationId,
                                   sqlite::kSchemaVersion));
        database->exec("BEGIN; " + sqlite::schema_sql() + "; COMMIT");
        JZ_TRY(ledger, sqlite::open_writing(env, path, std::move(database), sqlite::AtCommit::nothing));
        JZ_CHECK(write_first_events(env, *ledger, own, profile, op, on));
        JZ_CHECK(ledger->commit());
        return {};
    });
}

} // namespace

// The advice for a ledger speaks of --ledger, and of restoring a backup.
template <class T> static Result<void> as_backup(Result<T> opened) {
    if (opened) {
        return {};
    }
    Error error = std::move(opened.error());
    if (error.code == Exit::damaged) {
        error.hint = Text{"核对备份的文件名；这一份坏了的，换一份备份",
                          "check the backup's name; where this one is damaged, take another"};
    }
    return fail(std::move(error));
}

Result<void> create_ledger(const Env& env, const std::string& path, const Organisation& own,
                           const ProfileRecord& profile, const std::string& op, Date on) {
    JZ_CHECK(hash_self_test());
    JZ_CHECK(check_free(path));
    JZ_CHECK(check_writable(path));
    JZ_CHECK(sqlite::read_anchors_end(anchors_path(path), ""));
    JZ_TRY(temporary, sqlite::Unfinished::make(env, path));
    JZ_CHECK(fill_new_ledger(env, temporary.path(), own, profile, op, on));
    JZ_CHECK(publish_file(temporary.path(), path, IfExists::refuse));
    JZ_TRY(database, connect(path, OpenAs::read, 0));
    return guarded(path, [&]() -> Result<void> {
        JZ_TRY(ledger_id, sqlite::ledger_id_of(*database));
        JZ_TRY(end, sqlite::read_anchors_end(anchors_path(path), ledger_id));
        return sqlite::make_up_anchors(*database, end, anchors_path(path), ledger_id);
    });
}

Result<std::unique_ptr<Store>> open_ledger(const Env& env, const std::string& path, OpenOptions options) {
    JZ_TRY(there, is_there(path));
    if (!there) {
        return fail(Exit::no_ledger, say({"没有账本“{}”", "there is no ledger '{}'"}, printable(path)),
                    Text{"新建：jiezhuan init；或用 --ledger 指定已有账本",
                         "create one: jiezhuan init; or name one with --ledger"});
    }
    JZ_CHECK(sqlite::must_be_a_ledger_file(path));
    JZ_CHECK(sqlite::must_have_one_name(path));
    JZ_CHECK(hash_self_test());
    JZ_TRY(opened, sqlite::connect_to_ledger(path, options.wait_ms));
    return std::make_unique<SqliteStore>(env, path, options, std::move(opened));
}

Result<Restored> restore_ledger(const Env& env, const std::string& from, const std::string& to) {
    const int wait_ms = OpenOptions().wait_ms;
    if (!file_exists(from)) {
        return fail(Exit::not_found, say({"没有备份文件“{}”", "there is no backup '{}'"}, printable(from)),
                    Text{"核对文件名；备份由 jiezhuan ledger backup 做成，默认在账本旁边",
                         "check the name; backups are made by jiezhuan ledger backup, by default beside the ledger"});
    }
    JZ_CHECK(as_backup(sqlite::must_be_a_ledger_file(from))); // one that is kept under two names is none the worse
    JZ_CHECK(as_backup(sqlite::connect_to_ledger(from, wait_ms)));
    JZ_CHECK(check_free(to));
    JZ_CHECK(sqlite::check_alone(from, to));
    JZ_TRY(copied, copy_ledger(env, from, to, sqlite::kApplicationId, IfTablesDiffer::rebuild, wait_ms));
    JZ_TRY(database, connect(to, OpenAs::read, wait_ms));
    JZ_TRY(ledger_id, guarded(to, [&] { return sqlite::ledger_id_of(*database); }));
    auto restored = guarded(to, [&] { return sqlite::restore_anchors(*database, to, env.today()); });
    if (!restored) {
        return fail(std::move(restored.error())
                        .because(Text{"账本已恢复，但锚点没有重新记起",
                                      "the ledger was restored, its anchors were not begun anew"}));
    }
    restored->head = copied.head;
    restored->rebuilt = copied.rebuilt;
    restored->beside = sqlite::copy_beside(to, to, ledger_id, copied.head.size);
    return restored;
}

std::string anchors_path(const std::string& ledger_path) {
    return (std::filesystem::path(directory_of(ledger_path)) / "anchors.log").string();
}

} // namespace jiezhuan
