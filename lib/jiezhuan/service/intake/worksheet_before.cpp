// What a row of a worksheet decided was carried out by an earlier save of the sheet: it is not done a second time.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/intake/worksheet_import.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// The last event that set all of these fields of the transfer so; none where no event did.
using FieldsSet = std::vector<std::pair<std::string_view, std::string>>;
Result<std::optional<Event>> last_set(Reading& ledger, TransferId id, const FieldsSet& wanted) {
    JZ_TRY(events, ledger.history(RecordKind::transfer, id.value));
    const auto sets_all = [&](const Change& change) {
        return change.kind == RecordKind::transfer && change.id == id.value &&
               std::all_of(wanted.begin(), wanted.end(),
                           [&](const auto& field) { return json::text_of(change.to, field.first) == field.second; });
    };
    const auto last = std::find_if(events.rbegin(), events.rend(), [&](const LoggedEvent& logged) {
        return std::any_of(logged.event.set.begin(), logged.event.set.end(), sets_all);
    });
    return last == events.rend() ? std::nullopt : std::optional(std::move(last->event));
}

// Was that commit a sheet that was applied?
Result<bool> by_a_sheet(Reading& ledger, std::int64_t commit) {
    JZ_TRY(sheets, ledger.intakes(Query().equal("command", "transfer apply")));
    for (const Intake& sheet : sheets) {
        JZ_TRY(events, ledger.history(RecordKind::intake, sheet.id.value));
        if (std::any_of(events.begin(), events.end(),
                        [&](const LoggedEvent& logged) { return logged.event.commit == commit; })) {
            return true;
        }
    }
    return false;
}

} // namespace

// Did the member come with that letter once?
Result<bool> WorksheetImport::came_with(Reading& ledger, const Transfer& transfer, const std::string& letter_no) {
    JZ_TRY(letters, ledger.letters(Query().equal("transfer", transfer.id.text()).equal("no", letter_no).at_most(1)));
    return !letters.empty();
}

// Refused or withdrawn after the sheet was written: what the row decides is out of the question.
void WorksheetImport::ended_meanwhile(Cells& row, const Transfer& transfer) const {
    const bool ended = transfer.state == TransferState::refused || transfer.state == TransferState::withdrawn;
    if (!ended || (row_.decision == Decision::none && !row_.matches)) {
        return;
    }
    Finding finding =
        state_finding(row_.subject, say({"这件转接已结束（{}）", "it is over ({})"}, code_title(transfer.state)),
                      say({"从表上删去这一行，再办其余的；查看：jiezhuan transfer show {}",
                           "take the row out of the sheet, and go on with the others; see: jiezhuan transfer show {}"},
                          transfer.id.text()));
    finding.position = row.position(row.column("action"));
    row.add({std::move(finding)});
}

// Somebody verified it after the sheet was written: that stands, and the row goes on from there. What else it says of the verification is
// told.
bool WorksheetImport::verified_meanwhile(Cells& row, const Transfer& transfer) const {
    const StepInput& said = row_.input;
    const auto other = [](const auto& written, const auto& known) { return !written.empty() && written != known; };
    const bool before = row_.state == TransferState::presented && !transfer.verified_on.empty() &&
                        transfer.state != TransferState::presented;
    if (!before ||
        (!other(said.verified_basis, transfer.verified_basis) && !other(said.verified_by, transfer.verified_by) &&
         !other(said.verified_items, transfer.verified_items) && !other(row_.verified_on, transfer.verified_on))) {
        return before;
    }
    Finding finding =
        state_finding(row_.subject,
                      say({"已于 {} 核实（{}）：表上的核实没有另记，其余照办",
                           "was verified on {} ({}): what the sheet says of it was not recorded, the rest was done"},
                          transfer.verified_on.text(), transfer.verified_basis),
                      say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, transfer.id.text()));
    finding.severity = Severity::info;
    finding.position = row.position(row.column("verified_result"));
    row.add({std::move(finding)});
    return true;
}

// True where the row holds, or sends back, for the reason for which a sheet did so before, and that is over: it went on since, or came
// anew. // A hold of another day is another one.
Result<bool> WorksheetImport::carried_out(Reading& ledger, Cells& row, const Transfer& transfer) const {
    const bool held = row_.decision == Decision::hold && !transfer.held();
    const bool returned = row_.decision == Decision::send_back && transfer.state != TransferState::returned;
    if (!held && !returned) {
        return false;
    }
    FieldsSet wanted = {{held ? "hold_reason" : "outcome_reason", row_.input.reason}};
    if (held && !row_.held_since.empty()) {
        wanted.emplace_back("held_since", row_.held_since.text());
    }
    if (returned) {
        wanted.emplace_back("state", std::string(code_id(TransferState::returned)));
    }
    JZ_TRY(before, last_set(ledger, transfer.id, wanted));
    JZ_TRY(applied, before ? by_a_sheet(ledger, before->commit) : Result<bool>(false));
    if (!applied) {
        return false;
    }
    const std::string on = before->date.text();
    Finding finding = state_finding(
        row_.subject,
        held ? say({"{} 已按此暂缓，此后已恢复：没有再暂缓", "was held so on {} and has gone on since: not held again"},
                   on)
             : say({"{} 已按此退回，此后又报到：没有再退",
                    "was sent back so on {} and came anew since: not sent back again"},
                   on),
        held ? say({"仍要暂缓的：jiezhuan transfer hold {} --reason 原因",
                    "to hold it once more: jiezhuan transfer hold {} --reason REASON"},
                   transfer.id.text())
             : say({"新的也要退的：jiezhuan transfer return {} --reason 原因",
                    "to send that one back, too: jiezhuan transfer return {} --reason REASON"},
                   transfer.id.text()));
    finding.severity = Severity::info;
    finding.position = row.position(row.column("action"));
    row.add({std::move(finding)});
    return true;
}

} // namespace jiezhuan
