// Our receipts for letters that came in: written, sent, owed.
#include "jiezhuan/service/receipts/receipts.hpp"

#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/letters/letter_form.hpp"
#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/letters/letter_numbers.hpp"
#include "jiezhuan/service/letters/letter_views.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

Result<Transfer> transfer_of(Work& work, const Letter& letter) {
    JZ_TRY(transfer, work.ledger.transfer(letter.transfer));
    ensure_there(transfer.has_value(), lost::kTransfer);
    return std::move(*transfer);
}

std::string own_phone(const Work& work, const Transfer& transfer) {
    const Organisation* committee = work.organisations.basic_committee_of(transfer.to);
    return committee == nullptr ? work.organisations.own().phone : committee->phone;
}

// Nobody is confirmed as received who is not.
std::optional<Outcome> was_revoked(const Letter& letter, const Transfer& transfer) {
    if (transfer.state != TransferState::revoked) {
        return std::nullopt;
    }
    return refusal(
        subject_of(letter),
        say({"转接 {} 已撤销，没有接收", "transfer {} was revoked: nobody was received"}, transfer.id.text()),
        say({"重新报到后再开回执：jiezhuan transfer open {} --kind in --from {}",
             "a receipt follows when the member comes again: jiezhuan transfer open {} --kind in --from {}"},
            transfer.member.text(), transfer.from ? transfer.from.text() : shell_word(transfer.from_name)));
}

// Who was received all the same came by the online system, which answers by itself.
std::optional<Outcome> was_returned(const Letter& letter, const Transfer& transfer) {
    if (!is_returned(letter) || transfer.received_on.empty()) {
        return std::nullopt;
    }
    const Message on_paper_too = say({"另有介绍信来的：jiezhuan transfer present {} --letter-no 编号 --letter-date "
                                      "日期 --valid-days 天数",
                                      "where another letter came: jiezhuan transfer present {} --letter-no NUMBER "
                                      "--letter-date DATE --valid-days DAYS"},
                                     transfer.id.text());
    const Message online_only = say({"jiezhuan transfer correct {} --channel online --reason 原因",
                                     "jiezhuan transfer correct {} --channel online --reason WHY"},
                                    transfer.id.text());
    const bool both = goes_both_ways(transfer) && is_open(transfer.state);
    return refusal(
        subject_of(letter),
        say({"介绍信 {} 已于 {} 退回，没有凭它接收，不开回执",
             "letter {} was returned {}: nobody was received on it, and it has no receipt"},
            letter.no, letter.state_on.text()),
        both ? say({"{}；纸质不再办理的：{}", "{}; where the paper is given up: {}"}, on_paper_too, online_only)
             : say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, transfer.id.text()));
}

std::optional<Outcome> cannot_issue(const Work& work, const Letter& letter, const Transfer& transfer) {
    if (auto why = step_of_another_committee(work, subject_of(letter), transfer, Action::close)) {
        return why;
    }
    if (auto why = was_revoked(letter, transfer)) {
        return why;
    }
    if (auto why = was_returned(letter, transfer)) {
        return why;
    }
    if (letter.kind != LetterKind::introduction) {
        return refusal(subject_of(letter), Text{"党员证明信没有回执", "a certificate has no receipt"},
                       Text{"不需要办理", "nothing is to be done"});
    }
    if (transfer.received_on.empty()) {
        const std::vector<Action> next = next_actions(transfer, letter);
        return refusal(
            subject_of(letter),
            Message(fmt::format("{} 现为“{}”，还没有接收组织关系", transfer.id.text(), code_title(transfer.state).zh),
                    fmt::format("{} is '{}': the relation was not received yet", transfer.id.text(),
                                code_title(transfer.state).en)),
            next.empty()
                ? say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, transfer.id.text())
                : say({"先办下一步：{}", "first: {}"}, advice(work.organisations, next.front(), transfer, letter)));
    }
    if (work.on < transfer.received_on) {
        return refusal(subject_of(letter),
                       say({"日期 {} 早于接收日期 {}", "the date {} is before the day of receipt, {}"}, work.on.text(),
                           transfer.received_on.text()),
                       Text{"核对 --on", "check --on"});
    }
    const bool sender_known = transfer.from || !transfer.from_name.empty(); // a department on the way gets no receipt
    if (!sender_known || trimmed(receipt_addressee(letter)).empty()) {
        return refusal(subject_of(letter),
                       Text{"回执缺抬头：不知道原所在基层党委全称", "the receipt lacks its addressee"},
                       say({"登记转出党组织：jiezhuan transfer correct {} --from 党组织 --reason 漏填",
                            "record the sending committee: jiezhuan transfer correct {} --from ORG --reason WHY"},
                           transfer.id.text()));
    }
    return std::nullopt;
}

