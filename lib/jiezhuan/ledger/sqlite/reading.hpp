// Reads of the store port over one connection.
#pragma once

#include "jiezhuan/ledger/sqlite/connection.hpp"
#include "jiezhuan/ledger/store.hpp"

#include <memory>
#include <string>

namespace jiezhuan::sqlite {

// A row of "SELECT seq, body FROM event". Exit::damaged, Exit::newer as decode_event().
[[nodiscard]] Result<LoggedEvent> event_of(SQLite::Statement& row);

// Reading::member_counts(), for who has the connection alone.
[[nodiscard]] std::vector<Reading::MemberCount> member_counts_of(SQLite::Database& database);

// Base: Reading, or Writing, which adds to it.
template <class Base> class ReadingOver : public Base {
  public:
    ReadingOver(std::string path, std::unique_ptr<SQLite::Database> database)
        : path_(std::move(path)), database_(std::move(database)) {}

    Result<std::optional<Organisation>> organisation(OrgId id) override;
    Result<std::optional<Member>> member(MemberId id) override;
    Result<std::optional<Batch>> batch(BatchId id) override;
    Result<std::optional<Transfer>> transfer(TransferId id) override;
    Result<std::optional<Letter>> letter(LetterId id) override;
    Result<std::optional<ProfileRecord>> profile(ProfileId id) override;

    Result<std::vector<Organisation>> organisations(const Query& query) override;
    Result<std::vector<Member>> members(const Query& query) override;
    Result<std::vector<Batch>> batches(const Query& query) override;
    Result<std::vector<Transfer>> transfers(const Query& query) override;
    Result<std::vector<Letter>> letters(const Query& query) override;
    Result<std::vector<Stock>> stocks(const Query& query) override;
    Result<std::vector<Intake>> intakes(const Query& query) override;
    Result<std::vector<ProfileRecord>> profiles(const Query& query) override;
    Result<void> each_member(const Query& query, const std::function<Result<void>(const Member&)>& visit) override;

    Result<std::optional<MemberId>> member_by_identity(const Identity& identity) override;
    Result<std::int64_t> count(RecordKind kind, const Query& query) override;
    Result<std::vector<Reading::MemberCount>> member_counts() override;
    Result<std::int64_t> last_serial(OrgId issuer, LetterKind kind, std::int64_t year, NumberSource source) override;
    Result<std::vector<LoggedEvent>> history(RecordKind kind, std::int64_t id) override;
    Result<void> each_event(std::int64_t first, std::int64_t last,
                            const std::function<Result<void>(const LoggedEvent&)>& visit) override;
    Result<LedgerInfo> info() override;

  protected:
    // The connection, once what is under way on it has ended.
    [[nodiscard]] SQLite::Database& database() {
        settle();
        return *database_;
    }
    [[nodiscard]] SQLite::Database& connection() { return *database_; }
    virtual void settle() {}
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    template <class T> Result<std::optional<T>> find(std::int64_t id);
    template <class T> Result<std::vector<T>> list(const Query& query);
    template <class T, class Visit> Result<void> each(const Query& query, const Visit& visit);

    std::string path_;
    std::unique_ptr<SQLite::Database> database_;
};

// Begins a read transaction: one snapshot until the connection is closed. Throws as the engine does.
void take_snapshot(SQLite::Database& database);
[[nodiscard]] Result<std::unique_ptr<Reading>> open_reading(const std::string& path,
                                                            std::unique_ptr<SQLite::Database> database);

} // namespace jiezhuan::sqlite
