#include "jiezhuan/service/transfers/next_step.hpp"

#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/transfer_actions.hpp"
#include "jiezhuan/service/transfers/way_steps.hpp"

#include <algorithm>

namespace jiezhuan {

bool presented_too_late(const Transfer& transfer, const std::optional<Letter>& letter) {
    return letter && !letter->valid_until.empty() && transfer.presented_on > letter->valid_until.latest();
}

Message record_receipt_command(const Letter& letter) {
    return say({"jiezhuan receipt record {} --name {} --date 日期", "jiezhuan receipt record {} --name {} --date DATE"},
               shell_word(letter.no), shell_word(letter.name));
}

Message begin_anew_command(const Transfer& transfer, const Member& member) {
    const bool came_to_nothing = transfer.state == TransferState::refused ||
                                 transfer.state == TransferState::withdrawn || transfer.state == TransferState::revoked;
    const bool moves = member.leave_reason == LeaveReason::none || member.leave_reason == LeaveReason::transferred;
    const bool comes_in = transfer.kind == TransferKind::in;
    const bool fits = comes_in ? member.standing == Standing::not_admitted || member.standing == Standing::left
                               : transfer.kind == TransferKind::out && member.standing == Standing::home;
    const std::string name = comes_in ? transfer.from_name : std::string();
    const OrgId other = comes_in ? transfer.from : transfer.to;
    if (!came_to_nothing || !moves || !fits || (!other && name.empty())) {
        return {};
    }
    return say({"jiezhuan transfer open {} --kind {} {} {}", "jiezhuan transfer open {} --kind {} {} {}"},
               member.id.text(), code_id(transfer.kind), comes_in ? "--from" : "--to",
               other ? other.text() : shell_word(name));
}

Message exchange_command(const Letter& letter) {
    const bool onward = letter.direction == LetterDirection::onward;
    const Message by = onward ? Message(shell_word(letter.issuer_name), shell_word(letter.issuer_name))
                              : Message(Text{"组织部", "DEPARTMENT"});
    return say({"jiezhuan letter exchange {} --by {} --letter-no 新编号",
                "jiezhuan letter exchange {} --by {} --letter-no NUMBER"},
               letter.id.text(), by);
}

namespace {

Message record_command(const std::optional<Letter>& letter) {
    return letter ? record_receipt_command(*letter)
                  : Message(Text{"jiezhuan receipt record 编号 --name 姓名 --date 日期",
                                 "jiezhuan receipt record NUMBER --name NAME --date DATE"});
}

Message present_command(const Transfer& transfer) {
    if (transfer.kind == TransferKind::between) { // its letter is in this ledger
        return say({"jiezhuan transfer present {}", "jiezhuan transfer present {}"}, transfer.id.text());
    }
    return transfer.channel == Channel::online
               ? say({"jiezhuan transfer present {} --online-no 流水号",
                      "jiezhuan transfer present {} --online-no NUMBER"},
                     transfer.id.text())
               : say({"jiezhuan transfer present {} --letter-no 编号 --letter-date 日期 --valid-days 天数",
                      "jiezhuan transfer present {} --letter-no NUMBER --letter-date DATE --valid-days DAYS"},
                     transfer.id.text());
}

Message send_command(const Transfer& transfer) {
    const std::string id = transfer.id.text();
    if (transfer.voucher == Voucher::activity_card) {
        return say({"jiezhuan transfer send {} --card-no 编号", "jiezhuan transfer send {} --card-no NUMBER"}, id);
    }
    if (transfer.channel != Channel::online) {
        return say({"jiezhuan letter issue {}", "jiezhuan letter issue {}"}, id);
    }
    return transfer.online_no.empty()
               ? say({"jiezhuan transfer send {} --online-no 流水号", "jiezhuan transfer send {} --online-no NUMBER"},
                     id)
               : say({"jiezhuan transfer send {}", "jiezhuan transfer send {}"}, id);
}

Message close_command(const Transfer& transfer, const std::optional<Letter>& letter) {
    if (!receives(transfer.kind)) {
        return record_command(letter);
    }
    return letter && !letter->receipt_issued_on.empty()
               ? say({"jiezhuan receipt sent {} --how 邮寄", "jiezhuan receipt sent {} --how mail"}, transfer.id.text())
               : say({"jiezhuan receipt issue {}", "jiezhuan receipt issue {}"}, transfer.id.text());
}

Message accept_command(const Transfer& transfer, const std::optional<Letter>& letter) {
    return transfer.channel == Channel::online
               ? say({"jiezhuan transfer accepted {} --evidence 凭据", "jiezhuan transfer accepted {} --evidence TEXT"},
                     transfer.id.text())
               : record_command(letter);
}

Text why_of(Action action, const Transfer& transfer) {
    if (action == Action::accept && transfer.channel != Channel::online) {
        return {"收到回执", "the receipt came back"};
    }
    if (action == Action::accept) {
        return {"网上已接收", "accepted online"};
    }
    if (action == Action::present && transfer.channel == Channel::online) {
        return {"网上到达", "it arrived online"};
    }
    if (action == Action::send && transfer.channel == Channel::online) {
        return {"网上转出", "send online"};
    }
    if (action == Action::return_) {
        return {"报到时介绍信已过期，退回补开", "presented an expired letter: back to its issuer"};
    }
    if (action == Action::resume) {
        return {"恢复办理", "resume"};
    }
    if (action == Action::close) {
        return receives(transfer.kind) ? Text{"回执寄出后自动办结", "closes by itself when the receipt is sent"}
                                       : Text{"收到回执后自动办结", "closes by itself with the receipt"};
    }
    if (transfer.kind == TransferKind::temporary && action == Action::end) {
        return {"返回后登记", "when the member is back"};
    }
    if (transfer.kind == TransferKind::temporary && action == Action::convert) {
        return {"应转移正式组织关系的", "where the formal relation should go"};
    }
    if (transfer.kind == TransferKind::temporary && action == Action::send) {
        return transfer.voucher == Voucher::activity_card ? Text{"发活动证", "give the activity card"}
                                                          : Text{"开具证明信", "issue the certificate"};
    }
    return code_title(action);
}

} // namespace

Message step_command(Action action, const Transfer& transfer, const std::optional<Letter>& letter) {
    switch (action) {
    case Action::send:
        return send_command(transfer);
    case Action::accept:
        return accept_command(transfer, letter);
    case Action::close:
        return close_command(transfer, letter);
    case Action::present:
        return present_command(transfer);
    case Action::assign:
        if (transfer.branch && transfer.assigned_on.empty()) { // it is settled where
            return say({"jiezhuan transfer assign {}", "jiezhuan transfer assign {}"}, transfer.id.text());
        }
        return say({"jiezhuan transfer assign {} --branch 支部", "jiezhuan transfer assign {} --branch BRANCH"},
                   transfer.id.text());
    case Action::return_online:
        return say({"jiezhuan transfer return {} --channel online --reason 原因",
                    "jiezhuan transfer return {} --channel online --reason REASON"},
                   transfer.id.text());
    case Action::void_letter:
        return say({"jiezhuan letter void {} --reason 原因", "jiezhuan letter void {} --reason REASON"},
                   transfer.letter.text());
    default:
        return say({"jiezhuan transfer {} {}{}", "jiezhuan transfer {} {}{}"}, code_id(action), transfer.id.text(),
                   Message(action_row(action).words));
    }
}

namespace {

// What a transfer waits for whose next step that is.
Message waits_for(Action action, const Transfer& transfer, const std::optional<Letter>& letter) {
    const bool online = transfer.channel == Channel::online;
    switch (action) {
    case Action::resume:
        return say({"暂缓：{}", "held: {}"}, transfer.hold_reason);
    case Action::approve:
        return Text{"待批准", "to be approved"};
    case Action::void_letter: // that the receiver sent back
        return say({"已退回：{}", "returned: {}"}, transfer.outcome_reason);
    case Action::send:
        if (transfer.kind == TransferKind::temporary) {
            return transfer.voucher == Voucher::activity_card ? Text{"待发活动证", "the activity card is to be given"}
                                                              : Text{"待开证明信", "its certificate is to be issued"};
        }
        return online ? Text{"待网上转出", "to be sent online"} : Text{"待开介绍信", "its letter is to be issued"};
    case Action::present:
        if (transfer.state == TransferState::returned) {
            return say({"已退回：{}", "returned: {}"}, transfer.outcome_reason);
        }
        return transfer.state == TransferState::sent ? Message(Text{"在途，待报到", "on its way, to be presented"})
               : online                              ? Message(Text{"网上未到达", "not arrived online"})
                                                     : Message(Text{"未见介绍信", "no letter yet"});
    case Action::return_:
        return Text{"报到时介绍信已过期", "presented an expired letter"};
    case Action::verify:
        return transfer.kind == TransferKind::enrol ? Text{"身份待核实", "the membership is to be verified"}
                                                    : Text{"待核实", "to be verified"};
    case Action::receive:
        return Text{"待接收", "to be received"};
    case Action::assign:
        return Text{"待编入支部", "to be placed in a branch"};
    case Action::close:
        if (!receives(transfer.kind)) {
            return waits_for(Action::accept, transfer, letter);
        }
        return letter && !letter->receipt_issued_on.empty() ? Text{"待寄回执", "our receipt is to be sent"}
                                                            : Text{"待开回执", "our receipt is to be written"};
    case Action::accept:
        return online ? Text{"待对方网上接收", "to be accepted online"} : Text{"待对方回执", "its receipt is awaited"};
    case Action::end:
        return transfer.away_until.empty()
                   ? Message(Text{"外出中，待返回", "away, to return"})
                   : say({"外出至 {}，待返回", "away until {}, to return"}, transfer.away_until.text());
    default:
        return {};
    }
}

} // namespace

bool waits_for_organisation(const OrgDirectory& organisations, const Transfer& transfer) {
    return transfer.kind == TransferKind::between && transfer.reason == TransferReason::whole_organisation &&
           transfer.batch && transfer.branch && transfer.assigned_on.empty() &&
           !organisations.same_basic_committee(transfer.to, transfer.branch);
}

Message advice(const OrgDirectory& organisations, Action action, const Transfer& transfer,
               const std::optional<Letter>& letter) {
    const Organisation* const others = others_step(organisations, transfer, action);
    return others == nullptr ? step_command(action, transfer, letter)
                             : waits_for_others(*others, step_title(action, transfer));
}

namespace {

// What is waited for, with the command; where it is another committee's, whose.
NextStep step_in_words(const OrgDirectory& organisations, Action action, const Transfer& transfer,
                       const std::optional<Letter>& letter) {
    Message what = waits_for(action, transfer, letter);
    if (what.empty()) {
        return {};
    }
    if (const Organisation* const others = others_step(organisations, transfer, action); others != nullptr) {
        return {waits_for_others(*others, what), {}};
    }
    if (action == Action::assign && waits_for_organisation(organisations, transfer)) {
        return {say({"待“{}”改属", "'{}' is to move first"}, organisations.label(transfer.branch)),
                say({"jiezhuan batch show {}", "jiezhuan batch show {}"}, transfer.batch.text())};
    }
    return {std::move(what), step_command(action, transfer, letter)};
}

// What both ways wait for, and the command of the first.
NextStep next_of_ways(const OrgDirectory& organisations, const Transfer& transfer, const std::optional<Letter>& letter,
                      const std::vector<WayStep>& steps) {
    NextStep next;
    for (const WayStep& step : steps) {
        const NextStep one = step_in_words(organisations, step.action, as_way(transfer, step.way), letter);
        const bool said = next.waits_for.zh == one.waits_for.zh; // both were given back for the same reason
        next.waits_for =
            next.waits_for.empty() || said ? one.waits_for : say({"{}；{}", "{}; {}"}, next.waits_for, one.waits_for);
        next.command = next.command.empty() ? one.command : next.command;
    }
    return next;
}

// The steps of the transfer itself, those of its ways left out.
std::vector<Action> common_actions(const OrgDirectory& organisations, const Transfer& transfer,
                                   const std::optional<Letter>& letter, const std::vector<WayStep>& steps) {
    std::vector<Action> actions = next_actions(organisations, transfer, letter);
    std::erase_if(actions, [&](Action action) { return is_way_step(action, steps, transfer, letter); });
    return actions;
}

} // namespace

NextStep next_step(const OrgDirectory& organisations, const Transfer& transfer, const std::optional<Letter>& letter) {
    const std::vector<WayStep> steps = way_steps(transfer, letter);
    const std::vector<Action> actions = common_actions(organisations, transfer, letter, steps);
    return actions.empty() ? next_of_ways(organisations, transfer, letter, steps)
                           : step_in_words(organisations, actions.front(), transfer, letter);
}

Text step_title(Action action, const Transfer& transfer) {
    if (transfer.kind == TransferKind::temporary) {
        const bool card = transfer.voucher == Voucher::activity_card;
        switch (action) {
        case Action::send:
            return card ? Text{"发活动证", "be given its card"} : Text{"开具证明信", "have its certificate issued"};
        case Action::void_letter:
            return {"证明信作废", "void its certificate"};
        case Action::convert:
            return {"转为转出", "convert"};
        default:
            break;
        }
    }
    if (action == Action::send && transfer.channel != Channel::online) {
        return {"开具介绍信", "have its letter issued"};
    }
    if (action == Action::accept && receives(transfer.kind) && transfer.channel != Channel::paper) { // by us
        return {"登记网上接收", "be recorded as accepted online"};
    }
    return action == Action::accept ? Text{"登记对方接收", "be recorded as accepted"} : code_title(action);
}

std::vector<Action> next_actions(const Transfer& transfer, const std::optional<Letter>& letter) {
    if (transfer.held() && is_open(transfer.state)) {
        return {Action::resume};
    }
    const bool with_us = transfer.state == TransferState::presented || transfer.state == TransferState::verified;
    if (with_us && presented_too_late(transfer, letter)) {
        return {Action::return_};
    }
    if (transfer.kind == TransferKind::temporary && transfer.state == TransferState::active) {
        return {Action::end, Action::convert};
    }
    std::vector<Action> actions = allowed_actions(transfer.kind, transfer.state);
    std::erase_if(actions, [&](Action action) {
        return !action_row(action).takes_on || find_path(transfer.kind, transfer.state, action)->to == transfer.state;
    });
    return actions;
}

std::vector<Action> next_actions(const OrgDirectory& organisations, const Transfer& transfer,
                                 const std::optional<Letter>& letter) {
    std::vector<Action> actions = next_actions(transfer, letter);
    const bool sent_back = transfer.kind == TransferKind::between && transfer.state == TransferState::returned;
    if (organisations.clerk() && sent_back && transfer.letter && !transfer.held()) {
        actions.push_back(Action::void_letter); // another one in its place is for the sender to give
    }
    std::stable_partition(actions.begin(), actions.end(),
                          [&](Action action) { return others_step(organisations, transfer, action) == nullptr; });
    return actions;
}

namespace {

// Accepted the other way, and revoked: its letter is still out.
bool outlives(const Transfer& transfer, const std::optional<Letter>& letter) {
    return transfer.kind == TransferKind::out && transfer.state == TransferState::revoked && letter &&
           letter->state == LetterState::issued && goes_both_ways(transfer);
}

} // namespace

std::vector<Message> next_commands(const OrgDirectory& organisations, const Transfer& transfer,
                                   const std::optional<Letter>& letter) {
    std::vector<Message> commands;
    const auto add = [&](Action action, const Transfer& way) {
        const bool issues = action == Action::send && way.channel == Channel::paper && goes_both_ways(transfer);
        const Text why = issues ? Text{"开具介绍信", "issue the letter"} : why_of(action, way);
        const Organisation* const others = others_step(organisations, way, action);
        commands.push_back(others == nullptr ? say({"{}  # {}", "{}  # {}"}, step_command(action, way, letter), why)
                                             : waits_for_others(*others, why));
    };
    const std::vector<WayStep> steps = way_steps(transfer, letter);
    for (const Action action : common_actions(organisations, transfer, letter, steps)) {
        add(action, transfer);
    }
    if (outlives(transfer, letter)) {
        commands.push_back(
            say({"{}  # 收回后作废", "{}  # take it back"}, step_command(Action::void_letter, transfer, letter)));
    }
    if (transfer.held()) {
        return commands;
    }
    for (const WayStep& step : steps) {
        add(step.action, as_way(transfer, step.way));
    }
    const bool ours = others_step(organisations, transfer, Action::hold) == nullptr;
    if (const Channel unused = way_to_give_up(transfer, letter); unused != Channel::none && ours) {
        const Channel kept = unused == Channel::paper ? Channel::online : Channel::paper;
        commands.push_back(say({"jiezhuan transfer correct {} --channel {} --reason 原因  # {}不再办理",
                                "jiezhuan transfer correct {} --channel {} --reason WHY  # give up the other way ({})"},
                               transfer.id.text(), code_id(kept), code_title(unused)));
    }
    return commands;
}

} // namespace jiezhuan
