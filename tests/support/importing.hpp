// Importing a text into a fixture's ledger, as the command does it.
#pragma once

#include "jiezhuan/service/intake/intake.hpp"
#include "tests/support/ledger_fixture.hpp"

#include <string>
#include <string_view>

namespace jiezhuan::testing {

struct Importing {
    bool allow_partial = false;
    bool dry_run = false;
    Accepted accept = {};
    Date on = Date(2026, 11, 23);
};

// Writes the text as a file into the fixture's directory and imports it: commits where the report says so.
// An error that is no answer is a failed test (throws).
[[nodiscard]] IntakeReport import_text(LedgerFixture& ledger, RowImport& import, std::string_view schema,
                                       std::string_view text, const Importing& how = {});
// What read_intake() fails with.
[[nodiscard]] Error import_error(LedgerFixture& ledger, RowImport& import, std::string_view schema,
                                 std::string_view text);
// Everything a ledger says of its members and organisations, in one order, without what depends on when it was written.
[[nodiscard]] std::string roster_of(LedgerFixture& ledger);

} // namespace jiezhuan::testing
