#include "jiezhuan/service/transfers/transfer_attempt.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/migrants/temporary_stay.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_actions.hpp"
#include "jiezhuan/service/transfers/transfer_ways.hpp"
#include "jiezhuan/service/transfers/verified_items.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

Outcome lacks(const Attempt& attempt, Text what, std::string_view option) {
    return refusal(attempt.subject(), Message(what), say({"用 {} 补充", "say it with {}"}, option));
}

void leave(Attempt& attempt) {
    attempt.member.leave_reason = LeaveReason::transferred;
    attempt.member.left_on = attempt.work.on;
}

// The sender collected through the month that the letter says; whoever was placed with us before may have paid more here.
void take_over_dues(Attempt& attempt) {
    if (!attempt.letter || has_list(*attempt.letter) || attempt.letter->dues_paid_through.empty()) {
        return;
    }
    const Date by_letter = attempt.letter->dues_paid_through.month_of();
    const bool new_here = attempt.before.kind == TransferKind::in && !attempt.member_before.branch;
    attempt.member.dues_paid_through = new_here ? by_letter : std::max(attempt.member.dues_paid_through, by_letter);
}

Outcome without_card(const Attempt& attempt) {
    return refusal(attempt.subject(), Text{"没有写活动证编号", "the number of the activity card is missing"},
                   step_command(Action::send, attempt.before));
}

// Nobody leaves the roster by a telephone call.
Outcome without_receipt(const Attempt& attempt) {
    Outcome outcome{true, false, {}, 0};
    met(outcome.findings, "RC-05", attempt.work.profile,
        Text{"纸质转接凭回执销号，不能凭电话", "a transfer on paper is received by its receipt, never by telephone"},
        {}, attempt.subject());
    outcome.findings.back().fix = say({"收到回执后：{}", "when the receipt came back: {}"},
                                      step_command(Action::accept, attempt.before, attempt.letter));
    return outcome;
}

} // namespace

std::optional<Outcome> missing_input(const Attempt& attempt) {
    const StepInput& input = attempt.input;
    if (action_row(attempt.action).needs_reason && trimmed(input.reason).empty()) {
        Outcome outcome = lacks(attempt, {"没有写原因", "no reason was given"}, "--reason");
        if (attempt.action == Action::refuse) {
            outcome.findings.clear();
            met(outcome.findings, "RT-11", attempt.work.profile, Text{"拒接没有写原因", "a refusal without a reason"},
                {}, attempt.subject());
        }
        return outcome;
    }
    switch (attempt.action) {
    case Action::verify:
        if (input.verified_basis.empty()) {
            return lacks(attempt, {"没有写核实依据", "the basis of the verification is missing"}, "--basis");
        }
        if (own_word_only(input.verified_basis)) {
            return refusal(
                attempt.subject(),
                say({"核实依据“{}”只是本人的说法，没有核实", "'{}' is the person's own word, which verifies nothing"},
                    printable(input.verified_basis)),
                Text{"向原党组织核实，或查档案、系统、证件，再写明依据（--basis，表中填“核实依据”）",
                     "ask the former organisation, or look at file, system or papers, then name that "
                     "(--basis, or the sheet's column)"});
        }
        break;
    case Action::assign:
        if (!attempt.after.branch) {
            return lacks(attempt, {"没有写编入哪个支部", "the branch is missing"}, "--branch");
        }
        break;
    case Action::accept:
        if (!input.receiver.empty() && !goes_both_ways(attempt.before)) {
            return refusal(attempt.subject(),
                           Text{"只有纸质和网上同时办的转接才另记网上接收方",
                                "who accepted online is kept of a transfer that goes both ways only"},
                           Text{"不写 --receiver，写在凭据里：--evidence 凭据",
                                "leave --receiver out, and say it with the evidence: --evidence TEXT"});
        }
        if (input.letter == nullptr && !input.listed && attempt.before.channel == Channel::paper) {
            return without_receipt(attempt);
        }
        if (input.letter == nullptr && input.evidence.empty()) {
            return lacks(attempt, {"没有写网上接收凭据", "the evidence of the online acceptance is missing"},
                         "--evidence");
        }
        break;
    case Action::send:
        if (attempt.before.voucher == Voucher::activity_card) {
            return trimmed(input.card_no).empty() ? std::optional(without_card(attempt)) : std::nullopt;
        }
        if (input.letter == nullptr && !input.listed && attempt.before.channel == Channel::paper) {
            return refusal(attempt.subject(),
                           attempt.before.kind == TransferKind::temporary
                               ? Text{"须开具证明信", "the member goes with a certificate"}
                               : Text{"纸质转接须开具介绍信", "a transfer on paper goes with a letter"},
                           step_command(Action::send, attempt.before));
        }
        // What the system gave back comes under another number.
        if (input.letter == nullptr && !input.listed &&
            (attempt.after.online_no.empty() ||
             (attempt.before.online_state == WayState::returned && trimmed(input.online_no).empty()))) {
            return lacks(attempt, {"没有写系统流水号", "the online system's number is missing"}, "--online-no");
        }
        break;
    case Action::present:
        if (attempt.before.channel == Channel::paper && attempt.before.kind != TransferKind::between && !input.listed &&
            (!input.voucher || trimmed(input.voucher->no).empty())) {
            return lacks(attempt, {"没有写介绍信编号", "the letter's number is missing"}, "--letter-no");
        }
        if (attempt.before.channel == Channel::both && attempt.before.kind != TransferKind::between && !input.voucher &&
            input.online_no.empty()) {
            return lacks(attempt, {"没有写介绍信编号，也没有写系统流水号", "neither letter nor online case is named"},
                         "--letter-no / --online-no");
        }
        break;
    default:
        break;
    }
    return std::nullopt;
}

