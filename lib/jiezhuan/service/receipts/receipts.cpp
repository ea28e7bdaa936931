#include "jiezhuan/service/receipts/receipts.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/letters/letter_chain.hpp"
#include "jiezhuan/service/letters/letter_numbers.hpp"
#include "jiezhuan/service/letters/letter_views.hpp"
#include "jiezhuan/service/receipts/receipt_corrections.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// Recorded before: the same slip again, or another one for the same letter.
Outcome recorded_before(const Work& work, const Letter& letter, const ReceiptInput& input) {
    const bool same = input.date == letter.receipt_on && normal_name(input.name) == normal_name(letter.name) &&
                      (input.handler.empty() || input.handler == letter.receipt_handler) &&
                      (input.phone.empty() || input.phone == letter.receipt_phone) &&
                      (!work.on_given || work.on == letter.receipt_recorded_on);
    return same
               ? Outcome::done_already()
               : refusal(
                     subject_of(letter),
                     say({"介绍信 {} 的回执（{}）已于 {} 登记", "the receipt of letter {}, of {}, was recorded {}"},
                         letter.no, letter.receipt_on.text(), letter.receipt_recorded_on.text()),
                     say({"查看：jiezhuan letter show {0}；登错的先撤销，再登记：jiezhuan receipt revoke {0} --reason "
                          "原因",
                          "see: jiezhuan letter show {0}; a mistake is taken back first, then recorded again: jiezhuan "
                          "receipt revoke {0} --reason WHY"},
                         letter.id.text()));
}

// What to do where the receiver went by a letter that had ended. One with a list is not taken up again: its persons may be on several.
Message received_by_ended(const Letter& letter) {
    return has_list(letter)
               ? say({"请接收单位按现在有效的那一份出具回执，看是哪一份：jiezhuan batch show "
                      "{0}；没有的先开具：jiezhuan letter "
                      "issue --batch {0}",
                      "ask the receiver for the receipt of the letter in force; which one: jiezhuan batch show {0}; "
                      "where "
                      "none is: jiezhuan letter issue --batch {0}"},
                     letter.batch.text())
               : Message(
                     Text{"与接收单位核对是凭哪一份介绍信接收的；确是这一份的，同一命令加 --reason 原因",
                          "ask the receiver by which letter the member was received; where it was this one: the same "
                          "command with --reason WHY"});
}

// A letter that ended otherwise, or a day that cannot be.
std::optional<Outcome> cannot_record(const Work& work, const Letter& letter, const ReceiptInput& input) {
    if (letter.state != LetterState::issued) {
        const Text state = code_title(letter.state);
        return refusal(
            subject_of(letter),
            Message(fmt::format("介绍信 {} {}（{}），不能凭它的回执销号", letter.no, state.zh, letter.state_on.text()),
                    fmt::format("letter {} is {} ({}): its receipt closes nothing", letter.no, state.en,
                                letter.state_on.text())),
            received_by_ended(letter));
    }
    if (input.date > work.on) {
        return refusal(
            subject_of(letter),
            say({"回执日期 {} 晚于登记日期 {}", "the receipt's date {} lies after the day it is recorded, {}"},
                input.date.text(), work.on.text()),
            Text{"核对回执日期", "check the date on the receipt"});
    }
    return std::nullopt;
}

Result<std::optional<Outcome>> differs(const Work& work, const Letter& letter, const ReceiptInput& input) {
    const ReceiptFacts facts{letter,     work.profile, plain_number(input.no), input.name, input.id_no,
                             input.date, work.today()};
    Findings findings = ask(receipt_rules(), Moment::receipt, facts, subject_of(letter));
    if (!has_errors(findings)) {
        return std::optional<Outcome>();
    }
    sort_findings(findings);
    return std::optional(Outcome{true, false, std::move(findings), 0});
}

