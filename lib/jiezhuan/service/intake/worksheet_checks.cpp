// What a row of a worksheet says, against itself and against what the ledger has by now.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/intake/worksheet_import.hpp"
#include "jiezhuan/service/transfers/verified_items.hpp"

namespace jiezhuan {
namespace {

constexpr Text kFillIn = {"补填后重新办理", "fill it in and apply again"};
constexpr Text kReturnOrHold = {"“处理”改为“退回”或“暂缓”，并写原因",
                                "change the action to return or hold, with its reason"};

constexpr std::size_t kDigitsOfId = 18;
constexpr std::size_t kKeptByExcel = 15; // of them

// Could that be what became of the number? Of a masked one the digits that are left are compared; what a spreadsheet made of it when
// it saved the sheet says nothing.
bool could_be(std::string_view written, std::string_view known) {
    if (const std::size_t star = written.find('*'); star != std::string_view::npos) {
        return known.starts_with(written.substr(0, star)) &&
               known.ends_with(written.substr(written.find_last_of('*') + 1));
    }
    const bool mangled = written.ends_with("000") && written.substr(0, kKeptByExcel) == known.substr(0, kKeptByExcel);
    return written.size() != kDigitsOfId || written == known || mangled;
}

// A sheet has those only who are not through yet.
Message how_to_change(const Transfer& transfer) {
    if (!is_open(transfer.state)) {
        return say({"看经过：jiezhuan transfer show {}；换支部：jiezhuan transfer open {} --kind within --to 支部",
                    "see what happened: jiezhuan transfer show {}; to another branch: jiezhuan transfer open {} --kind "
                    "within --to BRANCH"},
                   transfer.id.text(), transfer.member.text());
    }
    return say(
        {"看经过：jiezhuan transfer show {}；仍要改的，重新导出办理表再填：jiezhuan transfer worksheet {}",
         "see what happened: jiezhuan transfer show {}; to change it all the same, fill in a new sheet: jiezhuan "
         "transfer worksheet {}"},
        transfer.id.text(), transfer.batch.text());
}

} // namespace

// The row's ID number against the member's: another person's means that the rows are shifted.
void WorksheetImport::judge_number(Cells& row, const Member& member) {
    const std::size_t column = row.column("id_no");
    const std::string known = lowered_ascii(member.citizen_id.empty() ? member.document_no : member.citizen_id.text());
    if (!known.empty() && !could_be(lowered_ascii(narrowed(row.text(column))), known)) {
        row.met("IN-07", column,
                Text{"这个号码不是账本里此人的：行错位了？",
                     "not the number of this person in the ledger: are the rows shifted?"},
                Text{"把错位的行移正；登记错的：jiezhuan member correct 编号 --id -",
                     "put the rows right; where the ledger is wrong: jiezhuan member correct ID --id -"});
    }
}

// What stands in the letter's cells and is not what was recorded of it: the sheet changes nothing there.
Result<void> WorksheetImport::warn_of_letter(Work& work, Cells& row, const Transfer& transfer) const {
    if (waits_for_letter(transfer) || !transfer.letter) {
        return {};
    }
    JZ_TRY(letter, work.ledger.letter(transfer.letter));
    const bool differs[] = {!row_.letter.no.empty() && row_.letter.no != letter->no,
                            !row_.letter.issued_on.empty() && row_.letter.issued_on != letter->issued_on,
                            row_.letter.valid_days != 0 && row_.letter.valid_days != letter->valid_days,
                            !row_.letter.addressee.empty() && row_.letter.addressee != letter->addressee,
                            !row_.presented_on.empty() && row_.presented_on != transfer.presented_on};
    constexpr const char* kColumns[] = {"letter_no", "letter_issued_on", "letter_valid_days", "addressee",
                                        "presented_on"};
    for (std::size_t i = 0; i < std::size(kColumns); ++i) {
        if (differs[i]) {
            Finding finding =
                state_finding(transfer.id.text() + " " + letter->name,
                              Text{"与已登记的不同，没有采用", "not what is recorded: it was not taken over"},
                              say({"登记错的，用 jiezhuan transfer present {} 改正",
                                   "where the record is wrong: jiezhuan transfer present {}"},
                                  transfer.id.text()));
            finding.severity = Severity::warning;
            finding.position = row.position(row.column(kColumns[i]));
            row.add({std::move(finding)});
        }
    }
    return {};
}

// Who is sent back is not received.
void WorksheetImport::judge_sent_back(Cells& row) const {
    if (row_.decision != Decision::send_back) {
        return;
    }
    for (const auto& [id, day] :
         {std::pair{"received_on", row_.received_on}, std::pair{"assigned_on", row_.assigned_on},
          std::pair{"receipt_on", row_.receipt_on}, std::pair{"receipt_sent_on", row_.receipt_sent_on}}) {
        if (!day.empty()) {
            const std::size_t column = row.column(id);
            const Message& title = row.schema().columns[column].title;
            row.met("IN-07", column,
                    say({"“处理”是退回，却填了“{}”", "it is sent back, and yet '{}' is filled in"}, title),
                    Text{"退回的，清空这一格；接收的，“处理”改为“接收”",
                         "empty the cell where it is sent back; where it is received, change the action"});
        }
    }
}

// What contradicts itself, or lacks what its decision needs.
void WorksheetImport::judge(const Work& work, Cells& row, const Transfer& transfer) const {
    for (const auto& [id, day] :
         {std::pair{"presented_on", row_.presented_on}, std::pair{"verified_on", row_.verified_on},
          std::pair{"received_on", row_.received_on}, std::pair{"assigned_on", row_.assigned_on},
          std::pair{"receipt_on", row_.receipt_on}, std::pair{"receipt_sent_on", row_.receipt_sent_on},
          std::pair{"held_since", row_.held_since}}) {
        judge_not_future(work, row, row.column(id), day);
    }
    judge_sent_back(row);
    const std::size_t action = row.column("action");
    const std::size_t reason = row.column("action_reason");
    const bool verified = !transfer.verified_on.empty();
    if (row_.matches.value_or(false) && !verified && row_.input.verified_basis.empty()) {
        row.met("IN-08", row.column("verified_basis"), Text{"核实符合，须写依据", "verified: on what basis?"}, kFillIn);
    }
    if ((row_.decision == Decision::hold || row_.decision == Decision::send_back) && row_.input.reason.empty()) {
        row.met("IN-08", reason, Text{"暂缓或退回须写原因", "held or returned: the reason is missing"}, kFillIn);
    }
    if (row_.matches == false && row_.decision == Decision::none) { // or the result would be lost
        row.met("IN-08", action, Text{"核实不符，没有写怎样处理", "does not match, and nothing is decided about it"},
                kReturnOrHold);
    }
    if (row_.decision != Decision::receive) {
        return;
    }
    if (row_.matches == false) {
        row.met("IN-07", action, Text{"核实不符，不能接收", "the verification says no: it cannot be received"},
                kReturnOrHold);
    } else if (!row_.matches && !verified) {
        row.met("IN-08", row.column("verified_result"), Text{"接收之前须核实", "to be verified before it is received"},
                kFillIn);
    }
    if (waits_for_letter(transfer) && row_.letter.no.empty()) {
        row.met("IN-08", row.column("letter_no"), Text{"还没有介绍信，不能接收", "without a letter nobody is received"},
                kFillIn);
    }
}

// What was checked, as the ledger says it. What the row leaves out of a verification that is done stands as recorded.
void WorksheetImport::complete(Cells& row, const Transfer& transfer) {
    StepInput& input = row_.input;
    if (const auto items = verified_items(input.verified_items)) {
        input.verified_items = *items;
    } else if (input.verified_items != transfer.verified_items) {
        row.met("IN-07", row.column("verified_items"), unknown_verified_items(input.verified_items),
                Text{"只填列出的词，用顿号分开", "use these words only"});
    }
    const bool done = transfer.state == TransferState::verified || !transfer.received_on.empty() ||
                      transfer.state == TransferState::active;
    if (!done) {
        return;
    }
    input.verified_items = input.verified_items.empty() ? transfer.verified_items : input.verified_items;
    input.verified_basis = input.verified_basis.empty() ? transfer.verified_basis : input.verified_basis;
    input.verified_by = input.verified_by.empty() ? transfer.verified_by : input.verified_by;
}

bool WorksheetImport::waits_for_letter(const Transfer& transfer) {
    return transfer.state == TransferState::expected || transfer.state == TransferState::returned;
}

// Is the transfer where the sheet showed it, or where the row itself brings it?
bool WorksheetImport::shows(const Transfer& transfer) const {
    if (row_.state == TransferState::none || row_.state == transfer.state) {
        return true;
    }
    switch (transfer.state) {
    case TransferState::presented:
        return !row_.letter.no.empty();
    case TransferState::verified:
        return row_.matches.value_or(false);
    case TransferState::received:
        return row_.decision == Decision::receive;
    case TransferState::returned:
        return row_.decision == Decision::send_back;
    case TransferState::assigned:
    case TransferState::active:
    case TransferState::closed:
        return row_.input.branch == transfer.branch;
    default:
        return false;
    }
}

// The sheet speaks of one letter, and the member has come with another since: that one is not sent back by it.
Result<bool> WorksheetImport::came_with_another(Reading& ledger, Cells& row, const Transfer& transfer) const {
    if (row_.letter.no.empty() || !transfer.letter || waits_for_letter(transfer)) {
        return false;
    }
    JZ_TRY(letter, ledger.letter(transfer.letter));
    if (letter->no == row_.letter.no) {
        return false;
    }
    Finding finding =
        state_finding(row_.subject,
                      say({"表上是介绍信 {}，此后又凭 {} 报到：没有再退",
                           "the sheet speaks of letter {}, and {} was presented since: it is not sent back"},
                          printable(row_.letter.no), printable(letter->no)),
                      say({"新的也要退的：jiezhuan transfer return {} --reason 原因",
                           "to send that one back, too: jiezhuan transfer return {} --reason REASON"},
                          transfer.id.text()));
    finding.position = row.position(row.column("letter_no"));
    row.add({std::move(finding)});
    return true;
}

// What somebody did since the sheet was written stays: the row was filled in without knowing of it.
Result<bool> WorksheetImport::undoes(Work& work, Cells& row, const Transfer& transfer, Action action) const {
    const bool placed_elsewhere = action == Action::assign && transfer.branch && transfer.branch != row_.input.branch;
    const bool stopped = (action == Action::hold && !transfer.held()) ||
                         (action == Action::return_ && transfer.state != TransferState::returned);
    if (stopped && action == Action::return_) {
        JZ_TRY(another, came_with_another(work.ledger, row, transfer));
        if (another) {
            return true;
        }
    }
    if (row_.shown || !(placed_elsewhere || stopped)) {
        return false;
    }
    const std::string branch = work.organisations.label(transfer.branch);
    Finding finding = state_finding(
        row_.subject,
        transfer.branch ? say({"表上的状态是“{}”，此后已办到“{}”，编入“{}”：没有再动",
                               "the sheet shows it as '{}'; since then it is '{}', placed in '{}': it was left alone"},
                              code_title(row_.state), code_title(transfer.state), branch)
                        : say({"表上的状态是“{}”，此后已办到“{}”：没有再动",
                               "the sheet shows it as '{}'; since then it is '{}': it was left alone"},
                              code_title(row_.state), code_title(transfer.state)),
        how_to_change(transfer));
    finding.position = row.position(row.column("state"));
    row.add({std::move(finding)});
    return true;
}

// Who was placed before, and is placed elsewhere. A branch that a list only proposed was none.
void WorksheetImport::tell_of_move(const Work& work, Cells& row, const Transfer& before) const {
    if (before.assigned_on.empty() || before.branch == row_.input.branch) {
        return;
    }
    Finding finding =
        state_finding(row_.subject,
                      say({"原编入“{}”，改编入“{}”", "placed in '{}' before, now in '{}'"},
                          work.organisations.label(before.branch), work.organisations.label(row_.input.branch)),
                      say({"不该改的：jiezhuan transfer assign {} --branch 支部",
                           "where it should not be: jiezhuan transfer assign {} --branch BRANCH"},
                          before.id.text()));
    finding.severity = Severity::warning;
    finding.position = row.position(row.column("branch"));
    row.add({std::move(finding)});
}

// Cells of the reception, where nobody was received: they wait for a decision, or go with another one.
void WorksheetImport::warn_of_unused(Cells& row, const Transfer& transfer) const {
    if (!transfer.received_on.empty() || transfer.state == TransferState::active) {
        return;
    }
    for (const auto& [id, filled] :
         {std::pair{"received_on", !row_.received_on.empty()}, std::pair{"branch", bool(row_.input.branch)},
          std::pair{"assigned_on", !row_.assigned_on.empty()}, std::pair{"receipt_on", !row_.receipt_on.empty()},
          std::pair{"receipt_sent_on", !row_.receipt_sent_on.empty()}}) {
        if (filled) {
            const std::size_t column = row.column(id);
            Finding finding = state_finding(row_.subject,
                                            say({"没有接收，“{}”没有采用", "not received: '{}' was not taken over"},
                                                row.schema().columns[column].title),
                                            Text{"接收时再填；要接收的，“处理”填“接收”",
                                                 "fill it in with the reception; to receive, say so as the action"});
            finding.severity = Severity::warning;
            finding.position = row.position(column);
            row.add({std::move(finding)});
        }
    }
}

} // namespace jiezhuan
