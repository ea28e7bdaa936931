#include "jiezhuan/ledger/sqlite/verify.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/sqlite/connection.hpp"
#include "jiezhuan/ledger/sqlite/log.hpp"
#include "jiezhuan/ledger/sqlite/projector.hpp"

#include <charconv>
#include <cstring>

namespace jiezhuan::sqlite {
namespace {

tl::unexpected<Error> damaged(Message what) {
    return fail(Exit::damaged, std::move(what),
                Text{"不要再写入；保留此文件，从最近的备份恢复：jiezhuan ledger restore",
                     "write no more; keep this file and restore the last backup: jiezhuan ledger restore"});
}

Result<void> check_file(SQLite::Database& database) {
    SQLite::Statement check(database, "PRAGMA integrity_check(1)");
    check.executeStep();
    if (const std::string answer = check.getColumn(0).getString(); answer != "ok") {
        return damaged(say({"文件结构损坏：{}", "the file is damaged: {}"}, printable(answer)));
    }
    return {};
}

std::vector<std::string> objects_of(SQLite::Database& database) {
    std::vector<std::string> objects;
    SQLite::Statement rows(
        database, "SELECT type || ' ' || name || ': ' || ifnull(sql, '') FROM sqlite_master ORDER BY type, name");
    while (rows.executeStep()) {
        objects.push_back(rows.getColumn(0).getString());
    }
    return objects;
}

Result<void> check_schema(SQLite::Database& database, SQLite::Database& scratch) {
    const std::vector<std::string> live = objects_of(database);
    const std::vector<std::string> expected = objects_of(scratch);
    for (std::size_t i = 0; i < std::max(live.size(), expected.size()); ++i) {
        if (i >= live.size() || i >= expected.size() || live[i] != expected[i]) {
            const std::string& object = i < live.size() ? live[i] : expected[i];
            return damaged(say({"表结构与本程序的不同：{}", "the schema is not this program's: {}"},
                               printable(object.substr(0, object.find(':')))));
        }
    }
    return {};
}

// Walks the log once: bodies, leaves, gaps, commits and checkpoints; projects into `projector` on the way.
class LogWalk {
  public:
    LogWalk(SQLite::Database& database, Projector& projector)
        : checkpoints_(database, "SELECT number, size, root, frontier FROM checkpoint ORDER BY number"),
          rows_(database, "SELECT seq, body, leaf FROM event ORDER BY seq"), projector_(projector) {}

    Result<VerifyReport> run() {
        JZ_CHECK(next_checkpoint());
        while (rows_.executeStep()) {
            JZ_CHECK(event());
        }
        if (have_checkpoint_) {
            return damaged(say({"第 {} 次提交应有 {} 条事件，账本只到第 {} 条：末尾被截去",
                                "commit {} ends with event {}, but the log ends with {}: its tail is missing"},
                               report_.head.commit + 1, size_, tree_.size()));
        }
        if (tree_.size() == 0 || tree_.size() != report_.head.size) {
            return damaged(say({"第 {} 条事件不属于任何提交", "event {} belongs to no commit"}, report_.head.size + 1));
        }
        report_.events = static_cast<std::int64_t>(tree_.size());
        report_.commits = report_.head.commit;
        return report_;
    }

  private:
    Result<void> next_checkpoint() {
        have_checkpoint_ = checkpoints_.executeStep();
        if (!have_checkpoint_) {
            return {};
        }
        const std::int64_t number = checkpoints_.getColumn(0).getInt64();
        size_ = static_cast<std::uint64_t>(checkpoints_.getColumn(1).getInt64());
        if (number != report_.head.commit + 1) {
            return damaged(
                say({"缺第 {} 次提交的校验点", "the checkpoint of commit {} is missing"}, report_.head.commit + 1));
        }
        if (size_ <= tree_.size()) {
            return damaged(
                say({"第 {} 次提交的校验点大小不对", "the size of the checkpoint of commit {} is wrong"}, number));
        }
        return {};
    }

