#include "jiezhuan/service/intake/worksheet_import.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_actions.hpp"
#include "jiezhuan/service/transfers/transfer_correction.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

constexpr Text kKeepNumbers = {"转接编号照导出的办理表，不要改",
                               "leave the numbers of the transfers as they were exported"};

// Rows that say different things are in doubt, all of them; of equal ones the first counts.
void judge_repeated_transfer(Cells& row, const Repeats& repeats, std::size_t column) {
    constexpr Text kKeepOne = {"同一件转接只留正确的一行，删去其余的",
                               "keep the row that is right, and take the others out"};
    if (const std::uint64_t other = repeats.contradicting(row.row()); other != 0) {
        row.met("IN-07", column,
                say({"与第 {} 行是同一件转接，填的却不同", "the same transfer as in row {}, which says something else"},
                    other),
                kKeepOne);
    } else if (const std::uint64_t earlier = repeats.earlier(row.row()); earlier != 0) {
        row.met("IN-07", column, say({"与第 {} 行是同一件转接", "the same transfer as in row {}"}, earlier), kKeepOne);
    }
}

bool receipt_due(const Transfer& transfer) {
    return !transfer.received_on.empty() && transfer.letter && transfer.kind == TransferKind::in;
}

} // namespace

void WorksheetImport::read(Cells& row) {
    row_ = Row{};
    row_.transfer = row.text(row.column("transfer"));
    row_.name = row.name(row.column("name"));
    row_.letter.no = row.text(row.column("letter_no"));
    row_.letter.issued_on = row.date(row.column("letter_issued_on"));
    row_.letter.valid_days = row.valid_days(row.column("letter_valid_days"));
    row_.letter.addressee = row.text(row.column("addressee"));
    row_.state = row.code<TransferState>(row.column("state"));
    row_.held_since = row.date(row.column("held_since"));
    row_.presented_on = row.date(row.column("presented_on"));
    if (const Choice* result = row.choice(row.column("verified_result")); result != nullptr) {
        row_.matches = result->id == "match";
    }
    if (const Choice* action = row.choice(row.column("action")); action != nullptr) {
        row_.decision = action->id == "receive" ? Decision::receive
                        : action->id == "hold"  ? Decision::hold
                                                : Decision::send_back;
    }
    row_.input.verified_items = row.text(row.column("verified_items"));
    row_.input.verified_basis = row.text(row.column("verified_basis"));
    row_.input.verified_by = row.name(row.column("verified_by"));
    row_.input.reason = row.text(row.column("action_reason"));
    row_.input.branch = row.organisation(row.column("branch"), OrgDirectory::Where::ours);
    row_.verified_on = row.date(row.column("verified_on"));
    row_.received_on = row.date(row.column("received_on"));
    row_.assigned_on = row.date(row.column("assigned_on"));
    row_.receipt_on = row.date(row.column("receipt_on"));
    row_.receipt.handler = row.name(row.column("receipt_handler"));
    row_.receipt.phone = row.phone(row.column("receipt_phone"));
    row_.receipt_sent_on = row.date(row.column("receipt_sent_on"));
    row_.remarks = row.text(row.column("remarks"));
}

void WorksheetImport::look(Cells& row) {
    read(row);
    if (!row_.transfer.empty()) {
        repeats_.add(lowered_ascii(row_.transfer), row.row(), row.canonical());
    }
}

Result<void> WorksheetImport::begin(Work&, const IntakeCounts&) {
    repeats_.seal();
    return {};
}