std::optional<Outcome> held(const Letter& letter, const Transfer& transfer) {
    if (!transfer.held()) {
        return std::nullopt;
    }
    return refusal(subject_of(letter),
                   say({"{} 自 {} 起暂缓办理：{}", "{} is held since {}: {}"}, transfer.id.text(),
                       transfer.held_since.text(), transfer.hold_reason),
                   step_command(Action::resume, transfer));
}

Result<Outcome> append_receipt(Work& work, std::string type, const Letter& before, const Letter& after,
                               const Transfer& transfer) {
    Transfer settled = transfer;
    settle(settled, &after, work.on);
    Event event = work.event(std::move(type));
    event.set.push_back({RecordKind::letter, before.id.value, difference(before, after)});
    if (json::Object changes = difference(transfer, settled); !changes.empty()) {
        event.set.push_back({RecordKind::transfer, transfer.id.value, std::move(changes)});
    }
    JZ_CHECK(work.ledger.append(std::move(event)));
    return Outcome{};
}

} // namespace

Result<Outcome> issue_receipt(Work& work, LetterId id, const ReceiptIssue& input) {
    JZ_TRY(stored, work.ledger.letter(id));
    ensure(stored.has_value() && answered_here(*stored), "a receipt for a letter that is answered here");
    const Letter& letter = *stored;
    if (has_list(letter)) {
        return issue_list_receipt(work, letter, input);
    }
    JZ_TRY(transfer, transfer_of(work, letter));
    if (auto why = cannot_issue(work, letter, transfer)) {
        return std::move(*why);
    }
    if (!letter.receipt_issued_on.empty()) {
        const bool same = (input.handler.empty() || input.handler == letter.receipt_handler) &&
                          (input.phone.empty() || input.phone == letter.receipt_phone) &&
                          (!work.on_given || work.on == letter.receipt_issued_on);
        return same ? Outcome::done_already()
                    : refusal(subject_of(letter),
                              say({"回执已于 {} 开具，经办人 {}", "the receipt was issued {} by {}"},
                                  letter.receipt_issued_on.text(), letter.receipt_handler),
                              say({"再打印：jiezhuan letter print {} --paper receipt",
                                   "print it again: jiezhuan letter print {} --paper receipt"},
                                  letter.id.text()));
    }
    if (auto why = held(letter, transfer)) {
        return std::move(*why);
    }
    Letter after = letter;
    after.receipt_on = after.receipt_issued_on = work.on;
    after.receipt_handler = input.handler;
    after.receipt_phone = input.phone.empty() ? own_phone(work, transfer) : input.phone;
    JZ_CHECK(render_receipt(receipt_of(after), LetterFormat::text, {}));
    return append_receipt(work, "receipt_issued", letter, after, transfer);
}

