// The commands of each noun. A new noun is a file beside this one, a line here and a line in command_table.cpp.
#pragma once

#include "cli/command.hpp"

namespace jiezhuan::cli {

[[nodiscard]] CommandTable init_commands();
[[nodiscard]] CommandTable status_commands();
[[nodiscard]] CommandTable org_import_commands();
[[nodiscard]] CommandTable org_reorganise_commands();
[[nodiscard]] CommandTable org_commands();
[[nodiscard]] CommandTable member_import_commands();
[[nodiscard]] CommandTable member_commands();
[[nodiscard]] CommandTable member_probation_commands();
[[nodiscard]] CommandTable member_view_commands();
[[nodiscard]] CommandTable dues_commands();
[[nodiscard]] CommandTable migrant_commands();
[[nodiscard]] CommandTable migrant_view_commands();
[[nodiscard]] CommandTable migrant_list_commands();
[[nodiscard]] CommandTable transfer_commands();
[[nodiscard]] CommandTable transfer_step_commands();
[[nodiscard]] CommandTable transfer_beside_commands();
[[nodiscard]] CommandTable transfer_correct_commands();
[[nodiscard]] CommandTable transfer_import_commands();
[[nodiscard]] CommandTable worksheet_commands();
[[nodiscard]] CommandTable due_commands();
[[nodiscard]] CommandTable batch_commands();
[[nodiscard]] CommandTable letter_commands();
[[nodiscard]] CommandTable letter_reading_commands();
[[nodiscard]] CommandTable letter_exchange_commands();
[[nodiscard]] CommandTable letter_stock_commands();
[[nodiscard]] CommandTable letter_archive_commands();
[[nodiscard]] CommandTable receipt_commands();
[[nodiscard]] CommandTable reconcile_commands();
[[nodiscard]] CommandTable report_commands();
[[nodiscard]] CommandTable rules_commands();
[[nodiscard]] CommandTable explain_commands();
[[nodiscard]] CommandTable ledger_commands();
[[nodiscard]] CommandTable completion_commands();

} // namespace jiezhuan::cli
