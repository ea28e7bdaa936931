// Why a step cannot be taken now.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/members/member_transfers.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_actions.hpp"
#include "jiezhuan/service/transfers/transfer_ends.hpp"
#include "jiezhuan/service/transfers/transfer_ways.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// A later transfer stands on this one, or something else came between, such as a death.
Result<std::optional<Outcome>> came_between(const Attempt& attempt) {
    if (attempt.action == Action::revoke) {
        JZ_TRY(later, later_transfer(attempt.work.ledger, attempt.before));
        if (later) {
            return std::optional(
                refusal(attempt.subject(),
                        say({"此后又办了转接 {}（{}，{}）", "a later transfer {} ({}, {}) stands on it"},
                            later->id.text(), code_title(later->kind), code_title(later->state)),
                        say({"先撤销或撤回后办的：jiezhuan transfer show {}",
                             "take the later one back first: jiezhuan transfer show {}"},
                            later->id.text())));
        }
    }
    const Member& member = attempt.member_before;
    // Its papers are finished whatever became of the member.
    const bool papers_alone =
        attempt.action == Action::close || (attempt.action == Action::void_letter && !is_open(attempt.before.state));
    if (papers_alone || stands_as_in(attempt.before.kind, attempt.before.state, member.standing)) {
        return std::optional<Outcome>();
    }
    return std::optional(
        refusal(attempt.subject(),
                say({"归属状态已是“{}”，不能{}", "stands as '{}' by now: cannot {}"}, code_title(member.standing),
                    step_title(attempt.action, attempt.before)),
                say({"查看经过：jiezhuan member history {}", "see what happened: jiezhuan member history {}"},
                    member.id.text())));
}

// Members are placed in a branch of ours; by a move of kind within, in the one that was approved.
std::optional<Outcome> no_branch_for(const Attempt& attempt) {
    const OrgDirectory& organisations = attempt.work.organisations;
    const Transfer& before = attempt.before;
    const Organisation* const branch = organisations.find(attempt.after.branch);
    if (branch == nullptr || !organisations.is_ours(branch->id)) {
        return refusal(attempt.subject(),
                       say({"“{}”不在本级之下", "'{}' is not below this organisation"},
                           branch == nullptr ? attempt.after.branch.text() : printable(branch->name)),
                       Text{"支部见 jiezhuan org tree", "the branches: jiezhuan org tree"});
    }
    if (!holds_members(branch->kind)) {
        return refusal(
            attempt.subject(),
            say({"“{}”是{}，不是支部", "'{}' is a {}, no branch"}, printable(branch->name), code_title(branch->kind)),
            Text{"编入它下面的支部：jiezhuan org tree", "place in a branch below it: jiezhuan org tree"});
    }
    if (before.kind == TransferKind::between &&
        !organisations.same_basic_committee(before.to, branch->id, attempt.work.on)) {
        return refusal(attempt.subject(),
                       say({"“{}”不在接收党组织“{}”之下", "'{}' is not below the committee that received, '{}'"},
                           printable(branch->name), organisations.label(before.addressee)),
                       say({"编入它下面的支部：jiezhuan org tree {}", "a branch below it: jiezhuan org tree {}"},
                           before.addressee.text()));
    }
    if (before.kind != TransferKind::within) {
        return std::nullopt;
    }
    if (!organisations.same_basic_committee(before.from, branch->id, attempt.work.on)) {
        return outside_basic_committee(organisations, attempt.subject(), before.member, branch->id);
    }
    const std::vector<OrgId> approved = organisations.subtree(before.to);
    if (std::find(approved.begin(), approved.end(), branch->id) == approved.end()) {
        return refusal(
            attempt.subject(),
            say({"批准转入的是“{}”，不是“{}”", "what was approved is '{}', not '{}'"}, organisations.label(before.to),
                organisations.label(branch->id)),
            say({"要改去向的，撤回后重新登记、批准：{}", "to go elsewhere, withdraw it and open another: {}"},
                step_command(Action::withdraw, before)));
    }
    return std::nullopt;
}

// Who goes with the organisation is placed in the branch of before, once that stands below the committee that received.
Result<std::optional<Outcome>> branch_not_moved_yet(const Attempt& attempt) {
    const Transfer& before = attempt.before;
    const OrgDirectory& organisations = attempt.work.organisations;
    if (before.kind != TransferKind::between || attempt.after.branch != before.branch ||
        organisations.same_basic_committee(before.to, before.branch, attempt.work.on)) {
        return std::optional<Outcome>();
    }
    JZ_TRY(whole, whole_batch_of(attempt.work.ledger, before));
    if (!whole) {
        return std::optional<Outcome>();
    }
    return std::optional(refusal(
        attempt.subject(),
        say({"“{}”还没有改属“{}”", "'{}' is not below '{}' yet"}, organisations.label(before.branch),
            organisations.label(before.addressee)),
        say({"全部接收以后先改属：jiezhuan org change {} --parent {}；编入别的支部的写 --branch",
             "when everybody is received it moves: jiezhuan org change {} --parent {}; into another branch: --branch"},
            whole->from.text(), before.to.text())));
}

