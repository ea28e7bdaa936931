#include "cli/commands/commands.hpp"

namespace jiezhuan::cli {

CommandTable command_table() {
    static const std::vector<CommandRow> kTable = [] {
        std::vector<CommandRow> all;
        for (const CommandTable rows : {
                 init_commands(),
                 status_commands(),
                 org_import_commands(),
                 org_commands(),
                 org_reorganise_commands(),
                 member_import_commands(),
                 member_commands(),
                 member_probation_commands(),
                 member_view_commands(),
                 dues_commands(),
                 migrant_commands(),
                 migrant_view_commands(),
                 migrant_list_commands(),
                 transfer_commands(),
                 transfer_step_commands(),
                 transfer_correct_commands(),
                 transfer_beside_commands(),
                 transfer_import_commands(),
                 worksheet_commands(),
                 due_commands(),
                 batch_commands(),
                 letter_commands(),
                 letter_reading_commands(),
                 letter_exchange_commands(),
                 letter_stock_commands(),
                 letter_archive_commands(),
                 receipt_commands(),
                 reconcile_commands(),
                 report_commands(),
                 rules_commands(),
                 explain_commands(),
                 ledger_commands(),
                 completion_commands(),
             }) {
            all.insert(all.end(), rows.begin(), rows.end());
        }
        return all;
    }();
    return kTable;
}

} // namespace jiezhuan::cli