// The transfer of the row, with findings where it is another person's; nothing where there is none.
Result<std::optional<Transfer>> WorksheetImport::find(Work& work, Cells& row, RowOutcome& outcome) const {
    const std::size_t column = row.column("transfer");
    const auto id = parse_id_of<RecordKind::transfer>(row_.transfer);
    JZ_TRY(transfer, id ? work.ledger.transfer(*id) : Result<std::optional<Transfer>>(std::optional<Transfer>()));
    if (!transfer) {
        if (!row_.transfer.empty()) {
            row.met("IN-07", column, say({"没有转接“{}”", "there is no transfer '{}'"}, printable(row_.transfer)),
                    kKeepNumbers);
        }
        return std::optional<Transfer>();
    }
    JZ_TRY(member, work.ledger.member(transfer->member));
    ensure_there(member.has_value(), lost::kMember);
    outcome.subject = id->text() + " " + member->name;
    judge_repeated_transfer(row, repeats_, column);
    if (!row_.name.empty() && normal_name(row_.name) != normal_name(member->name)) {
        row.met("IN-07", row.column("name"),
                say({"{} 是“{}”的转接：行错位了？", "{} is the transfer of '{}': are the rows shifted?"}, id->text(),
                    member->name),
                Text{"按转接编号核对姓名，把错位的行移正", "compare names and numbers, and put the rows right"});
    }
    judge_number(row, *member);
    if (transfer->kind != TransferKind::in && transfer->kind != TransferKind::enrol) {
        row.met("IN-07", column, Text{"不是转入或流动党员登记", "neither a transfer in nor a migrant's"}, kKeepNumbers);
    }
    return std::move(transfer);
}

bool WorksheetImport::take(Cells& row, Outcome done, RowOutcome& outcome) {
    row.add(std::move(done.findings));
    if (!done.refused && !done.already) {
        outcome.fate = RowFate::changed;
    }
    return !done.refused;
}

Result<bool> WorksheetImport::step(Work& work, Cells& row, TransferId id, Action action, Date day,
                                   RowOutcome& outcome) {
    const OnDay on(work, day);
    StepInput input = row_.input;
    if (!action_row(action).needs_reason) { // why somebody was held is no reason to receive them
        input.reason.clear();
    }
    JZ_TRY(done, step_transfer(work, id, action, input));
    return take(row, std::move(done), outcome);
}

// What the sheet says in the remarks is added to what is there: an older sheet knows less.
Result<bool> WorksheetImport::keep_remarks(Work& work, Cells& row, const Transfer& transfer, RowOutcome& outcome) {
    if (row_.remarks.empty() || transfer.remarks.find(row_.remarks) != std::string::npos) {
        return true;
    }
    const bool goes_on = transfer.remarks.empty() || row_.remarks.starts_with(transfer.remarks);
    TransferCorrection correction;
    correction.values.emplace("remarks", goes_on ? row_.remarks : transfer.remarks + "；" + row_.remarks);
    correction.reason = "办理表备注";
    JZ_TRY(corrected, correct_transfer(work, transfer, correction, {}));
    return take(row, std::move(corrected.outcome), outcome);
}

// A letter that came since the sheet was written.
Result<bool> WorksheetImport::present(Work& work, Cells& row, const Transfer& transfer, RowOutcome& outcome) {
    if (!waits_for_letter(transfer) || row_.letter.no.empty()) {
        return true;
    }
    JZ_TRY(returned, came_with(work.ledger, transfer, row_.letter.no));
    if (returned) {
        return true;
    }
    JZ_TRY(member, work.ledger.member(transfer.member));
    row_.input.voucher = voucher_of(work, transfer, *member, row_.letter);
    JZ_TRY(presented, step(work, row, transfer.id, Action::present, row_.presented_on, outcome));
    row_.input.voucher.reset();
    return presented;
}

// What was held goes on with the first step that follows.
Date WorksheetImport::resumed_on(const Transfer& transfer) const {
    return transfer.verified_on.empty() ? row_.verified_on : transfer.received_on.empty() ? row_.received_on : Date();
}