Result<Outcome> sent_before(Work& work, const Letter& letter, const std::string& how) {
    if (work.on_given && work.on != letter.receipt_sent_on) {
        return refusal(subject_of(letter),
                       say({"回执已于 {} 寄出", "the receipt was sent {}"}, letter.receipt_sent_on.text()),
                       Text{"日期以先登记的为准；只改寄送方式的，不写 --on",
                            "the day that was recorded stays; to put right how it went, leave out --on"});
    }
    if (how.empty() || how == letter.receipt_sent_how) {
        return Outcome::done_already();
    }
    Letter after = letter;
    after.receipt_sent_how = how;
    Event event = work.event("receipt_sent");
    event.set.push_back({RecordKind::letter, letter.id.value, difference(letter, after)});
    JZ_CHECK(work.ledger.append(std::move(event)));
    Outcome outcome;
    outcome.corrected = true;
    outcome.findings.push_back(state_finding(
        letter.id.text() + " " + letter.name,
        letter.receipt_sent_how.empty()
            ? say({"补记寄送方式“{}”", "how it was sent, supplied: '{}'"}, how)
            : say({"寄送方式由“{}”改为“{}”", "not sent by '{}' but by '{}'"}, letter.receipt_sent_how, how),
        {}));
    outcome.findings.back().severity = Severity::info;
    return outcome;
}

Result<Outcome> send_receipt(Work& work, LetterId id, const std::string& how) {
    JZ_TRY(stored, work.ledger.letter(id));
    ensure(stored.has_value() && answered_here(*stored), "a receipt for a letter that is answered here");
    const Letter& letter = *stored;
    if (has_list(letter)) {
        return send_list_receipt(work, letter, how);
    }
    JZ_TRY(transfer, transfer_of(work, letter));
    if (auto why = step_of_another_committee(work, subject_of(letter), transfer, Action::close)) {
        return std::move(*why);
    }
    if (auto why = was_revoked(letter, transfer)) {
        return std::move(*why);
    }
    if (auto why = was_returned(letter, transfer); why && letter.receipt_sent_on.empty()) {
        return std::move(*why);
    }
    if (!letter.receipt_sent_on.empty()) {
        return sent_before(work, letter, how);
    }
    if (letter.receipt_issued_on.empty()) {
        if (auto why = cannot_issue(work, letter, transfer)) {
            return std::move(*why);
        }
        return refusal(
            subject_of(letter), Text{"回执还没有开具", "the receipt was not issued yet"},
            say({"先开：jiezhuan receipt issue {}", "issue it: jiezhuan receipt issue {}"}, letter.id.text()));
    }
    if (work.on < letter.receipt_issued_on) {
        return refusal(subject_of(letter),
                       say({"寄出日期 {} 早于开具日期 {}", "sent {}, before it was issued {}"}, work.on.text(),
                           letter.receipt_issued_on.text()),
                       Text{"核对 --on", "check --on"});
    }
    if (auto why = held(letter, transfer)) {
        return std::move(*why);
    }
    Letter after = letter;
    after.receipt_sent_on = work.on;
    after.receipt_sent_how = how; // what nobody said is not known
    return append_receipt(work, "receipt_sent", letter, after, transfer);
}

Result<Letter> incoming_letter(Reading& ledger, std::string_view words) {
    const auto id = parse_id_of<RecordKind::transfer>(trimmed(words));
    if (!id) {
        return find_letter(ledger, words, LetterDirection::incoming);
    }
    JZ_TRY(transfer, ledger.transfer(*id));
    if (!transfer) {
        return fail(Exit::not_found, say({"没有转接 {}", "there is no transfer {}"}, id->text()),
                    Text{"查看：jiezhuan transfer list", "see: jiezhuan transfer list"});
    }
    std::optional<Letter> letter;
    if (transfer->letter) {
        JZ_TRY(stored, ledger.letter(transfer->letter));
        letter = std::move(stored);
    }
    if (!letter || !answered_here(*letter)) {
        return fail(
            Exit::refused,
            say({"转接 {} 没有收到的介绍信，不需要回执", "transfer {} has no incoming letter, so no receipt is due"},
                id->text()),
            say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, id->text()));
    }
    return std::move(*letter);
}

} // namespace jiezhuan
