#include "jiezhuan/service/dues/dues_payment.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/dues.hpp"
#include "jiezhuan/service/dues/dues_hand_over.hpp"
#include "jiezhuan/service/members/member_transfers.hpp"
#include "jiezhuan/service/members/members.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// Where the event puts the member; none where it says nothing of that.
Standing set_by(const Event& event, MemberId member) {
    for (const Change& change : event.set) {
        if (change.kind == RecordKind::member && change.id == member.value) {
            return code_from_id<Standing>(json::text_of(change.to, "standing")).value_or(Standing::none);
        }
    }
    return Standing::none;
}

// Who comes back by a leaving that is taken back was here all the time, and owes these months, too.
bool says_never_gone(const Event& event) {
    return json::text_of(event.about, "mark") == "mistaken" || json::text_of(event.about, "action") == "revoke" ||
           event.type == "receipt_revoked";
}

Message look_at(const Member& member) {
    return say({"查看经过：jiezhuan member history {}", "see what happened: jiezhuan member history {}"},
               member.id.text());
}

} // namespace

std::string Payment::subject() const { return subject_of(member); }

Result<Payment> payment_of(Work& work, MemberId id, const DuesInput& written) {
    JZ_TRY(member, member_called(work.ledger, id.text()));
    JZ_TRY(events, work.ledger.history(RecordKind::member, id.value));
    JZ_TRY(letters, work.ledger.letters(Query().equal("member", id.text())));
    JZ_TRY(open, open_transfer_of(work.ledger, id));
    const bool leaving = open && member.standing == Standing::in_transit;
    return Payment{work,
                   std::move(member),
                   {written.through.month_of(), written.from.month_of(), to_nfc(trimmed(written.reason))},
                   std::move(events),
                   std::move(letters),
                   leaving ? open->sent_on : Date()};
}

const LoggedEvent* last_payment(const Payment& payment) {
    const auto last = std::find_if(payment.events.rbegin(), payment.events.rend(),
                                   [](const LoggedEvent& one) { return one.event.type == kDuesRecorded; });
    return last == payment.events.rend() ? nullptr : &*last;
}

std::string_view said_of(const LoggedEvent& payment, std::string_view key) {
    return json::text_of(payment.event.about, key);
}

Date first_owed(const Payment& payment) {
    const Date next = next_dues(payment.member);
    const Letter* const came = letter_of_dues(payment.letters);
    if (came != nullptr && came->dues_paid_through.month_of() == payment.known()) {
        return next;
    }
    bool away = false;
    Date back;
    for (const LoggedEvent& logged : payment.events) {
        const Standing to = set_by(logged.event, payment.member.id);
        const bool gone = to == Standing::suspended || to == Standing::left || to == Standing::not_admitted;
        const bool here = to == Standing::home || to == Standing::in_transit;
        if (here && away && !says_never_gone(logged.event)) {
            back = logged.event.date.month_of();
        }
        away = gone || (away && !here);
    }
    return std::max(next, back);
}

std::optional<Outcome> not_payable(const Payment& payment) {
    const Member& member = payment.member;
    if (on_roster(member.standing) || member.standing == Standing::hosted) {
        return std::nullopt;
    }
    if (member.standing == Standing::arriving) {
        return refusal(payment.subject(),
                       Text{"还没有接收，党费仍由转出党组织收缴", "not received yet: the sender collects"},
                       Text{"接收以后，从介绍信党费交至的次月起登记",
                            "when received, from the month after the one that the letter says"});
    }
    if (member.standing == Standing::suspended) {
        return refusal(payment.subject(),
                       Text{"停止党籍期间不交党费", "no dues are paid while the membership is suspended"},
                       look_at(member));
    }
    if (member.leave_reason == LeaveReason::transferred) {
        return refusal(payment.subject(),
                       say({"已于 {} 转出，党费由接收党组织收缴", "transferred on {}: the receiver collects"},
                           member.left_on.text()),
                       Text{"多收的退还", "give back what was collected"});
    }
    return refusal(
        payment.subject(),
        say({"归属状态是“{}”，不在本级交党费", "stands as '{}', and pays no dues here"}, code_title(member.standing)),
        look_at(member));
}

Outcome known_already(const Payment& payment) {
    const DuesInput& input = payment.input;
    const LoggedEvent* const last = last_payment(payment);
    const Letter* const letter = letter_of_dues(payment.letters);
    const bool by_letter = letter != nullptr && input.through <= letter->dues_paid_through.month_of();
    const bool says_nothing_else = input.from.empty() && input.reason.empty() && !payment.work.on_given;
    if (!by_letter && last == nullptr && input.through == payment.known() && says_nothing_else) {
        return Outcome::done_already();
    }
    Message message = say({"党费已交至 {}", "the dues are paid through {} already"}, payment.known().text());
    if (by_letter) {
        message = say({"介绍信 {} 写明党费交至 {}：到这个月为止由转出党组织收缴",
                       "letter {} says that the dues are paid through {}: the sender collected until then"},
                      letter->no, letter->dues_paid_through.month_of().text());
    } else if (last != nullptr && said_of(*last, "through") == payment.known().text()) {
        const Date from = Date::parse(said_of(*last, "from")).value_or(Date());
        message = say({"党费已交至 {}（{} 登记，交 {}）", "the dues are paid through {} already (recorded {}, for {})"},
                      payment.known().text(), last->event.date.text(), months_in_words(from, payment.known()));
    }
    return refusal(
        payment.subject(), std::move(message),
        say({"重复收了的退还，或抵作以后的月份；原来登记错的：jiezhuan member correct {} --dues-paid-through 年月 "
             "--reason 原因",
             "what was collected twice is given back, or counts for later months; recorded wrongly: jiezhuan member "
             "correct {} --dues-paid-through MONTH --reason WHY"},
            payment.member.id.text()));
}

std::optional<Outcome> months_reversed(const Payment& payment) {
    const DuesInput& input = payment.input;
    return input.from <= input.through
               ? std::nullopt
               : std::optional(refusal(payment.subject(),
                                       say({"起始月份 {} 晚于交至 {}", "from {} is after through {}"},
                                           input.from.text(), input.through.text()),
                                       Text{"核对两个月份", "check both months"}));
}

std::optional<Outcome> wrong_months(const Payment& payment, Date owed) {
    const DuesInput& input = payment.input;
    const std::string id = payment.member.id.text();
    const Date admission = payment.member.admission.empty() ? Date() : payment.member.admission.earliest().month_of();
    if (input.from < admission) {
        return refusal(payment.subject(),
                       say({"{} 入党，从当月起交党费，不能从 {} 登记",
                            "admitted {}: dues are paid from that month on, not from {}"},
                           payment.member.admission.text(), input.from.text()),
                       Text{"核对月份", "check the month"});
    }
    if (payment.known().empty() || input.from <= owed) {
        return std::nullopt;
    }
    return refusal(
        payment.subject(),
        say({"{} 没有交，不能从 {} 登记", "unpaid: {}; the record cannot go on from {}"},
            months_in_words(owed, input.from.plus_months(-1)), input.from.text()),
        say({"一并补交的：jiezhuan dues record {0} --from {1} --through {2} --reason 原因；欠着的，先收再登记",
             "paid with it: jiezhuan dues record {0} --from {1} --through {2} --reason WHY; what is owed is collected "
             "first"},
            id, owed.text(), input.through.text()));
}

} // namespace jiezhuan