    Result<void> event() {
        const auto expected = static_cast<std::int64_t>(tree_.size()) + 1;
        const std::int64_t seq = rows_.getColumn(0).getInt64();
        if (seq != expected) {
            return damaged(say({"缺第 {} 条事件", "event {} is missing"}, expected));
        }
        const SQLite::Column column = rows_.getColumn(1);
        const std::string_view body(static_cast<const char*>(column.getBlob()),
                                    static_cast<std::size_t>(column.getBytes()));
        const Digest leaf = MerkleTree::leaf(hash_, body);
        const SQLite::Column stored = rows_.getColumn(2);
        if (static_cast<std::size_t>(stored.getBytes()) != leaf.size() ||
            std::memcmp(stored.getBlob(), leaf.data(), leaf.size()) != 0) {
            return damaged(say({"第 {} 条事件的内容与其校验值不符", "event {} does not fit its hash"}, seq));
        }
        auto decoded = decode_event(body);
        if (!decoded) {
            return fail(std::move(decoded.error()).because(say({"读第 {} 条事件时", "while reading event {}"}, seq)));
        }
        if (!have_checkpoint_ || decoded->commit != report_.head.commit + 1) {
            return damaged(say({"第 {} 条事件不属于任何提交", "event {} belongs to no commit"}, seq));
        }
        JZ_CHECK(projector_.apply(seq, *decoded));
        tree_.append(hash_, leaf);
        return tree_.size() == size_ ? close_commit() : Result<void>();
    }

    Result<void> close_commit() {
        const std::int64_t number = report_.head.commit + 1;
        const Digest root = tree_.root(hash_);
        const SQLite::Column stored = checkpoints_.getColumn(2);
        const bool same_root = static_cast<std::size_t>(stored.getBytes()) == root.size() &&
                               std::memcmp(stored.getBlob(), root.data(), root.size()) == 0;
        const SQLite::Column frontier = checkpoints_.getColumn(3);
        const std::size_t bytes = tree_.frontier().size() * sizeof(Digest);
        const bool same_frontier = static_cast<std::size_t>(frontier.getBytes()) == bytes &&
                                   std::memcmp(frontier.getBlob(), tree_.frontier().data(), bytes) == 0;
        if (!same_root || !same_frontier) {
            return damaged(
                say({"第 {} 次提交的校验点与事件不符", "the checkpoint of commit {} does not fit the events"}, number));
        }
        report_.head = {number, tree_.size(), root};
        return next_checkpoint();
    }

    SQLite::Statement checkpoints_;
    SQLite::Statement rows_;
    Projector& projector_;
    Sha256 hash_;
    MerkleTree tree_;
    VerifyReport report_;
    bool have_checkpoint_ = false;
    std::uint64_t size_ = 0; // of the checkpoint that comes next
};

bool same_column(const SQLite::Column& a, const SQLite::Column& b) {
    return a.getType() == b.getType() && a.getBytes() == b.getBytes() &&
           std::memcmp(a.getBlob(), b.getBlob(), static_cast<std::size_t>(a.getBytes())) == 0;
}

tl::unexpected<Error> differs(std::string_view table, SQLite::Statement& row, std::string_view column) {
    return fail(Exit::tables_differ,
                say({"表 {} 键 {} 与事件不符（{}）", "table {}, key {} is not what the events say ({})"}, table,
                    printable(row.getColumn(0).getString()), column),
                Text{"事件完好时，可用 jiezhuan ledger rebuild 重建各表",
                     "the events are intact: jiezhuan ledger rebuild makes the tables again"});
}

Result<std::int64_t> compare_table(const ProjectedTable& table, SQLite::Database& live, SQLite::Database& scratch) {
    const std::string sql = "SELECT * FROM " + quoted(table.name) + " ORDER BY " + std::string(table.key);
    SQLite::Statement left(live, sql);
    SQLite::Statement right(scratch, sql);
    std::int64_t rows = 0;
    for (;; ++rows) {
        const bool more_left = left.executeStep();
        const bool more_right = right.executeStep();
        if (!more_left && !more_right) {
            return rows;
        }
        if (more_left != more_right) {
            return more_left ? differs(table.name, left, "too many") : differs(table.name, right, "missing");
        }
        for (int i = 0; i < left.getColumnCount(); ++i) {
            if (!same_column(left.getColumn(i), right.getColumn(i))) {
                return differs(table.name, right, left.getColumnName(i));
            }
        }
    }
}

struct Anchor {
    std::uint64_t size = 0;
    std::string root;
};

// The lines of this ledger; a line that is none is damage of the anchors file.
Result<std::vector<Anchor>> anchors_in(const std::string& file, const std::string& ledger_id) {
    constexpr std::uint64_t kLargest = 1ULL << 30U;
    std::vector<Anchor> anchors;
    if (file.empty() || !file_exists(file)) {
        return anchors;
    }
    JZ_TRY(bytes, read_file(file, kLargest));
    for (const std::string_view line : split(bytes, '\n')) {
        const auto parts = split(line, ' ');
        if (parts.size() != 3 || parts[0] != ledger_id) {
            continue;
        }
        Anchor anchor;
        std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), anchor.size);
        anchor.root = parts[2];
        anchors.push_back(std::move(anchor));
    }
    return anchors;
}

