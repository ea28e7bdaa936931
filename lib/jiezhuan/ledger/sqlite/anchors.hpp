// anchors.log, the file beside a ledger to which every commit appends its checkpoint: it shows from outside what nothing inside
// can, that the ledger is the newest one and that its tail is all there. One file serves all ledgers of a directory.
#pragma once

#include "jiezhuan/ledger/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <optional>
#include <string>
#include <string_view>

namespace jiezhuan::sqlite {

struct Anchor {
    std::uint64_t size = 0;
    Digest root{};
};

// The line of a checkpoint: ledger, size, root.
[[nodiscard]] std::string anchor_line(const std::string& ledger_id, const Checkpoint& checkpoint);

// What the end of the file says of a ledger: enough for every write.
struct AnchorsEnd {
    std::optional<Anchor> last;
    std::string torn; // what follows the last end of a line
};
// Exit::storage where something else than a file stands there.
[[nodiscard]] Result<AnchorsEnd> read_anchors_end(const std::string& file, const std::string& ledger_id);

// Is the ledger what its last anchor says? The connection is in a transaction, so that nobody commits meanwhile.
[[nodiscard]] Result<void> fit_last_anchor(SQLite::Database& database, const AnchorsEnd& end, const std::string& path);
// Appends the lines of all checkpoints after the last anchor, which a killed command or a full disk left out; a torn line is
// completed.
[[nodiscard]] Result<void> make_up_anchors(SQLite::Database& database, const AnchorsEnd& end, const std::string& file,
                                           const std::string& ledger_id);
// Compares every line with every checkpoint. Exit::anchor_mismatch.
[[nodiscard]] Result<AnchorsReport> check_anchors(SQLite::Database& database, const std::string& path);
// For a ledger that was restored: its anchors are made up, or begun anew where those that are there are not its own.
[[nodiscard]] Result<Restored> restore_anchors(SQLite::Database& database, const std::string& path, Date today);

// The ledger's own identifier, from its first event.
[[nodiscard]] Result<std::string> ledger_id_of(SQLite::Database& database);

} // namespace jiezhuan::sqlite
