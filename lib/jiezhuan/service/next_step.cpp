#include "jiezhuan/service/next_step.hpp"

#include "jiezhuan/base/shell.hpp"

namespace jiezhuan {
namespace {

struct Command {
    std::string verb; // with its object
    Text options = {"", ""};
};

bool presented_too_late(const Transfer& transfer, const std::optional<Letter>& letter) {
    return letter && !letter->valid_until.empty() && transfer.presented_on > letter->valid_until;
}

// Our receipt for a letter that came: written first, then sent.
bool receipt_is_written(const std::optional<Letter>& letter) { return letter && !letter->receipt_issued_on.empty(); }

Command of_receipt_back(const std::optional<Letter>& letter) {
    if (!letter) {
        return {"jiezhuan receipt record", {" 编号 --name 姓名 --date 日期", " NUMBER --name NAME --date DATE"}};
    }
    return {"jiezhuan receipt record " + shell_word(letter->no) + " --name " + shell_word(letter->name),
            {" --date 日期", " --date DATE"}};
}

Command command_of(Action action, const Transfer& transfer, const std::optional<Letter>& letter) {
    const std::string id = transfer.id.text();
    const bool online = transfer.channel == Channel::online;
    const std::string plain = "jiezhuan transfer " + std::string(code_id(action)) + " " + id;
    switch (action) {
    case Action::send:
        return online ? Command{plain, {" --online-no 流水号", " --online-no NUMBER"}}
                      : Command{"jiezhuan letter issue " + id};
    case Action::present:
        return online ? Command{plain, {" --online-no 流水号", " --online-no NUMBER"}}
                      : Command{plain,
                                {" --letter-no 编号 --letter-date 日期 --valid-days 天数",
                                 " --letter-no NUMBER --letter-date DATE --valid-days DAYS"}};
    case Action::verify:
        return {plain, {" --basis 依据", " --basis TEXT"}};
    case Action::assign:
        return {plain, {" --branch 支部", " --branch BRANCH"}};
    case Action::accept:
        return online ? Command{"jiezhuan transfer accepted " + id, {" --evidence 凭据", " --evidence TEXT"}}
                      : of_receipt_back(letter);
    case Action::close:
        return transfer.kind == TransferKind::out ? of_receipt_back(letter)
               : receipt_is_written(letter)       ? Command{"jiezhuan receipt sent " + id}
                                                  : Command{"jiezhuan receipt issue " + id};
    case Action::hold:
    case Action::return_:
    case Action::refuse:
    case Action::withdraw:
    case Action::revoke:
    case Action::end:
        return {plain, {" --reason 原因", " --reason WHY"}};
    default:
        return {plain};
    }
}

NextStep waits(Message for_what, Action action, const Transfer& transfer, const std::optional<Letter>& letter) {
    const Command command = command_of(action, transfer, letter);
    const bool receipt = action == Action::accept && transfer.channel != Channel::online;
    return {std::move(for_what),
            receipt ? "jiezhuan receipt record " + (letter ? letter->no : transfer.id.text()) : command.verb,
            say({"{}{}", "{}{}"}, command.verb, command.options)};
}

} // namespace

Message command_for_step(Action action, const Transfer& transfer, const std::optional<Letter>& letter) {
    const Command command = command_of(action, transfer, letter);
    return say({"{}{}", "{}{}"}, command.verb, command.options);
}

NextStep next_step(const Transfer& transfer, const std::optional<Letter>& letter) {
    const auto next = [&](Message for_what, Action action) {
        return waits(std::move(for_what), action, transfer, letter);
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
        return receipt_is_written(letter) ? next(Text{"待寄回执", "our receipt is to be sent"}, Action::close)
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

} // namespace jiezhuan
