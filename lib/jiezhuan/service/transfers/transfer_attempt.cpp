#include "jiezhuan/service/transfers/transfer_attempt.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/migrants/temporary_stay.hpp"
#include "jiezhuan/service/transfers/transfer_actions.hpp"
#include "jiezhuan/service/transfers/transfer_ways.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

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
        after.letter = input.listed                                  ? input.listed
                       : input.letter != nullptr && input.letter->id ? input.letter->id // one that had ended
                                                                     : after.letter;
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
