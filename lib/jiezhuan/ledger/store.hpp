// The store port: what the rest of the program may ask of a ledger. ledger/sqlite/ is behind it.
#pragma once

#include "jiezhuan/base/env.hpp"
#include "jiezhuan/base/hash.hpp"
#include "jiezhuan/base/result.hpp"
#include "jiezhuan/ledger/count_history.hpp"
#include "jiezhuan/model/batch.hpp"
#include "jiezhuan/model/event.hpp"
#include "jiezhuan/model/intake.hpp"
#include "jiezhuan/model/letter.hpp"
#include "jiezhuan/model/member.hpp"
#include "jiezhuan/model/organisation.hpp"
#include "jiezhuan/model/profile_record.hpp"
#include "jiezhuan/model/query.hpp"
#include "jiezhuan/model/stock.hpp"
#include "jiezhuan/model/transfer.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

struct Identity {
    CitizenId citizen_id;
    DocumentType document_type = DocumentType::none;
    std::string document_no;
};

struct Checkpoint {
    std::int64_t commit = 0;
    std::uint64_t size = 0; // events
    Digest root{};
};

struct LoggedEvent {
    std::int64_t seq = 0;
    Event event;
};

struct LedgerInfo {
    std::string path;
    std::string ledger_id; // 32 hexadecimal digits
    int schema_version = 0;
    Checkpoint head;
    Instant created;
    Instant last_write;
};

// A moment of the past: what had happened by the end of a day, what the ledger knew at an instant, or both.
struct Past {
    Date as_of;                      // empty: whatever its day
    std::optional<Instant> known_at; // nothing: all that is written
    [[nodiscard]] bool is_now() const { return as_of.empty() && !known_at; }
};

// One consistent view of a ledger.
class Reading {
  public:
    virtual ~Reading() = default;

    // The record of that id; nothing where there is none of that kind. Errors are Exit::storage or Exit::damaged.
    virtual Result<std::optional<Organisation>> organisation(OrgId id) = 0;
    virtual Result<std::optional<Member>> member(MemberId id) = 0;
    virtual Result<std::optional<Batch>> batch(BatchId id) = 0;
    virtual Result<std::optional<Transfer>> transfer(TransferId id) = 0;
    virtual Result<std::optional<Letter>> letter(LetterId id) = 0;
    virtual Result<std::optional<ProfileRecord>> profile(ProfileId id) = 0;

    virtual Result<std::vector<Organisation>> organisations(const Query& query) = 0;
    virtual Result<std::vector<Member>> members(const Query& query) = 0;
    virtual Result<std::vector<Batch>> batches(const Query& query) = 0;
    virtual Result<std::vector<Transfer>> transfers(const Query& query) = 0;
    virtual Result<std::vector<Letter>> letters(const Query& query) = 0;
    virtual Result<std::vector<Stock>> stocks(const Query& query) = 0;
    virtual Result<std::vector<Intake>> intakes(const Query& query) = 0;
    virtual Result<std::vector<ProfileRecord>> profiles(const Query& query) = 0;

    // The same without holding all of them at once; stops at the first error `visit` returns.
    virtual Result<void> each_member(const Query& query, const std::function<Result<void>(const Member&)>& visit) = 0;

    virtual Result<std::optional<MemberId>> member_by_identity(const Identity& identity) = 0;
    virtual Result<std::int64_t> count(RecordKind kind, const Query& query) = 0;
    // How many members there are for each (branch, standing, stage).
    struct MemberCount {
        OrgId branch;
        Standing standing;
        Stage stage;
        std::int64_t members;
    };
    virtual Result<std::vector<MemberCount>> member_counts() = 0;
    // The highest serial used in a series of letters, of the numbers of one source or (none) of all; 0 where none was.
    virtual Result<std::int64_t> last_serial(OrgId issuer, LetterKind kind, std::int64_t year, NumberSource source) = 0;

    // Events that created or set the record, oldest first.
    virtual Result<std::vector<LoggedEvent>> history(RecordKind kind, std::int64_t id) = 0;
    // Events first..last (last 0: to the end), oldest first.
    virtual Result<void> each_event(std::int64_t first, std::int64_t last,
                                    const std::function<Result<void>(const LoggedEvent&)>& visit) = 0;
    virtual Result<LedgerInfo> info() = 0;
};