// The decision of the row, from where the transfer stands. Only a hold that the sheet showed is ended by it: who filled it in knew.
Result<bool> WorksheetImport::decide(Work& work, Cells& row, TransferId id, RowOutcome& outcome) {
    struct Next {
        bool wanted;
        Action action;
        Date day;
    };
    JZ_TRY(transfer, work.ledger.transfer(id));
    const bool receives = row_.decision == Decision::receive;
    const bool migrant = transfer->kind == TransferKind::enrol;
    const bool matches = row_.matches.value_or(false) && !waits_for_letter(*transfer);
    const bool verify = matches && !verified_meanwhile(row, *transfer);
    const bool through = receives || !transfer->received_on.empty() || (migrant && matches);
    const bool resumes = transfer->held() && receives && row_.held_since == transfer->held_since;
    const bool back = row_.decision == Decision::send_back;
    JZ_TRY(before, carried_out(work.ledger, row, *transfer));
    if (before && back) {
        return true; // what else the row says is of the letter that went back
    }
    const Next steps[] = {
        {resumes, Action::resume, resumed_on(*transfer)},
        {verify && !(transfer->held() && back), Action::verify, row_.verified_on},
        {receives && !migrant, Action::receive, row_.received_on},
        {through && row_.input.branch && row_.decision != Decision::hold, Action::assign, row_.assigned_on},
        {row_.decision == Decision::hold && !before, Action::hold, row_.held_since},
        {back, Action::return_, {}},
    };
    for (const Next& next : steps) {
        if (next.wanted) {
            JZ_TRY(against, undoes(work, row, *transfer, next.action));
            if (against) {
                return false;
            }
            JZ_TRY(done, step(work, row, id, next.action, next.day, outcome));
            if (!done) {
                return false;
            }
            if (next.action == Action::assign) {
                tell_of_move(work, row, *transfer);
            }
        }
    }
    return true;
}

Result<bool> WorksheetImport::issue(Work& work, Cells& row, LetterId letter, RowOutcome& outcome) {
    const OnDay on(work, row_.receipt_on);
    JZ_TRY(issued, issue_receipt(work, letter, row_.receipt));
    if (!take(row, std::move(issued), outcome)) {
        return false;
    }
    receipts_.push_back(letter);
    return true;
}

Result<bool> WorksheetImport::write_receipt(Work& work, Cells& row, TransferId id, RowOutcome& outcome) {
    JZ_TRY(transfer, work.ledger.transfer(id));
    if (!receipt_due(*transfer) || (row_.receipt_on.empty() && row_.receipt_sent_on.empty() && !print_)) {
        return true;
    }
    JZ_TRY(issued, issue(work, row, transfer->letter, outcome));
    if (!issued || row_.receipt_sent_on.empty()) {
        return issued;
    }
    const OnDay on(work, row_.receipt_sent_on);
    JZ_TRY(sent, send_receipt(work, transfer->letter, ""));
    return take(row, std::move(sent), outcome);
}

Result<bool> WorksheetImport::walk(Work& work, Cells& row, TransferId id, RowOutcome& outcome) {
    JZ_TRY(transfer, work.ledger.transfer(id));
    JZ_TRY(kept, keep_remarks(work, row, *transfer, outcome));
    JZ_TRY(presented, kept ? present(work, row, *transfer, outcome) : Result<bool>(false));
    if (!presented) {
        return false;
    }
    JZ_TRY(decided, decide(work, row, id, outcome));
    if (!decided) {
        return false;
    }
    return write_receipt(work, row, id, outcome);
}

// Where everybody on the sheet stands now, and who was left without a decision. Of rows that repeat each other one counts.
Result<void> WorksheetImport::count(Work& work, TransferId id) {
    if (!counted_.insert(id).second) {
        return {};
    }
    JZ_TRY(transfer, work.ledger.transfer(id));
    ++at_[transfer->state];
    held_ += transfer->held() ? 1 : 0;
    const bool settled =
        !is_open(transfer->state) || !transfer->received_on.empty() || transfer->state == TransferState::active;
    if (row_.decision != Decision::none || settled) {
        return {};
    }
    std::optional<Letter> letter;
    if (transfer->letter) {
        JZ_TRY(stored, work.ledger.letter(transfer->letter));
        letter = std::move(stored);
    }
    JZ_TRY(member, work.ledger.member(transfer->member));
    left_.push_back({id, member->name, next_step(work.organisations, *transfer, letter).waits_for});
    return {};
}