// The organisation of before is the receiver's by now: there is no going back to it.
std::optional<Outcome> moved_after_them(const Attempt& attempt) {
    const Transfer& before = attempt.before;
    const OrgDirectory& organisations = attempt.work.organisations;
    const Organisation* const committee = organisations.basic_committee_of(before.from);
    if (attempt.action != Action::revoke || before.kind != TransferKind::between || committee == nullptr ||
        committee->id != before.addressee) {
        return std::nullopt;
    }
    return refusal(
        attempt.subject(),
        say({"“{}”已改属“{}”，撤销不能回到原基层党委", "'{}' is below '{}' by now: to revoke it leads nowhere"},
            organisations.label(before.from), organisations.label(before.addressee)),
        say({"办理转回：jiezhuan transfer open {} --kind between --to 党组织",
             "transfer the member back: jiezhuan transfer open {} --kind between --to ORG"},
            before.member.text()));
}

// The letter that is shown must be the one that the sender issued.
std::optional<Outcome> another_letter(const Attempt& attempt) {
    const auto& shown = attempt.input.voucher;
    if (attempt.action != Action::present || attempt.before.kind != TransferKind::between || !shown ||
        (attempt.letter_before && letter_with(*attempt.letter_before, *shown) == *attempt.letter_before)) {
        return std::nullopt;
    }
    return refusal(
        attempt.subject(),
        attempt.letter_before
            ? say({"与本账本里开具的介绍信 {} 不符", "this is not what letter {} of this ledger says"},
                  attempt.letter_before->no)
            : Message(Text{"网上转接没有介绍信", "a transfer through the online system has no letter"}),
        say({"核对持信人出示的介绍信；相符的：{}", "check the letter that is shown; where it is the same: {}"},
            step_command(Action::present, attempt.before)));
}

std::optional<Outcome> no_such_step_now(const Attempt& attempt, const Path* path) {
    const Transfer& before = attempt.before;
    if (attempt.action == Action::hold && before.held()) {
        return refusal(
            attempt.subject(),
            say({"已在暂缓，自 {}：{}", "is held already, since {}: {}"}, before.held_since.text(), before.hold_reason),
            say({"换原因的，先恢复再暂缓：{}", "for another reason resume it, and hold it again: {}"},
                step_command(Action::resume, before)));
    }
    const bool wrong_flag = (attempt.action == Action::hold && !is_open(before.state)) ||
                            (attempt.action == Action::resume && !before.held());
    if (wrong_flag || (!flag_action(attempt.action) && path == nullptr && !attempt.alone)) {
        return not_in_this_state(attempt.work.organisations, before, attempt.member_before, attempt.action);
    }
    return std::nullopt;
}

std::optional<Outcome> on_hold(const Attempt& attempt) {
    const Transfer& before = attempt.before;
    if (!before.held() || action_row(attempt.action).while_held) {
        return std::nullopt;
    }
    return refusal(attempt.subject(),
                   say({"自 {} 起暂缓办理：{}", "held since {}: {}"}, before.held_since.text(), before.hold_reason),
                   say({"先恢复：{}", "resume it first: {}"}, step_command(Action::resume, before)));
}

std::optional<Outcome> out_of_order(const Attempt& attempt) {
    if (const Date previous = previous_step(attempt); attempt.work.on < previous) {
        return refusal(attempt.subject(),
                       say({"日期 {} 早于上一步 {}", "the date {} is before the previous step {}"},
                           attempt.work.on.text(), previous.text()),
                       Text{"核对 --on，或表中的报到等日期", "check --on, or the dates in the sheet"});
    }
    return attempt.action == Action::present && attempt.input.voucher
               ? dated_after_presentation(attempt.subject(), *attempt.input.voucher, attempt.work.on)
               : std::nullopt;
}

Result<std::optional<Outcome>> cannot_be_placed(const Attempt& attempt) {
    JZ_TRY(not_yet, branch_not_moved_yet(attempt));
    return not_yet ? std::move(not_yet) : no_branch_for(attempt);
}

} // namespace

bool flag_action(Action action) { return action == Action::hold || action == Action::resume; }

Result<std::optional<Outcome>> obstacle(const Attempt& attempt, const Path* path) {
    if (auto why = way_taken_otherwise(attempt)) {
        return why;
    }
    if (auto why = no_such_step_now(attempt, path)) {
        return why;
    }
    if (auto why = step_of_another_committee(attempt.work, attempt.subject(), attempt.before, attempt.action)) {
        return why;
    }
    for (const auto stands_in_the_way :
         {on_hold, way_not_taken, out_of_order, another_letter, missing_input, moved_after_them}) {
        if (auto why = stands_in_the_way(attempt)) {
            return why;
        }
    }
    if (attempt.action == Action::assign) {
        JZ_TRY(why, cannot_be_placed(attempt));
        if (why) {
            return std::move(why);
        }
    }
    return flag_action(attempt.action) ? Result<std::optional<Outcome>>(std::optional<Outcome>())
                                       : came_between(attempt);
}

} // namespace jiezhuan