namespace {

void give_paper(Attempt& attempt) {
    note_away(attempt.work, attempt.after, attempt.member);
    if (attempt.after.voucher == Voucher::activity_card) {
        attempt.member.card_no = trimmed(attempt.input.card_no);
        attempt.member.card_issued_on = attempt.work.on;
        attempt.member.card_checked_on = Date();
    }
}

} // namespace

void fill(Attempt& attempt) {
    fill_way(attempt);
    if (attempt.alone) {
        return;
    }
    Transfer& after = attempt.after;
    const StepInput& input = attempt.input;
    if (Date Transfer::*const day = action_row(attempt.action).day; day != nullptr) {
        after.*day = attempt.work.on;
    }
    switch (attempt.action) {
    case Action::approve:
        after.minutes = input.minutes;
        break;
    case Action::send:
        after.letter = input.listed ? input.listed : after.letter;
        after.online_no = input.online_no.empty() ? after.online_no : input.online_no;
        if (after.kind == TransferKind::temporary) {
            give_paper(attempt);
        }
        break;
    case Action::present:
        after.letter = input.listed ? input.listed : after.letter;
        after.verified_on = Date(); // another letter is verified anew
        after.verified_by.clear();
        after.verified_items.clear();
        after.verified_basis.clear();
        after.online_no = input.online_no.empty() ? after.online_no : input.online_no;
        break;
    case Action::verify:
        after.verified_by = input.verified_by.empty() ? attempt.work.op : input.verified_by;
        after.verified_items = input.verified_items;
        after.verified_basis = input.verified_basis;
        break;
    case Action::receive:
        attempt.member.branch = after.kind == TransferKind::between ? after.addressee : after.to;
        attempt.member.relation_org.clear();
        take_over_dues(attempt);
        break;
    case Action::accept:
        after.received_evidence = input.evidence;
        leave(attempt);
        break;
    case Action::assign:
        after.branch = input.branch ? input.branch : after.branch;
        attempt.member.branch = after.branch;
        break;
    case Action::hold:
        after.hold_reason = input.reason;
        break;
    case Action::resume:
        after.held_since = Date();
        after.hold_reason.clear();
        break;
    case Action::void_letter:
        after.sent_on = Date();
        after.letter = LetterId();
        break;
    case Action::close:
    case Action::convert:
    case Action::none:
        break;
    case Action::return_online:
        after.sent_on = Date();
        [[fallthrough]];
    default: // what ends or goes back is held no more
        after.outcome_reason = input.reason;
        after.held_since = Date();
        after.hold_reason.clear();
        if (after.kind == TransferKind::temporary && attempt.before.state == TransferState::active) {
            note_back(attempt.member);
        }
        break;
    }
}

void put_back(Attempt& attempt) {
    if (attempt.before.kind == TransferKind::within || attempt.before.kind == TransferKind::between) {
        const Organisation* from = attempt.work.organisations.in_force(attempt.before.from);
        attempt.member.branch = from == nullptr ? attempt.before.from : from->id;
    } else if (attempt.before.kind == TransferKind::in) {
        attempt.member.branch = OrgId();
    } else if (attempt.before.kind == TransferKind::out) {
        attempt.member.leave_reason = LeaveReason::none;
        attempt.member.left_on = Date();
    }
}

void go_on_with_stay(Attempt& attempt) {
    if (!attempt.stay) {
        return;
    }
    attempt.stay->state = TransferState::active;
    attempt.member.branch = attempt.stay->branch;
    if (attempt.member_before.standing == Standing::hosted) {
        attempt.member.standing = Standing::hosted;
        attempt.member.standing_since = attempt.member_before.standing_since;
        return;
    }
    const Organisation* const from = attempt.work.organisations.find(attempt.stay->from);
    attempt.member.relation_org = from == nullptr ? attempt.stay->from_name : from->name;
    attempt.member.standing = Standing::hosted;
    attempt.member.standing_since = attempt.work.on;
}

void move_letter(Attempt& attempt) {
    if (!attempt.letter) {
        return;
    }
    const bool incoming = attempt.letter->direction == LetterDirection::incoming;
    // What becomes of one person does not end the letter that names others, too; one from outside did its work with the first.
    if (has_list(*attempt.letter) && !(incoming && attempt.action == Action::receive)) {
        return;
    }
    const bool taken_back =
        attempt.action == Action::revoke && incoming; // it can be presented again, and has no receipt
    if (attempt.letter->state != LetterState::issued && !taken_back) {
        return;
    }
    LetterState state = LetterState::none;
    switch (attempt.action) {
    case Action::return_: // one between two of ours may be presented again; else its sender voids it
    case Action::revoke:
        state = incoming ? LetterState::returned : LetterState::none;
        break;
    case Action::refuse:
    case Action::withdraw:
        state = incoming ? LetterState::returned : LetterState::void_;
        break;
    case Action::receive:
    case Action::end:
    case Action::convert: // a certificate has done its work
        state = LetterState::used;
        break;
    default:
        break;
    }
    if (state != LetterState::none) {
        attempt.letter->state = state;
        attempt.letter->state_on = attempt.work.on;
        attempt.letter->state_reason = attempt.input.reason;
    }
}

} // namespace jiezhuan