// The one write path. What was appended is seen by the reads of the same object, and by nobody else before commit().
// Without commit() nothing happened.
class Writing : public Reading {
  public:
    // Appends an event, fills in its commit and instant, projects it. Returns its seq. The event's `date`, `op`, `type` must be set.
    virtual Result<std::int64_t> append(Event event) = 0;
    // Many members at once (imports): as append() of one "member_registered" each, with the given record; returns the seq.
    // They are found by member_by_identity() only after the commit. `about` stays empty.
    virtual Result<std::int64_t> append_member(const Event& header, const Member& member) = 0;
    // Runs `act`; where it answers false or fails, everything it appended is undone. Returns what it answered.
    virtual Result<bool> attempt(const std::function<Result<bool>()>& act) = 0;
    // Reads back what was written, recomputes leaves and root, compares, commits, appends the anchor.
    // Exit::outcome_unknown where the engine does not say whether it committed. With nothing appended it writes nothing.
    virtual Result<Checkpoint> commit() = 0;
    virtual bool anything_appended() const = 0;
    // Does it stand in the ledger? Also where commit() then failed, writing its anchor.
    virtual bool committed() const = 0;
    // The seq that the next event will have: for an event that creates something and refers to it.
    virtual std::int64_t next_seq() const = 0;
};

// What the anchors file says of a ledger that fits it.
struct AnchorsReport {
    bool there = false; // the file
    std::int64_t checked = 0;
    bool head_waits = false;        // the last commit has no anchor yet: the next write makes it up
    bool torn = false;              // the file's last line is not whole
    std::int64_t strange_lines = 0; // that are no anchors, besides
    std::int64_t first_strange = 0; // its line
};

struct VerifyReport {
    Checkpoint head;
    std::int64_t events = 0;
    std::int64_t commits = 0;
    AnchorsReport anchors;
    std::vector<std::pair<std::string, std::int64_t>> tables; // name, rows compared
    CountHistory history;                                     // as the events tell it
    std::vector<Reading::MemberCount> members;                // as the tables have it
    std::int64_t on_the_way = 0;                              // transfers that are sent and not yet received
};

class Store {
  public:
    virtual ~Store() = default;
    virtual Result<std::unique_ptr<Reading>> read() = 0;
    // How things stood then: the records that follow from the events that count (ledger/past_events.hpp), and these events alone.
    virtual Result<std::unique_ptr<Reading>> read_past(const Past& past) = 0;
    // Waits for its turn at most the time given when the store was opened: Exit::busy. Anchors that an earlier command did not
    // get to write are made up. Exit::anchor_mismatch as fits_anchors().
    virtual Result<std::unique_ptr<Writing>> write() = 0;
    // Is the ledger what its last anchor says? Exit::anchor_mismatch where it is behind, or its history is another.
    virtual Result<void> fits_anchors() = 0;

    // Everything: file, schema, bodies, leaves, roots, gaps (Exit::damaged), tables against a scratch projection
    // (Exit::tables_differ), anchors (Exit::anchor_mismatch). The error names the first wrong place.
    virtual Result<VerifyReport> verify() = 0;
    // Replaces the tables by a projection of the events, in one transaction.
    virtual Result<VerifyReport> rebuild() = 0;
    // A verified, synced copy at a path where there is none. Exit::anchor_mismatch as fits_anchors().
    virtual Result<Checkpoint> backup(const std::string& to) = 0;
};

struct OpenOptions {
    int wait_ms = 10'000;
};

// A new ledger: event 1 is ledger_created, event 2 its own organisation, event 3 the profile, all of the day `on`. Exit::usage where
// the path is taken.
[[nodiscard]] Result<void> create_ledger(const Env& env, const std::string& path, const Organisation& own,
                                         const ProfileRecord& profile, const std::string& op, Date on);
// Exit::no_ledger, Exit::usage (no plain file, or one with two names), Exit::damaged (not a ledger), Exit::newer,
// Exit::upgrade_needed, Exit::storage.
[[nodiscard]] Result<std::unique_ptr<Store>> open_ledger(const Env& env, const std::string& path,
                                                         OpenOptions options = {});
struct Restored {
    Checkpoint head;
    std::string anchors_kept;        // where the anchors that were there are now; "" where they fitted
    std::uint64_t anchored_size = 0; // the size that they knew
    bool rebuilt = false; // the tables of the backup were not what its events say, and were made anew from them
    std::string beside;   // what it was restored from, where that is a ledger of the same directory; else ""
};
// Copies a backup to a path where there is none and verifies the copy; where only its tables are not what its events say, they are
// made anew. Anchors there that it does not fit are kept under another
// name, and begun anew with its own.
[[nodiscard]] Result<Restored> restore_ledger(const Env& env, const std::string& from, const std::string& to);

// The file beside a ledger to which every commit appends its checkpoint.
[[nodiscard]] std::string anchors_path(const std::string& ledger_path);

} // namespace jiezhuan
