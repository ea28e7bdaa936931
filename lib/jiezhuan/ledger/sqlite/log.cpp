#include "jiezhuan/ledger/sqlite/log.hpp"

#include <algorithm>
#include <cstring>

namespace jiezhuan::sqlite {
namespace {

std::optional<std::vector<Digest>> digests_of(const SQLite::Column& column) {
    const auto size = static_cast<std::size_t>(column.getBytes());
    if (size % sizeof(Digest) != 0) {
        return std::nullopt;
    }
    std::vector<Digest> digests(size / sizeof(Digest));
    if (size > 0) {
        std::memcpy(digests.data(), column.getBlob(), size);
    }
    return digests;
}

tl::unexpected<Error> broken(std::int64_t number) {
    return fail(Exit::damaged, say({"第 {} 次提交的校验点损坏", "the checkpoint of commit {} is damaged"}, number),
                Text{"运行 jiezhuan ledger verify；从备份恢复", "run jiezhuan ledger verify; restore a backup"});
}

} // namespace

Result<std::optional<StoredCheckpoint>> find_checkpoint(SQLite::Database& database, std::int64_t number) {
    SQLite::Statement query(
        database, number == 0 ? "SELECT number, size, root, frontier FROM checkpoint ORDER BY number DESC LIMIT 1"
                              : "SELECT number, size, root, frontier FROM checkpoint WHERE number = ?1");
    if (number != 0) {
        query.bind(1, number);
    }
    if (!query.executeStep()) {
        return std::optional<StoredCheckpoint>();
    }
    StoredCheckpoint stored;
    stored.checkpoint.commit = query.getColumn(0).getInt64();
    stored.checkpoint.size = static_cast<std::uint64_t>(query.getColumn(1).getInt64());
    const auto root = digests_of(query.getColumn(2));
    const auto frontier = digests_of(query.getColumn(3));
    if (!root || root->size() != 1 || !frontier) {
        return broken(stored.checkpoint.commit);
    }
    stored.checkpoint.root = root->front();
    const auto tree = MerkleTree::resume(stored.checkpoint.size, *frontier);
    Sha256 hash;
    if (!tree || tree->root(hash) != stored.checkpoint.root) {
        return broken(stored.checkpoint.commit);
    }
    stored.tree = *tree;
    return std::optional(std::move(stored));
}

Log::Log(SQLite::Database& database, StoredCheckpoint before)
    : database_(database), before_(std::move(before)), tree_(before_.tree),
      insert_(database, "INSERT INTO event (seq, body, leaf) VALUES (?1, ?2, ?3)") {}

Result<std::unique_ptr<Log>> Log::resume(SQLite::Database& database) {
    JZ_TRY(last, find_checkpoint(database));
    auto log = std::unique_ptr<Log>(new Log(database, last ? std::move(*last) : StoredCheckpoint()));
    SQLite::Statement newest(database, "SELECT ifnull(max(seq), 0) FROM event");
    newest.executeStep();
    if (static_cast<std::uint64_t>(newest.getColumn(0).getInt64()) != log->tree_.size()) {
        return fail(
            Exit::damaged,
            say({"账本有 {} 条事件，最后的校验点却是 {} 条", "the ledger has {} events, its last checkpoint {}"},
                newest.getColumn(0).getInt64(), log->tree_.size()),
            Text{"运行 jiezhuan ledger verify；从备份恢复", "run jiezhuan ledger verify; restore a backup"});
    }
    return log;
}

Log::Entry Log::enter(std::string_view body) {
    const Digest leaf = MerkleTree::leaf(hash_, body);
    tree_.append(hash_, leaf);
    return {static_cast<std::int64_t>(tree_.size()), leaf};
}

void Log::store(const Entry& entry, std::string_view body) {
    insert_.bind(1, entry.seq);
    insert_.bindNoCopy(2, body.data(), static_cast<int>(body.size()));
    insert_.bindNoCopy(3, entry.leaf.data(), static_cast<int>(entry.leaf.size()));
    insert_.exec();
    insert_.reset();
}

Result<Checkpoint> Log::seal() {
    const Checkpoint sealed{next_commit(), tree_.size(), tree_.root(hash_)};
    SQLite::Statement insert(database_,
                             "INSERT INTO checkpoint (number, size, root, frontier) VALUES (?1, ?2, ?3, ?4)");
    insert.bind(1, sealed.commit);
    insert.bind(2, static_cast<std::int64_t>(sealed.size));
    insert.bindNoCopy(3, sealed.root.data(), static_cast<int>(sealed.root.size()));
    const std::vector<Digest>& frontier = tree_.frontier();
    insert.bindNoCopy(4, frontier.data(), static_cast<int>(frontier.size() * sizeof(Digest)));
    insert.exec();
    JZ_CHECK(read_back(sealed.root));
    return sealed;
}

Result<void> Log::read_back(const Digest& root) {
    MerkleTree again = before_.tree;
    SQLite::Statement rows(database_, "SELECT seq, body, leaf FROM event WHERE seq > ?1 ORDER BY seq");
    rows.bind(1, static_cast<std::int64_t>(again.size()));
    while (rows.executeStep()) {
        const SQLite::Column body = rows.getColumn(1);
        const SQLite::Column stored = rows.getColumn(2);
        const Digest leaf = MerkleTree::leaf(hash_, std::string_view(static_cast<const char*>(body.getBlob()),
                                                                     static_cast<std::size_t>(body.getBytes())));
        again.append(hash_, leaf);
        if (rows.getColumn(0).getInt64() != static_cast<std::int64_t>(again.size()) ||
            static_cast<std::size_t>(stored.getBytes()) != leaf.size() ||
            std::memcmp(stored.getBlob(), leaf.data(), leaf.size()) != 0) {
            return fail(Exit::storage,
                        say({"写入后读回第 {} 条事件不一致，已放弃", "event {} reads back differently; given up"},
                            rows.getColumn(0).getInt64()));
        }
    }
    if (again.size() != tree_.size() || again.root(hash_) != root) {
        return fail(Exit::storage,
                    Text{"写入后读回的校验根不一致，已放弃", "the root reads back differently; given up"});
    }
    return {};
}

} // namespace jiezhuan::sqlite