Result<RowOutcome> WorksheetImport::apply(Work& work, Cells& row) {
    read(row);
    RowOutcome outcome{RowFate::refused, row_.name, {}};
    JZ_TRY(transfer, find(work, row, outcome));
    if (!transfer) {
        return outcome;
    }
    JZ_CHECK(carry_out(work, row, *transfer, outcome));
    JZ_CHECK(count(work, transfer->id));
    return outcome;
}

Result<void> WorksheetImport::carry_out(Work& work, Cells& row, const Transfer& transfer, RowOutcome& outcome) {
    row_.subject = outcome.subject;
    complete(row, transfer);
    judge(work, row, transfer);
    JZ_CHECK(warn_of_letter(work, row, transfer));
    ended_meanwhile(row, transfer);
    if (row.wrong()) {
        return {};
    }
    row_.shown = shows(transfer);
    outcome.fate = RowFate::unchanged;
    const std::size_t receipts = receipts_.size();
    JZ_TRY(stands, work.ledger.attempt([&]() -> Result<bool> { return walk(work, row, transfer.id, outcome); }));
    if (!stands) {
        receipts_.resize(receipts);
        outcome.fate = RowFate::refused;
        return {};
    }
    JZ_TRY(now, work.ledger.transfer(transfer.id));
    warn_of_unused(row, *now);
    return {};
}

Result<void> WorksheetImport::look_back(Work& work, Cells& row) {
    read(row);
    row.findings().clear();
    const auto id = parse_id_of<RecordKind::transfer>(row_.transfer);
    JZ_TRY(transfer, id ? work.ledger.transfer(*id) : Result<std::optional<Transfer>>(std::optional<Transfer>()));
    if (!transfer) {
        return {};
    }
    JZ_CHECK(count(work, *id));
    if (!print_ || !receipt_due(*transfer)) {
        return {};
    }
    RowOutcome outcome;
    JZ_CHECK(issue(work, row, transfer->letter, outcome));
    issued_again_ += outcome.fate == RowFate::changed ? 1 : 0;
    for (Finding& finding : row.findings()) { // what was applied stands all the same
        finding.severity = std::min(finding.severity, Severity::warning);
        finding.position = row.position(row.column("transfer"));
    }
    return {};
}

Result<void> WorksheetImport::finish(Work& work, const IntakeCounts&) {
    return print_ && !receipts_.empty() ? print_(work.ledger, receipts_) : Result<void>();
}

void WorksheetImport::describe_again(Document& document) const {
    if (issued_again_ > 0) {
        RowSet card = card_called("receipts");
        add_cell(card, "issued", Text{"现在开具的回执", "Receipts written now"}, ColumnType::number, issued_again_);
        document.sections.push_back(std::move(card));
    }
}

void WorksheetImport::describe(Document& document, const IntakeCounts&, bool stands) {
    if (!stands || at_.empty()) {
        return;
    }
    RowSet card = card_called("progress", Text{"表上各人现在", "Where those on the sheet are now"});
    for (const auto& [state, persons] : at_) {
        add_cell(card, std::string(code_id(state)), code_title(state), ColumnType::number, persons);
    }
    add_cell(card, "held", Text{"其中暂缓", "Of these held"}, ColumnType::number, held_);
    document.sections.push_back(std::move(card));
    RowSet left;
    left.id = "left";
    left.title = Text{"“处理”未填，未作决定的", "Left without a decision"};
    left.columns = {{"transfer", Text{"转接", "Transfer"}, ColumnType::id},
                    {"name", Text{"姓名", "Name"}},
                    {"waits_for", Text{"还差", "Missing"}}};
    left.when_empty = Text{"每行都有了决定", "every row had its decision"};
    for (const Left& person : left_) {
        left.rows.push_back({person.transfer, person.name, Cell(person.waits_for.zh, person.waits_for)});
    }
    document.sections.push_back(std::move(left));
}

} // namespace jiezhuan