Result<void> check_anchors(SQLite::Database& database, const std::string& anchors_file, VerifyReport& report) {
    SQLite::Statement first(database, "SELECT body FROM event WHERE seq = 1");
    first.executeStep();
    JZ_TRY(created, decode_event(first.getColumn(0).getString()));
    JZ_TRY(anchors, anchors_in(anchors_file, std::string(json::text_of(created.about, "ledger"))));
    SQLite::Statement at(database, "SELECT root FROM checkpoint WHERE size = ?1");
    for (const Anchor& anchor : anchors) {
        if (anchor.size > report.head.size) {
            return fail(
                Exit::anchor_mismatch,
                say({"账本只有 {} 条事件，锚点记有 {} 条：账本被换成了旧的，或末尾被截去",
                     "the ledger has {} events, its anchor {}: an older copy was put back, or the tail was cut off"},
                    report.head.size, anchor.size),
                Text{"找回较新的账本或备份；锚点在 anchors.log",
                     "find the newer ledger or backup; the anchors are in anchors.log"});
        }
        at.bind(1, static_cast<std::int64_t>(anchor.size));
        const bool found = at.executeStep();
        const bool same =
            found && hex({static_cast<const std::uint8_t*>(at.getColumn(0).getBlob()), sizeof(Digest)}) == anchor.root;
        at.reset();
        if (!same) {
            return fail(Exit::anchor_mismatch,
                        say({"第 {} 条事件处的校验根与锚点不同：历史被改写",
                             "the root at event {} is not the anchor's: history was rewritten"},
                            anchor.size),
                        Text{"保留此文件，从备份恢复并查明原因", "keep this file, restore a backup and find out why"});
        }
        ++report.anchors_checked;
    }
    return {};
}

} // namespace

Result<VerifyReport> verify(SQLite::Database& database, const std::string& path, const std::string& anchors_file) {
    return guarded(path, [&]() -> Result<VerifyReport> {
        JZ_CHECK(check_file(database));
        JZ_TRY(scratch, connect_scratch());
        JZ_CHECK(check_schema(database, *scratch));
        scratch->exec("BEGIN");
        Projector projector(*scratch);
        projector.let_lookups_wait();
        JZ_TRY(report, LogWalk(database, projector).run());
        projector.flush();
        JZ_CHECK(check_anchors(database, anchors_file, report));
        for (const ProjectedTable& table : projected_tables()) {
            JZ_TRY(rows, compare_table(table, database, *scratch));
            report.tables.emplace_back(table.name, rows);
        }
        return std::move(report);
    });
}

Result<VerifyReport> reproject(SQLite::Database& database, const std::string& path) {
    return guarded(path, [&]() -> Result<VerifyReport> {
        JZ_CHECK(check_file(database));
        for (const ProjectedTable& table : projected_tables()) {
            database.exec("DELETE FROM " + quoted(table.name));
        }
        Projector projector(database);
        projector.let_lookups_wait();
        JZ_TRY(report, LogWalk(database, projector).run());
        projector.flush();
        for (const ProjectedTable& table : projected_tables()) {
            SQLite::Statement count(database, "SELECT count(*) FROM " + quoted(table.name));
            count.executeStep();
            report.tables.emplace_back(table.name, count.getColumn(0).getInt64());
        }
        return std::move(report);
    });
}

} // namespace jiezhuan::sqlite
