#include "jiezhuan/service/dues/dues.hpp"

#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/dues.hpp"
#include "jiezhuan/service/dues/dues_hand_over.hpp"
#include "jiezhuan/service/dues/dues_payment.hpp"
#include "jiezhuan/service/members/member_dates.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// An earlier payment, put down again: the same, or with the reason that was missing.
Result<std::optional<Outcome>> recorded_before(Payment& payment) {
    const LoggedEvent* const last = last_payment(payment);
    const DuesInput& input = payment.input;
    if (last == nullptr || said_of(*last, "through") != input.through.text() || payment.known() != input.through ||
        (!input.from.empty() && said_of(*last, "from") != input.from.text()) ||
        (payment.work.on_given && last->event.date != payment.work.on)) {
        return std::optional<Outcome>();
    }
    if (input.reason.empty() || said_of(*last, "reason") == input.reason) {
        return std::optional(Outcome::done_already());
    }
    if (!said_of(*last, "reason").empty()) {
        return std::optional<Outcome>();
    }
    Event event = payment.work.event(std::string(kDuesRecorded));
    event.date = last->event.date;
    event.about = last->event.about;
    event.about.emplace("reason", json::Value(input.reason));
    event.set.push_back(
        {RecordKind::member, payment.member.id.value, {{"dues_paid_through", json::Value(input.through.text())}}});
    JZ_CHECK(payment.work.ledger.append(std::move(event)));
    return std::optional(Outcome{false, false, {}, 0, true});
}

Finding note(const Payment& payment, Severity severity, Message message, Message fix) {
    return {std::string(kStateRule), severity, payment.subject(), {}, std::move(message), std::move(fix)};
}

Findings notes_of(const Payment& payment) {
    const DuesInput& input = payment.input;
    Findings notes;
    if (payment.sent_on.empty() && beyond_the_quarter(input.through, payment.work.on, payment.work.profile)) {
        notes.push_back(note(payment, Severity::warning,
                             say({"{} 预交到 {}，超过本季度", "paid on {} in advance through {}: beyond the quarter"},
                                 payment.work.on.text(), input.through.text()),
                             kByTheMonth));
    }
    const Letter* const letter = letter_of_dues(payment.letters);
    const SendersMonths months = letter == nullptr ? SendersMonths{} : senders_months(*letter);
    if (!months.last.empty() && input.from <= months.last && input.through >= months.first) {
        notes.push_back(note(payment, Severity::info,
                             say({"{} 应由转出党组织收缴（介绍信 {} 于 {} 开具，党费只交至 {}）",
                                  "{}: for the sender to collect (letter {} of {}, paid only through {})"},
                                 months_in_words(months.first, months.last), letter->no, letter->issued_on.text(),
                                 letter->dues_paid_through.month_of().text()),
                             Text{"由本级补收的，告知转出党组织", "what is collected here the sender should know of"}));
    }
    for (const Letter& one : payment.letters) {
        if (issued_here(one) && is_live(one) && one.dues_paid_through.month_of() != input.through) {
            notes.push_back(
                note(payment, Severity::warning,
                     say({"介绍信 {} 写的是党费交至 {}", "letter {} says that the dues are paid through {}"}, one.no,
                         one.dues_paid_through.month_of().text()),
                     say({"告知接收党组织；信还没有交出的，可作废补开：jiezhuan letter reissue {} --reason 原因",
                          "tell the receiver; a letter that is still here may be reissued: jiezhuan letter "
                          "reissue {} --reason REASON"},
                         one.id.text())));
        }
    }
    if (payment.member.standing == Standing::hosted) {
        notes.push_back(note(payment, Severity::info,
                             Text{"正式组织关系不在本级：持流动党员活动证的可以在流入地交纳",
                                  "the relation is elsewhere: with an activity card the dues may be paid here"},
                             Text{"记入活动证", "enter it on the card"}));
    }
    return notes;
}

DuesFacts facts_of(const Payment& payment) {
    const DuesInput& input = payment.input;
    DuesFacts facts{
        payment.member, payment.work.profile, payment.work.on, input.from, input.through, input.reason, {}, {},
        payment.sent_on};
    if (const Letter* const letter = letter_of_dues(payment.letters); letter != nullptr) {
        facts.letter_no = letter->no;
        facts.letter_through = letter->dues_paid_through;
    }
    return facts;
}

Result<Outcome> write(const Payment& payment, const Member& after) {
    Work& work = payment.work;
    const DuesInput& input = payment.input;
    Findings findings = ask(dues_rules(), Moment::record, facts_of(payment), payment.subject());
    const Findings notes = notes_of(payment);
    findings.insert(findings.end(), notes.begin(), notes.end());
    Event event = work.event(std::string(kDuesRecorded));
    Judgement judgement = judge(std::move(findings), work.accept, event);
    if (judgement.refused) {
        return Outcome{true, false, std::move(judgement.findings), 0};
    }
    event.about.emplace("from", json::Value(input.from.text()));
    event.about.emplace("through", json::Value(input.through.text()));
    if (!input.reason.empty()) {
        event.about.emplace("reason", json::Value(input.reason));
    }
    event.set.push_back({RecordKind::member, after.id.value, difference(payment.member, after)});
    JZ_CHECK(work.ledger.append(std::move(event)));
    return Outcome{false, false, std::move(judgement.findings), 0};
}

} // namespace

Result<Outcome> record_dues(Work& work, MemberId id, const DuesInput& written) {
    JZ_TRY(payment, payment_of(work, id, written));
    if (auto why = not_payable(payment)) {
        return std::move(*why);
    }
    if (auto why = months_reversed(payment)) {
        return std::move(*why);
    }
    Findings slip;
    judge_far_ahead(slip, payment.input.through, work.on, work.profile, payment.subject());
    if (!slip.empty()) {
        return Outcome{true, false, std::move(slip), 0};
    }
    JZ_TRY(before, recorded_before(payment));
    if (before) {
        return std::move(*before);
    }
    DuesInput& input = payment.input;
    if (input.through <= payment.known()) {
        return known_already(payment);
    }
    const Date owed = first_owed(payment);
    if (input.from.empty()) {
        input.from = payment.known().empty() ? input.through : std::min(owed, input.through);
    }
    if (auto why = wrong_months(payment, owed)) {
        return std::move(*why);
    }
    if (auto early = before_membership(payment.member, work.on)) {
        return std::move(*early);
    }
    JZ_TRY(unknown, before_record(work.ledger, payment.member, work.on));
    if (unknown) {
        return std::move(*unknown);
    }
    Member after = payment.member;
    after.dues_paid_through = input.through;
    JZ_TRY(late, overtaken(work.ledger, payment.member, after, work.on));
    if (late) {
        return std::move(*late);
    }
    return write(payment, after);
}

} // namespace jiezhuan
