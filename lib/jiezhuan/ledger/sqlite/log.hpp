// The event log: rows that are only ever added, and the Merkle tree over them.
#pragma once

#include "jiezhuan/base/hash.hpp"
#include "jiezhuan/ledger/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <optional>
#include <string_view>

namespace jiezhuan::sqlite {

struct StoredCheckpoint {
    Checkpoint checkpoint;
    MerkleTree tree;
};
// The checkpoint with that number (0: the last); nothing where there is none. Exit::damaged where it is no checkpoint.
[[nodiscard]] Result<std::optional<StoredCheckpoint>> find_checkpoint(SQLite::Database& database,
                                                                      std::int64_t number = 0);

class Log {
  public:
    // Resumes after the last checkpoint. Exit::damaged where the stored frontier does not give the stored root.
    [[nodiscard]] static Result<std::unique_ptr<Log>> resume(SQLite::Database& database);

    struct Entry {
        std::int64_t seq;
        Digest leaf;
    };
    // Takes an event into the tree. It must then be stored, in order.
    [[nodiscard]] Entry enter(std::string_view body);
    void store(const Entry& entry, std::string_view body);
    // Stores the checkpoint of everything appended since; reads the rows back and compares. Exit::storage where they differ.
    [[nodiscard]] Result<Checkpoint> seal();

    // After a rollback to a savepoint: the tree as it was then.
    [[nodiscard]] const MerkleTree& tree() const { return tree_; }
    void go_back_to(const MerkleTree& tree) { tree_ = tree; }

    [[nodiscard]] std::int64_t next_commit() const { return before_.checkpoint.commit + 1; }
    [[nodiscard]] std::int64_t next_seq() const { return static_cast<std::int64_t>(tree_.size()) + 1; }
    [[nodiscard]] std::int64_t appended() const {
        return static_cast<std::int64_t>(tree_.size() - before_.tree.size());
    }

  private:
    Log(SQLite::Database& database, StoredCheckpoint before);
    [[nodiscard]] Result<void> read_back(const Digest& root);

    SQLite::Database& database_;
    Sha256 hash_;
    StoredCheckpoint before_;
    MerkleTree tree_;
    SQLite::Statement insert_;
};

} // namespace jiezhuan::sqlite
