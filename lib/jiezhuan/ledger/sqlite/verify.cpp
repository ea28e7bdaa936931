#include "jiezhuan/ledger/sqlite/verify.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/sqlite/anchors.hpp"
#include "jiezhuan/ledger/sqlite/connection.hpp"
#include "jiezhuan/ledger/sqlite/log.hpp"
#include "jiezhuan/ledger/sqlite/projector.hpp"
#include "jiezhuan/ledger/sqlite/reading.hpp"
#include "jiezhuan/ledger/sqlite/schema_check.hpp"
#include "jiezhuan/model/citizen_id.hpp"
#include "jiezhuan/model/transfer_paths.hpp"

#include <cstring>

namespace jiezhuan::sqlite {
namespace {

Result<void> check_file(SQLite::Database& database) {
    SQLite::Statement check(database, "PRAGMA integrity_check(1)");
    check.executeStep();
    if (const std::string answer = check.getColumn(0).getString(); answer != "ok") {
        return damaged(say({"文件结构损坏（SQLite：{}）", "the file is damaged: {}"}, printable(answer)));
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
        report_.history = tally_.result();
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
        tally_.see(seq, *decoded);
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
    CountTally tally_;
    VerifyReport report_;
    bool have_checkpoint_ = false;
    std::uint64_t size_ = 0; // of the checkpoint that comes next
};

bool same_column(const SQLite::Column& a, const SQLite::Column& b) {
    if (a.getType() != b.getType() || a.getBytes() != b.getBytes()) {
        return false;
    }
    const auto bytes = static_cast<std::size_t>(a.getBytes()); // of nothing there is no address
    return bytes == 0 || std::memcmp(a.getBlob(), b.getBlob(), bytes) == 0;
}

// The key of a look-up by ID number is the number: of it is shown what is shown of any, and nothing of one that is none.
std::string key_in_words(std::string_view table, const SQLite::Column& key) {
    constexpr std::int64_t kLeast = 10'000'000'000'000'000; // 17 digits
    if (table != "member_by_citizen_id") {
        return printable(key.getString());
    }
    const std::int64_t number = key.getInt64();
    return number < kLeast || number / 10 >= kLeast ? "********" : CitizenId::from_number(number).masked();
}

tl::unexpected<Error> differs(std::string_view table, SQLite::Statement& row, const Message& what) {
    return fail(Exit::tables_differ,
                say({"表 {} 键 {} 与事件不符（{}）", "table {}, key {} is not what the events say ({})"}, table,
                    key_in_words(table, row.getColumn(0)), what),
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
        const bool numbered = table.key == "id" && more_left && more_right;
        const std::int64_t order = numbered ? left.getColumn(0).getInt64() - right.getColumn(0).getInt64() : 0;
        if (!more_right || order < 0) {
            return differs(table.name, left, Text{"多出的一行", "a row too many"});
        }
        if (!more_left || order > 0) {
            return differs(table.name, right, Text{"缺这一行", "a row is missing"});
        }
        for (int i = 0; i < left.getColumnCount(); ++i) {
            if (!same_column(left.getColumn(i), right.getColumn(i))) {
                return differs(table.name, right, Message(left.getColumnName(i), left.getColumnName(i)));
            }
        }
    }
}

void count_members(SQLite::Database& database, VerifyReport& report) {
    report.members = member_counts_of(database);
    SQLite::Statement groups(database, "SELECT kind, state, count(*) FROM transfer GROUP BY kind, state");
    while (groups.executeStep()) {
        const auto kind = static_cast<TransferKind>(groups.getColumn(0).getInt());
        const auto state = static_cast<TransferState>(groups.getColumn(1).getInt());
        if (stands_as_in(kind, state, Standing::in_transit)) {
            report.on_the_way += groups.getColumn(2).getInt64();
        }
    }
}

} // namespace

Result<VerifyReport> verify(SQLite::Database& database, const std::string& path, WithAnchors with_anchors) {
    return guarded(path, [&]() -> Result<VerifyReport> {
        JZ_CHECK(check_file(database));
        JZ_CHECK(check_schema(database));
        JZ_TRY(scratch, connect_scratch());
        scratch->exec("BEGIN");
        Projector projector(*scratch);
        projector.let_lookups_wait();
        JZ_TRY(report, LogWalk(database, projector).run());
        projector.flush();
        if (with_anchors == WithAnchors::yes) {
            JZ_TRY(anchors, check_anchors(database, path));
            report.anchors = anchors;
        }
        for (const ProjectedTable& table : projected_tables()) {
            JZ_TRY(rows, compare_table(table, database, *scratch));
            report.tables.emplace_back(table.name, rows);
        }
        count_members(database, report);
        return std::move(report);
    });
}

Result<VerifyReport> reproject(SQLite::Database& database, const std::string& path) {
    return guarded(path, [&]() -> Result<VerifyReport> {
        JZ_CHECK(check_file(database));
        JZ_CHECK(check_schema(database));
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
