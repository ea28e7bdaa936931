// Private data are shown in full only after the ledger knows who looked at whose, and what for.
#pragma once

#include "jiezhuan/ledger/store.hpp"

#include <string>
#include <vector>

namespace jiezhuan {

struct Reveal {
    std::string purpose;           // never empty
    std::string command;           // "member show"
    std::vector<MemberId> members; // whose data are about to be shown
    std::string op;                // who looks
};

// Commits the event private_data_revealed. Whatever fails, nothing may be shown.
// No reading of the same ledger may be alive: it would hold the write back.
[[nodiscard]] Result<void> record_reveal(Store& store, Date today, const Reveal& reveal);

} // namespace jiezhuan
