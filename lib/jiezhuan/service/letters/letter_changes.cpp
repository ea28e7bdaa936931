// What happens to a letter of ours after it was issued, short of its receipt.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/letters/letter_chain.hpp"
#include "jiezhuan/service/letters/letter_draft.hpp"
#include "jiezhuan/service/letters/letter_notes.hpp"
#include "jiezhuan/service/letters/letter_numbers.hpp"
#include "jiezhuan/service/letters/letter_stock.hpp"
#include "jiezhuan/service/letters/letters.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"

namespace jiezhuan {
namespace {

Result<Letter> ours(Work& work, LetterId id) {
    JZ_TRY(letter, work.ledger.letter(id));
    if (!letter) {
        return fail(Exit::not_found, say({"没有介绍信 {}", "there is no letter {}"}, id.text()),
                    Text{"查看：jiezhuan letter list", "see: jiezhuan letter list"});
    }
    if (!issued_here(*letter)) {
        return fail(Exit::refused, say({"介绍信 {} 不是本单位开具的", "letter {} was not issued by us"}, letter->no),
                    say({"退回原单位：jiezhuan transfer return {} --reason 原因",
                         "send it back: jiezhuan transfer return {} --reason REASON"},
                        letter->transfer.text()));
    }
    return *letter;
}

Outcome not_live(const Letter& letter) {
    const Text state = code_title(letter.state);
    const std::string& reason = letter.state_reason;
    return refusal(subject_of(letter),
                   Message(fmt::format("介绍信 {} {}（{}{}）", letter.no, state.zh, letter.state_on.text(),
                                       reason.empty() ? "" : "：" + reason),
                           fmt::format("letter {} is {} ({}{})", letter.no, state.en, letter.state_on.text(),
                                       reason.empty() ? "" : ": " + reason)),
                   say({"查看：jiezhuan letter show {}", "see: jiezhuan letter show {}"}, letter.id.text()));
}

std::optional<Outcome> day_or_reason_wrong(const Work& work, const Letter& letter, const std::string& reason,
                                           Date notified) {
    if (trimmed(reason).empty()) {
        return refusal(subject_of(letter), Text{"没有写原因", "no reason was given"},
                       Text{"用 --reason 写明", "say it with --reason"});
    }
    if (notified > work.today()) {
        return refusal(subject_of(letter),
                       say({"通知接收方的日期 {} 在今天之后", "the day the receiver was told, {}, lies after today"},
                           notified.text()),
                       Text{"核对 --notified", "check --notified"});
    }
    if (work.on < letter.issued_on) {
        return refusal(subject_of(letter),
                       say({"日期 {} 早于开具日期 {}", "the date {} is before the day of issue, {}"}, work.on.text(),
                           letter.issued_on.text()),
                       Text{"核对 --on", "check --on"});
    }
    return std::nullopt;
}

Result<Outcome> append_letter_change(Work& work, std::string type, const Letter& before, const Letter& after) {
    Event event = work.event(std::move(type));
    event.set.push_back({RecordKind::letter, before.id.value, difference(before, after)});
    JZ_CHECK(work.ledger.append(std::move(event)));
    return Outcome{};
}

// It lies with the department that took it in. Lost or expired is the one that was given for it, and the last issuer replaces that.
Result<Outcome> replaced_by_last_issuer(Work& work, const Letter& letter) {
    JZ_TRY(last, letter_in_hand(work.ledger, letter));
    return refusal(subject_of(letter),
                   say({"已换信，现在是“{}”开具的 {}，由最后的开具单位补开",
                        "was exchanged: now it is '{}', who issued {}, to give a new one"},
                       last.issuer_name, last.no),
                   say({"补开后登记：{}；作废不再转出的：jiezhuan letter void {} --reason 原因",
                        "when they have: {}; to go no further: jiezhuan letter void {} --reason WHY"},
                       exchange_command(last), letter.id.text()));
}

LetterState ended_state(const VoidInput& input) { return input.lost ? LetterState::lost : LetterState::void_; }

// It was voided or lost before: the same act again, or only the day on which the receiver was told.
Result<Outcome> ended_before(Work& work, const Letter& letter, const VoidInput& input) {
    const bool same = letter.state == ended_state(input) && letter.state_reason == input.reason &&
                      (!work.on_given || work.on == letter.state_on);
    if (same && (input.receiver_notified_on.empty() || input.receiver_notified_on == letter.receiver_notified_on)) {
        return Outcome::done_already();
    }
    if (!same || !letter.receiver_notified_on.empty() || input.receiver_notified_on > work.today()) {
        return not_live(letter);
    }
    Letter after = letter;
    after.receiver_notified_on = input.receiver_notified_on;
    return append_letter_change(work, "letter_voided", letter, after);
}

} // namespace

Result<Outcome> void_letter(Work& work, LetterId id, const VoidInput& input) {
    JZ_TRY(letter, ours(work, id));
    if (letter.state == LetterState::void_ || letter.state == LetterState::lost) {
        return ended_before(work, letter, input);
    }
    if (letter.state != LetterState::issued) {
        const bool again = letter.state == LetterState::used && has_list(letter) && !input.reason.empty() &&
                           letter.state_reason == input.reason && (!work.on_given || work.on == letter.state_on);
        return again ? Outcome::done_already() : not_live(letter);
    }
    if (auto wrong = day_or_reason_wrong(work, letter, input.reason, input.receiver_notified_on)) {
        return std::move(*wrong);
    }
    if (has_list(letter)) {
        return void_list_letter(work, letter, input);
    }
    if (input.lost && letter.exchanged_for) {
        return replaced_by_last_issuer(work, letter);
    }
    letter.state = ended_state(input);
    letter.state_on = work.on;
    letter.state_reason = input.reason;
    letter.receiver_notified_on = input.receiver_notified_on;
    StepInput step;
    step.reason = input.reason;
    step.letter = &letter;
    return step_transfer(work, letter.transfer, Action::void_letter, step);
}

Result<Outcome> void_blank(Work& work, const std::string& number, const VoidInput& input) {
    const std::string no = plain_number(number);
    JZ_TRY(packs, work.ledger.stocks({}));
    for (const Stock& pack : packs) {
        JZ_TRY(search, find_blank(work.ledger, pack.issuer, pack.kind, no));
        if (!search.blank) {
            continue;
        }
        const Organisation* issuer = work.organisations.find(pack.issuer);
        Letter letter;
        letter.direction = LetterDirection::issued_by_us;
        letter.kind = pack.kind;
        letter.state = ended_state(input);
        letter.issuer = search.blank->stock.issuer;
        letter.issuer_name = issuer == nullptr ? "" : issuer->name;
        letter.year = search.blank->stock.year;
        letter.no = no;
        letter.serial = serial_of(work.profile, pack.kind, letter.year, no);
        letter.number_source = NumberSource::preprinted;
        letter.state_on = work.on;
        letter.state_reason = input.reason;
        if (auto wrong = day_or_reason_wrong(work, letter, input.reason, input.receiver_notified_on)) {
            wrong->findings.front().subject = no;
            return std::move(*wrong);
        }
        Event event = work.event("letter_voided");
        event.create = Creation{RecordKind::letter, to_json(letter)};
        JZ_TRY(seq, work.ledger.append(std::move(event)));
        return Outcome{false, false, {}, seq};
    }
    return fail(
        Exit::not_found,
        say({"没有编号为“{}”的介绍信，空白介绍信里也没有", "there is no letter '{}', nor a blank of that number"},
            printable(number)),
        Text{"查看：jiezhuan letter list；jiezhuan letter stock", "see jiezhuan letter list, jiezhuan letter stock"});
}

namespace {

// A letter that is to be replaced, with its transfer and member.
struct Replacing {
    Work& work;
    const ReissueInput& input;
    Letter old;
    Letter ended; // the old one as it would be after
    Transfer transfer;
    Member member;
};

Result<IssueOutcome> replaced_before(const Replacing& replacing) {
    const Letter& old = replacing.old;
    JZ_TRY(stored, replacing.work.ledger.letter(old.replaced_by));
    ensure_there(stored.has_value(), lost::kLetter);
    const IssueInput& issue = replacing.input.issue;
    const Date notified = replacing.input.receiver_notified_on;
    const bool told_now = !notified.empty() && old.receiver_notified_on.empty() && notified <= replacing.work.today();
    // Why it was replaced is known: who adds the day need not say it in the same words.
    const bool same = (told_now || old.state_reason == replacing.input.reason) &&
                      (notified.empty() || notified == old.receiver_notified_on || told_now) &&
                      (issue.valid_days == 0 || issue.valid_days == stored->valid_days) &&
                      (issue.number.empty() || plain_number(issue.number) == stored->no) &&
                      (issue.member_contact.empty() || issue.member_contact == stored->member_contact) &&
                      (!replacing.work.on_given || replacing.work.on == old.state_on);
    if (same && told_now) {
        Letter after = old;
        after.receiver_notified_on = notified;
        JZ_TRY(noted, append_letter_change(replacing.work, "letter_reissued", old, after));
        return IssueOutcome{std::move(noted), stored->id, stored->no};
    }
    return IssueOutcome{same ? Outcome::done_already() : not_live(old), stored->id, stored->no};
}

std::optional<Outcome> cannot_replace(const Replacing& replacing) {
    const Letter& old = replacing.old;
    const Transfer& transfer = replacing.transfer;
    if (old.state == LetterState::void_ || old.state == LetterState::lost) {
        Outcome outcome = not_live(old);
        const Message anew = begin_anew_command(transfer, replacing.member);
        if (is_open(transfer.state)) {
            outcome.findings.front().fix = say({"已作废的直接重新开具：jiezhuan letter issue {}",
                                                "it is void: issue anew with jiezhuan letter issue {}"},
                                               transfer.id.text());
        } else if (!anew.empty()) {
            outcome.findings.front().fix = say({"转接已结束，重新登记：{}", "its transfer is over: {}"}, anew);
        }
        return outcome;
    }
    if (old.state == LetterState::issued && transfer.state == TransferState::revoked) {
        return refusal(subject_of(old),
                       say({"转接 {} 已撤销，介绍信不再补开", "transfer {} was revoked: its letter is not replaced"},
                           transfer.id.text()),
                       say({"收回后作废：jiezhuan letter void {} --reason 原因",
                            "take it back, then: jiezhuan letter void {} --reason WHY"},
                           old.id.text()));
    }
    if (is_live(old) && transfer.letter == old.id && !transfer.received_on.empty()) {
        return refusal(
            subject_of(old),
            say({"{} 已于 {} 接收（{}），介绍信不再补开", "{} was received {} ({}): its letter is not replaced"},
                transfer.id.text(), transfer.received_on.text(), transfer.received_evidence),
            say({"纸质不再办理的：jiezhuan letter void {} --reason 原因",
                 "where the paper is given up: jiezhuan letter void {} --reason WHY"},
                old.id.text()));
    }
    const bool out = transfer.state == TransferState::sent || transfer.state == TransferState::active;
    if (old.state != LetterState::issued || !out || transfer.letter != old.id) {
        return not_live(old);
    }
    if (transfer.held()) {
        return refusal(
            subject_of(transfer, replacing.member),
            say({"自 {} 起暂缓办理：{}", "held since {}: {}"}, transfer.held_since.text(), transfer.hold_reason),
            say({"先恢复：jiezhuan transfer resume {}", "resume it first: jiezhuan transfer resume {}"},
                transfer.id.text()));
    }
    return day_or_reason_wrong(replacing.work, old, replacing.input.reason, replacing.input.receiver_notified_on);
}

Result<Findings> ask_rules(const Replacing& replacing, const Letter& fresh, const Transfer& after) {
    const std::string subject = subject_of(after, replacing.member);
    JZ_TRY(facts, facts_of(replacing.work, after, replacing.member));
    if (facts.live_letter == replacing.old.no) {
        facts.live_letter.reset(); // the act itself ends it
    }
    Findings findings = ask(transfer_rules(), Moment::send, facts, subject);
    JZ_TRY(letter_facts, facts_of(replacing.work, fresh, replacing.member, replacing.work.on));
    letter_facts.replaced = replacing.ended;
    Findings more = ask(letter_rules(), Moment::send, letter_facts, subject);
    findings.insert(findings.end(), more.begin(), more.end());
    return findings;
}

Result<IssueOutcome> replace(Replacing& replacing, Letter fresh) {
    Work& work = replacing.work;
    const LetterId created{work.ledger.next_seq()};
    fresh.replaces = replacing.old.id;
    replacing.ended.state = LetterState::replaced;
    replacing.ended.state_on = work.on;
    replacing.ended.state_reason = replacing.input.reason;
    replacing.ended.receiver_notified_on = replacing.input.receiver_notified_on;
    replacing.ended.replaced_by = created;
    Transfer after = replacing.transfer;
    after.letter = created;
    JZ_TRY(findings, ask_rules(replacing, fresh, after));
    Event event = work.event("letter_reissued");
    Judgement judgement = judge(std::move(findings), work.accept, event);
    if (judgement.refused) {
        return IssueOutcome{Outcome{true, false, std::move(judgement.findings), 0}, {}, {}};
    }
    event.create = Creation{RecordKind::letter, to_json(fresh)};
    event.set.push_back({RecordKind::letter, replacing.old.id.value, difference(replacing.old, replacing.ended)});
    event.set.push_back({RecordKind::transfer, after.id.value, difference(replacing.transfer, after)});
    JZ_TRY(seq, work.ledger.append(std::move(event)));
    JZ_TRY(notes, notes_on_new_letter(work, after, fresh, replacing.input.issue, subject_of(after, replacing.member)));
    judgement.findings.insert(judgement.findings.end(), notes.begin(), notes.end());
    return IssueOutcome{Outcome{false, false, std::move(judgement.findings), seq}, LetterId{seq}, fresh.no};
}

// With the receipt it was already where it was to go.
Outcome collected_after_receipt(const Letter& letter, Date on) {
    return refusal(
        subject_of(letter),
        say({"回执日期是 {}，领取不会在其后（{}）", "the receipt is of {}: nobody collected it later, on {}"},
            letter.receipt_on.text(), on.text()),
        say({"补记领取的，写明当天的日期：jiezhuan letter deliver {} --on 日期",
             "to record it afterwards, name the day: jiezhuan letter deliver {} --on DATE"},
            letter.id.text()));
}

} // namespace

Result<IssueOutcome> reissue_letter(Work& work, LetterId id, const ReissueInput& input) {
    JZ_TRY(old, ours(work, id));
    if (has_list(old) && is_live(old)) {
        return IssueOutcome{
            refusal(subject_of(old),
                    Text{"带名单的介绍信不单独补开", "a letter with a list is not replaced on its own"},
                    say({"先作废或登记遗失：jiezhuan letter void {0} --reason 原因；再开：jiezhuan letter issue "
                         "--batch {1}",
                         "void it: jiezhuan letter void {0} --reason REASON; then: jiezhuan letter issue --batch {1}"},
                        old.id.text(), old.batch.text())),
            {},
            {}};
    }
    if (!old.transfer) { // a blank that was spoiled
        return IssueOutcome{not_live(old), {}, {}};
    }
    JZ_TRY(transfer, work.ledger.transfer(old.transfer));
    JZ_TRY(member, work.ledger.member(old.member));
    ensure_there(transfer.has_value(), lost::kTransfer);
    ensure_there(member.has_value(), lost::kMember);
    Replacing replacing{work, input, old, old, *transfer, *member};
    if (old.state == LetterState::replaced) {
        return replaced_before(replacing);
    }
    if (auto why = step_of_another_committee(work, subject_of(old), *transfer, Action::send)) {
        return IssueOutcome{std::move(*why), {}, {}};
    }
    if (auto why = cannot_replace(replacing)) {
        return IssueOutcome{std::move(*why), {}, {}};
    }
    if (old.exchanged_for) {
        JZ_TRY(theirs, replaced_by_last_issuer(work, old));
        return IssueOutcome{std::move(theirs), {}, {}};
    }
    JZ_TRY(draft, draft_letter(work, replacing.transfer, replacing.member, input.issue));
    if (Outcome* why = std::get_if<Outcome>(&draft)) {
        return IssueOutcome{std::move(*why), {}, {}};
    }
    return replace(replacing, std::move(std::get<Letter>(draft)));
}

Result<Outcome> deliver_letter(Work& work, LetterId id, const DeliverInput& input) {
    JZ_TRY(letter, ours(work, id));
    Letter after = letter;
    after.delivered_to = input.to.empty() ? letter.name : normal_name(input.to);
    const bool in_person = after.delivered_to == letter.name;
    after.delivered_how = !input.how.empty() ? input.how : in_person ? "本人领取" : letter.delivered_how;
    after.delivered_on = !letter.delivered_on.empty() && !work.on_given ? letter.delivered_on : work.on;
    if (after == letter) {
        return Outcome::done_already();
    }
    const bool supplied = after.delivered_to == letter.delivered_to && after.delivered_on == letter.delivered_on &&
                          letter.delivered_how.empty();
    if (!letter.delivered_on.empty() && !supplied) {
        return refusal(subject_of(letter),
                       say({"{} 已由 {} 领取（{}）", "collected {} by {} ({})"}, letter.delivered_on.text(),
                           letter.delivered_to, letter.delivered_how),
                       Text{"核对领取人；登记有误的，作废后重新开具",
                            "check who collected it; where that is wrong, void the letter and issue it anew"});
    }
    if (letter.state != LetterState::issued && letter.state != LetterState::used) {
        return not_live(letter);
    }
    if (work.on < letter.issued_on) {
        return *day_or_reason_wrong(work, letter, "-", {});
    }
    if (letter.kind == LetterKind::certificate && !is_live(letter) && work.on > letter.state_on) {
        return refusal(subject_of(letter),
                       say({"临时外出已于 {} 结束，领取不会在其后（{}）",
                            "the time away ended {}: nobody collected it later, on {}"},
                           letter.state_on.text(), work.on.text()),
                       say({"补记领取的，写明当天的日期：jiezhuan letter deliver {} --on 日期",
                            "to record it afterwards, name the day: jiezhuan letter deliver {} --on DATE"},
                           letter.id.text()));
    }
    if (!letter.receipt_on.empty() && work.on > letter.receipt_on) {
        return collected_after_receipt(letter, work.on);
    }
    const LetterFacts facts{.letter = after, .profile = work.profile, .on = after.delivered_on};
    JZ_TRY(outcome, append_letter_change(work, "letter_delivered", letter, after));
    outcome.findings = ask(letter_rules(), Moment::record, facts, subject_of(after));
    return std::move(outcome);
}

} // namespace jiezhuan
