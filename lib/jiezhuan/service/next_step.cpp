#include "jiezhuan/service/next_step.hpp"

#include "jiezhuan/base/shell.hpp"

namespace jiezhuan {

bool presented_too_late(const Transfer& transfer, const std::optional<Letter>& letter) {
    return letter && !letter->valid_until.empty() && transfer.presented_on > letter->valid_until.latest();
}

Message record_receipt_command(const Letter& letter) {
    return say({"jiezhuan receipt record {} --name {} --date 日期", "jiezhuan receipt record {} --name {} --date DATE"},
               shell_word(letter.no), shell_word(letter.name));
}

namespace {

Message record_command(const std::optional<Letter>& letter) {
    return letter ? record_receipt_command(*letter)
                  : Message(Text{"jiezhuan receipt record 编号 --name 姓名 --date 日期",
                                 "jiezhuan receipt record NUMBER --name NAME --date DATE"});
}

Message present_command(const Transfer& transfer) {
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
    if (transfer.channel != Channel::online) {
        return say({"jiezhuan letter issue {}", "jiezhuan letter issue {}"}, id);
    }
    return transfer.online_no.empty()
               ? say({"jiezhuan transfer send {} --online-no 流水号", "jiezhuan transfer send {} --online-no NUMBER"},
                     id)
               : say({"jiezhuan transfer send {}", "jiezhuan transfer send {}"}, id);
}

Message close_command(const Transfer& transfer, const std::optional<Letter>& letter) {
    if (transfer.kind != TransferKind::in) {
        return record_command(letter);
    }
    return letter && !letter->receipt_issued_on.empty()
               ? say({"jiezhuan receipt sent {} --how 邮寄", "jiezhuan receipt sent {} --how mail"}, transfer.id.text())
               : say({"jiezhuan receipt issue {}", "jiezhuan receipt issue {}"}, transfer.id.text());
}

Text why_of(Action action, const Transfer& transfer) {
    if (action == Action::accept && transfer.channel != Channel::online) {
        return {"收到回执", "the receipt came back"};
    }
    if (action == Action::return_) {
        return {"报到时介绍信已过期，退回补开", "presented an expired letter: back to its issuer"};
    }
    if (action == Action::resume) {
        return {"恢复办理", "resume"};
    }
    if (action == Action::close) {
        return transfer.kind == TransferKind::in
                   ? Text{"回执寄出后自动办结", "closes by itself when the receipt is sent"}
                   : Text{"收到回执后自动办结", "closes by itself with the receipt"};
    }
    return code_title(action);
}

// Side exits are open in most states, and are no next steps.
bool takes_on(Action action) {
    switch (action) {
    case Action::approve:
    case Action::send:
    case Action::present:
    case Action::verify:
    case Action::receive:
    case Action::accept:
    case Action::assign:
    case Action::close:
    case Action::convert:
        return true;
    default:
        return false;
    }
}

} // namespace

Message step_command(Action action, const Transfer& transfer, const std::optional<Letter>& letter) {
    const std::string id = transfer.id.text();
    const std::string plain = "jiezhuan transfer " + std::string(code_id(action)) + " " + id;
    switch (action) {
    case Action::send:
        return send_command(transfer);
    case Action::accept:
        return transfer.channel == Channel::online ? say({"jiezhuan transfer accepted {} --evidence 凭据",
                                                          "jiezhuan transfer accepted {} --evidence TEXT"},
                                                         id)
                                                   : record_command(letter);
    case Action::close:
        return close_command(transfer, letter);
    case Action::present:
        return present_command(transfer);
    case Action::void_letter:
        return say({"jiezhuan letter void {} --reason 原因", "jiezhuan letter void {} --reason REASON"},
                   transfer.letter.text());
    case Action::assign:
        return say({"{} --branch 支部", "{} --branch BRANCH"}, plain);
    case Action::verify:
        return say({"{} --basis 依据", "{} --basis TEXT"}, plain);
    case Action::approve:
    case Action::receive:
    case Action::resume:
    case Action::convert:
        return say({"{}", "{}"}, plain);
    default:
        return say({"{} --reason 原因", "{} --reason REASON"}, plain);
    }
}

NextStep next_step(const Transfer& transfer, const std::optional<Letter>& letter) {
    const auto next = [&](Message for_what, Action action) {
        return NextStep{std::move(for_what), step_command(action, transfer, letter)};
    };
    const bool migrant = transfer.kind == TransferKind::enrol;
    const bool online = transfer.channel == Channel::online;
    const Text branch{"待编入支部", "to be placed in a branch"};
    const Text other_side =
        online ? Text{"待对方网上接收", "to be accepted online"} : Text{"待对方回执", "its receipt is awaited"};
    if (transfer.held() && is_open(transfer.state)) {
        return next(say({"暂缓：{}", "held: {}"}, transfer.hold_reason), Action::resume);
    }
    switch (transfer.state) {
    case TransferState::expected:
        return next(Text{"未见介绍信", "no letter yet"}, Action::present);
    case TransferState::returned:
        return next(say({"已退回：{}", "returned: {}"}, transfer.outcome_reason), Action::present);
    case TransferState::presented:
        return presented_too_late(transfer, letter)
                   ? next(Text{"报到时介绍信已过期", "presented an expired letter"}, Action::return_)
                   : next(Text{"待核实", "to be verified"}, Action::verify);
    case TransferState::verified:
        return migrant ? next(branch, Action::assign) : next(Text{"待接收", "to be received"}, Action::receive);
    case TransferState::received:
        return transfer.kind == TransferKind::out ? next(other_side, Action::accept) : next(branch, Action::assign);
    case TransferState::assigned:
        return letter && !letter->receipt_issued_on.empty()
                   ? next(Text{"待寄回执", "our receipt is to be sent"}, Action::close)
                   : next(Text{"待开回执", "our receipt is to be written"}, Action::close);
    case TransferState::opened:
        return migrant ? next(Text{"身份待核实", "the membership is to be verified"}, Action::verify)
                       : next(Text{"待批准", "to be approved"}, Action::approve);
    case TransferState::approved:
        return transfer.kind == TransferKind::within ? next(branch, Action::assign)
               : online                              ? next(Text{"待网上转出", "to be sent online"}, Action::send)
                        : next(Text{"待开介绍信", "its letter is to be issued"}, Action::send);
    case TransferState::sent:
        return next(other_side, Action::accept);
    default:
        return {};
    }
}

Text step_title(Action action, const Transfer& transfer) {
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
    std::vector<Action> actions = allowed_actions(transfer.kind, transfer.state);
    std::erase_if(actions, [&](Action action) {
        return !takes_on(action) || find_path(transfer.kind, transfer.state, action)->to == transfer.state;
    });
    return actions;
}

std::vector<Message> next_commands(const Transfer& transfer, const std::optional<Letter>& letter) {
    std::vector<Message> commands;
    for (const Action action : next_actions(transfer, letter)) {
        commands.push_back(
            say({"{}  # {}", "{}  # {}"}, step_command(action, transfer, letter), why_of(action, transfer)));
    }
    return commands;
}

} // namespace jiezhuan
