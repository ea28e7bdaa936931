// Writes the tables that follow from the events. The same code projects a new event, a rebuild and a verification.
#pragma once

#include "jiezhuan/ledger/sqlite/record_table.hpp"
#include "jiezhuan/model/event.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <memory>
#include <utility>
#include <vector>

namespace jiezhuan::sqlite {

class Projector {
  public:
    explicit Projector(SQLite::Database& database);
    ~Projector();
    Projector(const Projector&) = delete;
    Projector& operator=(const Projector&) = delete;

    // Exit::damaged where the event sets a record that is not there, or a value that is none.
    Result<void> apply(std::int64_t seq, const Event& event);
    // A member that was just created, whose look-up may wait for flush(): many are then written in key order.
    void add_member_in_bulk(const Member& member);
    // With `bulk`, apply() also lets look-ups wait.
    void let_lookups_wait() { lookups_wait_ = true; }
    void flush();
    // The look-ups that wait are of members that were rolled back. Precondition: flush() before the savepoint.
    void forget_waiting() { waiting_.clear(); }

  private:
    struct Tables;

    template <class T> Result<void> create(std::int64_t seq, const json::Object& fields);
    template <class T> Result<void> set(std::int64_t seq, const Change& change);
    void look_up(const Member& member);
    void forget(const Member& member);

    std::unique_ptr<Tables> tables_;
    bool lookups_wait_ = false;
    std::vector<std::pair<std::int64_t, std::int64_t>> waiting_; // citizen ID number, member
};

// The tables a projector fills, in an order in which they can be emptied, with the columns of their keys.
struct ProjectedTable {
    std::string_view name;
    std::string_view key;
};
[[nodiscard]] std::vector<ProjectedTable> projected_tables();

} // namespace jiezhuan::sqlite
