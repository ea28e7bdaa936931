// The import engine: read, map, validate, plan, apply. What is particular to an import is a RowImport.
//
// First pass, before the ledger is locked: the file is read and mapped, and every row looked at without the ledger, for what repeats
// inside the file and for the key by which the file is known again. Second pass, inside the transaction: every row is judged, planned
// and applied. A plan is an application that is not committed, so that --dry-run and a refusal say exactly what would have happened.
#pragma once

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/intake/cells.hpp"
#include "jiezhuan/service/work.hpp"
#include "jiezhuan/tabular/table.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace jiezhuan {

enum class RowFate : std::uint8_t { added, changed, unchanged, refused };

struct FieldChange {
    Message field;
    Cell before; // masked where the field is private
    Cell after;
};

struct RowOutcome {
    RowFate fate = RowFate::unchanged;
    std::string subject; // "M12 李明"; may be empty
    std::vector<FieldChange> changes;
};

struct IntakeCounts {
    std::int64_t rows = 0;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t refused = 0;
    std::int64_t before = 0; // of the unchanged: by an earlier import of the same file, and left alone
};

// What an import does with a row. One object serves one file.
class RowImport {
  public:
    virtual ~RowImport() = default;

    // First pass: reads every cell that it uses; what was read is the row's part of the key. Nothing is judged yet.
    virtual void look(Cells& row) = 0;
    // After the first pass, in the transaction: what is needed once (a batch, look-ups). May append.
    virtual Result<void> begin(Work&, const IntakeCounts&) { return {}; }
    // After begin(): the order in which rows are applied, as indices from 0; empty: as they stand in the file. Only where a row may
    // refer to a later one: the whole file is then kept in memory.
    [[nodiscard]] virtual std::vector<std::size_t> order() const { return {}; }
    // Second pass: reads the row again, judges it, and appends its events. Findings go into `row`; where it ends up with an error, or
    // the answer is refused, nothing may have been appended for it (Writing::attempt where it appends more than one event). The
    // engine refuses rows whose cells alone are wrong only through this answer: look at row.wrong() before appending.
    virtual Result<RowOutcome> apply(Work& work, Cells& row) = 0;
    // Instead of apply(), for a row that this very file had brought into the ledger before: it is left alone, with all that was
    // corrected since. For what is printed or told of it; what the row says of itself was said then.
    virtual Result<void> look_back(Work&, Cells&) { return {}; }
    // Is look_back() wanted, and finish() after it, where the whole file was applied before?
    [[nodiscard]] virtual bool prints() const { return false; }
    // Sections for that case.
    virtual void describe_again(Document&) const {}
    // The batch that the rows went into, if any: what was refused goes there, too, when it is mended.
    [[nodiscard]] virtual BatchId batch() const { return {}; }
    // Options that rows were refused for want of, for the command that is printed: "--from ORGANISATION".
    [[nodiscard]] virtual Message lacking() const { return {}; }
    // After the last row, before the commit, also where rows were refused.
    virtual Result<void> finish(Work&, const IntakeCounts&) { return {}; }
    // Sections and next steps beyond what the engine says itself. `stands`: it is (or with --dry-run would be) in the ledger.
    virtual void describe(Document&, const IntakeCounts&, bool /*stands*/) {}
};

struct IntakeOrder {
    std::string command; // "member import"
    std::string schema;  // of schemas/import: "member"
    std::vector<std::string>
        options; // those that change what the rows do, as "--kind=out", sorted by the caller; not what is
                 // printed with them
    std::vector<std::string>
        said; // words that change nothing of the rows, for the command that is printed: "--ledger", "a.jz"
    std::string file;
    std::string bytes;      // of standard input, where file is "-"
    std::string map;        // of --map; empty: none
    std::string reject;     // of --reject; empty: beside the input
    struct Pages {          // to print into
        std::string option; // "--print"; empty: none
        std::string file;
    } pages;
    bool allow_partial = false;
    bool dry_run = false;
    Lang lang = Lang::zh;                                                  // of the reasons in the reject file
    std::function<void(std::uint64_t done, std::uint64_t total)> progress; // may be empty
};

// The table that an order names, by its schema, file or bytes, and map. Exit::invalid_input, Exit::not_found, Exit::usage (--map).
[[nodiscard]] Result<Table> open_table(const IntakeOrder& order);

// A file after the first pass.
struct IntakeFile {
    IntakeOrder order;
    Table table;
    std::string key;
    std::int64_t rows = 0;
};

// Phases read and map, and the key. Exit::invalid_input (no table, IN-02, no row of data), Exit::not_found, Exit::usage (--map).
[[nodiscard]] Result<IntakeFile> read_intake(IntakeOrder order, RowImport& import, Date today);

struct IntakeReport {
    IntakeCounts counts;
    bool already = false; // imported before: nothing was done
    bool applied = false; // to be committed
    BatchId batch;        // of the import, if any
    Intake record;        // of this import, or of the earlier one
    std::string reject_file;
    Message lacking;                            // of the import: options to be added
    std::optional<UnpublishedFile> unpublished; // the reject file of what is to be committed: to be published after it
    Document document;                          // schema "<noun>.<verb>"
    Exit exit = Exit::done;
};

// Phases validate, plan and apply, in the transaction of `work`, which the caller commits where the exit is done or partly_applied.
// Exit done: every row stands (or stood already); invalid_input: some row was refused, nothing is to be committed; partly_applied:
// with allow_partial, the good rows stand. The reject file is written before anything is committed; where it cannot be, a partial
// import fails with Exit::storage, and with Exit::usage where --reject names a file of other content.
[[nodiscard]] Result<IntakeReport> run_intake(Work& work, IntakeFile& file, RowImport& import);

} // namespace jiezhuan
