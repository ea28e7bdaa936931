#include "jiezhuan/service/next_step.hpp"

#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/service/transfer_actions.hpp"
#include "jiezhuan/service/way_steps.hpp"

#include <algorithm>

namespace jiezhuan {

bool presented_too_late(const Transfer& transfer, const std::optional<Letter>& letter) {
    return letter && !letter->valid_until.empty() && transfer.presented_on > letter->valid_until.latest();
}

Message record_receipt_command(const Letter& letter) {
    return say({"jiezhuan receipt record {} --name {} --date 日期", "jiezhuan receipt record {} --name {} --date DATE"},
               shell_word(letter.no), shell_word(letter.name));
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

namespace {

// What both ways wait for, and the command of the first.
NextStep next_of_ways(const Transfer& transfer, const std::optional<Letter>& letter,
                      const std::vector<WayStep>& steps) {
    NextStep next;
    for (const WayStep& step : steps) {
        const Transfer way = as_way(transfer, step.way);
        const Message what = waits_for(step.action, way, letter);
        next.waits_for = next.waits_for.empty() ? what : say({"{}；{}", "{}; {}"}, next.waits_for, what);
        next.command = next.command.empty() ? step_command(step.action, way, letter) : next.command;
    }
    return next;
}

// The steps of the transfer itself, those of its ways left out.
std::vector<Action> common_actions(const Transfer& transfer, const std::optional<Letter>& letter,
                                   const std::vector<WayStep>& steps) {
    std::vector<Action> actions = next_actions(transfer, letter);
    std::erase_if(actions, [&](Action action) { return is_way_step(action, steps, transfer, letter); });
    return actions;
}

} // namespace

NextStep next_step(const Transfer& transfer, const std::optional<Letter>& letter) {
    const std::vector<WayStep> steps = way_steps(transfer, letter);
    const std::vector<Action> actions = common_actions(transfer, letter, steps);
    if (actions.empty()) {
        return next_of_ways(transfer, letter, steps);
    }
    Message what = waits_for(actions.front(), transfer, letter);
    return what.empty() ? NextStep{} : NextStep{std::move(what), step_command(actions.front(), transfer, letter)};
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
    return action == Action::accept ? Text{"登记对方接收", "be recorded as accepted"} : code_title(action);
}

std::vector<Action> next_actions(const Transfer& transfer, const std::optional<Letter>& letter) {
    if (transfer.held() && is_open(transfer.state)) {
        return {Action::resume};
    }
    if (transfer.state == TransferState::presented && presented_too_late(transfer, letter)) {
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

namespace {

// Accepted the other way, and revoked: its letter is still out.
bool outlives(const Transfer& transfer, const std::optional<Letter>& letter) {
    return transfer.kind == TransferKind::out && transfer.state == TransferState::revoked && letter &&
           letter->state == LetterState::issued && goes_both_ways(transfer);
}

} // namespace

std::vector<Message> next_commands(const Transfer& transfer, const std::optional<Letter>& letter) {
    std::vector<Message> commands;
    const auto add = [&](Action action, const Transfer& way) {
        commands.push_back(say({"{}  # {}", "{}  # {}"}, step_command(action, way, letter), why_of(action, way)));
    };
    const std::vector<WayStep> steps = way_steps(transfer, letter);
    for (const Action action : common_actions(transfer, letter, steps)) {
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
        const Transfer way = as_way(transfer, step.way);
        if (step.action == Action::send && step.way == Channel::paper) {
            commands.push_back(say({"{}  # 开具介绍信", "{}  # issue the letter"}, step_command(step.action, way)));
        } else {
            add(step.action, way);
        }
    }
    if (const Channel unused = way_to_give_up(transfer, letter); unused != Channel::none) {
        const Channel kept = unused == Channel::paper ? Channel::online : Channel::paper;
        commands.push_back(say({"jiezhuan transfer correct {} --channel {} --reason 原因  # {}不再办理",
                                "jiezhuan transfer correct {} --channel {} --reason WHY  # give up the other way ({})"},
                               transfer.id.text(), code_id(kept), code_title(unused)));
    }
    return commands;
}

} // namespace jiezhuan