// The letter of the chain that was named: the receipt is a part of the last one. Nothing for a number of none of them.
Result<std::optional<Letter>> letter_on_slip(Reading& ledger, const Letter& letter, const std::string& words) {
    JZ_TRY(chain, chain_from(ledger, letter));
    const auto id = parse_id_of<RecordKind::letter>(trimmed(words));
    const auto named = std::find_if(chain.begin(), chain.end(), [&](const Letter& one) {
        return (id && one.id == *id) || one.no == plain_number(words);
    });
    return named == chain.end() ? std::nullopt : std::optional(*named);
}

// Both the stub and the paper of which the slip is a part: nobody confirms a letter before it was written.
Result<std::optional<Outcome>> differs_from_any(const Work& work, const Letter& stub, const Letter& named,
                                                const ReceiptInput& slip) {
    JZ_TRY(mismatch, differs(work, stub, slip));
    if (mismatch || named.id == stub.id) {
        return std::move(mismatch);
    }
    ReceiptInput as_written = slip;
    as_written.no = named.no;
    return differs(work, named, as_written);
}

std::optional<Action> step_for(const Transfer& transfer) {
    return goes_both_ways(transfer)                    ? std::nullopt
           : transfer.state == TransferState::sent     ? std::optional(Action::accept)
           : transfer.state == TransferState::received ? std::optional(Action::close) // accepted online before
                                                       : std::nullopt;
}

} // namespace

Outcome taken_back(const Letter& letter, const Transfer& transfer) {
    return refusal(
        subject_of(letter),
        say({"转接 {} 已撤销：{}；这份回执没有再登记",
             "transfer {} was revoked: {}; this receipt is not recorded again"},
            transfer.id.text(), transfer.outcome_reason),
        say({"与接收单位核实；确已接收的，重新办理转出：jiezhuan transfer open {} --kind out --to 党组织",
             "ask the receiver; where it did take over, transfer anew: jiezhuan transfer open {} --kind out --to ORG"},
            transfer.member.text()));
}

Result<Outcome> record_receipt(Work& work, const ReceiptInput& input) {
    JZ_TRY(letter, letter_of_slip(work.ledger, input.no, input.name));
    ReceiptInput slip = input;
    JZ_TRY(named, letter_on_slip(work.ledger, letter, input.no));
    slip.no = named ? letter.no : input.no;
    if (has_list(letter)) {
        auto wrong = letter.receipt_recorded_on.empty() ? cannot_record(work, letter, slip) : std::nullopt;
        return wrong ? std::move(*wrong) : record_list_receipt(work, letter, slip, input.except);
    }
    JZ_TRY(mismatch, differs_from_any(work, letter, named.value_or(letter), slip));
    if (mismatch) {
        return std::move(*mismatch);
    }
    JZ_TRY(transfer, work.ledger.transfer(letter.transfer));
    ensure_there(transfer.has_value(), lost::kTransfer);
    if (!letter.receipt_recorded_on.empty()) {
        return transfer->state == TransferState::revoked ? taken_back(letter, *transfer)
                                                         : recorded_before(work, letter, slip);
    }
    if (has_ended(letter) && !slip.reason.empty()) {
        return record_by_former_letter(work, letter, *transfer, slip);
    }
    if (auto why = cannot_record(work, letter, slip)) {
        return std::move(*why);
    }
    letter.state = LetterState::used;
    letter.state_on = letter.receipt_recorded_on = work.on;
    letter.receipt_on = slip.date;
    letter.receipt_handler = slip.handler;
    letter.receipt_phone = slip.phone;
    letter.remarks = slip.remarks.empty() ? letter.remarks : slip.remarks;
    StepInput step;
    step.letter = &letter;
    step.evidence = fmt::format("回执 {}（{}）", named ? named->no : std::string(), slip.date.text());
    return step_transfer(work, transfer->id, step_for(*transfer).value_or(Action::accept), step);
}

} // namespace jiezhuan
