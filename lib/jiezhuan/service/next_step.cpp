#include "jiezhuan/service/next_step.hpp"

#include "jiezhuan/model/transfer_paths.hpp"

namespace jiezhuan {
namespace {

bool presented_too_late(const Transfer& transfer, const std::optional<Letter>& letter) {
    return letter && !letter->valid_until.empty() && transfer.presented_on > letter->valid_until;
}

constexpr Text kNothing = {"", ""};
constexpr Text kBranch = {" --branch 支部", " --branch BRANCH"};
constexpr Text kBasis = {" --basis 依据", " --basis BASIS"};
constexpr Text kReason = {" --reason 原因", " --reason REASON"};
constexpr Text kOnlineNo = {" --online-no 流水号", " --online-no NUMBER"};
constexpr Text kEvidence = {" --evidence 凭据", " --evidence TEXT"};
constexpr Text kReceipt = {" --name 姓名 --date 日期", " --name NAME --date DATE"};

Text voucher_of(const Transfer& transfer) {
    return transfer.channel == Channel::online ? kOnlineNo : Text{" --letter-no 编号", " --letter-no NUMBER"};
}

NextStep waits(Text for_what, std::string command, Text options = kNothing) {
    return {Message(for_what), std::move(command), options};
}

NextStep of_presented(const Transfer& transfer, const std::optional<Letter>& letter) {
    const std::string id = transfer.id.text();
    if (presented_too_late(transfer, letter)) {
        return waits({"报到时介绍信已过期", "presented an expired letter"}, "jiezhuan transfer return " + id, kReason);
    }
    return waits({"待核实", "to be verified"}, "jiezhuan transfer verify " + id, kBasis);
}

NextStep of_assigned(const Transfer& transfer, const std::optional<Letter>& letter) {
    const std::string id = transfer.id.text();
    if (letter && letter->receipt_issued_on.empty()) {
        return waits({"待开回执", "our receipt is to be written"}, "jiezhuan receipt issue " + id);
    }
    return waits({"待寄回执", "our receipt is to be sent"}, "jiezhuan receipt sent " + id);
}

NextStep of_sent(const Transfer& transfer, const std::optional<Letter>& letter) {
    return transfer.channel == Channel::online
               ? waits({"待对方网上接收", "to be accepted online"}, "jiezhuan transfer accepted " + transfer.id.text(),
                       kEvidence)
               : waits({"待对方回执", "its receipt is awaited"},
                       "jiezhuan receipt record " + (letter ? letter->no : transfer.id.text()), kReceipt);
}

} // namespace

NextStep next_step(const Transfer& transfer, const std::optional<Letter>& letter) {
    const std::string id = transfer.id.text();
    if (transfer.held() && is_open(transfer.state)) {
        return {say({"暂缓：{}", "held: {}"}, transfer.hold_reason), "jiezhuan transfer resume " + id, kNothing};
    }
    switch (transfer.state) {
    case TransferState::expected:
        return waits({"未见介绍信", "no letter yet"}, "jiezhuan transfer present " + id, voucher_of(transfer));
    case TransferState::returned:
        return {say({"已退回：{}", "returned: {}"}, transfer.outcome_reason), "jiezhuan transfer present " + id,
                voucher_of(transfer)};
    case TransferState::presented:
        return of_presented(transfer, letter);
    case TransferState::verified:
        return transfer.kind == TransferKind::enrol
                   ? waits({"待编入支部", "to be placed in a branch"}, "jiezhuan transfer assign " + id, kBranch)
                   : waits({"待接收", "to be received"}, "jiezhuan transfer receive " + id);
    case TransferState::received:
        return transfer.kind == TransferKind::out
                   ? of_sent(transfer, letter)
                   : waits({"待编入支部", "to be placed in a branch"}, "jiezhuan transfer assign " + id, kBranch);
    case TransferState::assigned:
        return of_assigned(transfer, letter);
    case TransferState::opened:
        return transfer.kind == TransferKind::enrol
                   ? waits({"身份待核实", "the membership is to be verified"}, "jiezhuan transfer verify " + id, kBasis)
                   : waits({"待批准", "to be approved"}, "jiezhuan transfer approve " + id);
    case TransferState::approved:
        return transfer.kind == TransferKind::within
                   ? waits({"待编入支部", "to be placed in a branch"}, "jiezhuan transfer assign " + id, kBranch)
               : transfer.channel == Channel::online
                   ? waits({"待网上转出", "to be sent online"}, "jiezhuan transfer send " + id, kOnlineNo)
                   : waits({"待开介绍信", "its letter is to be issued"}, "jiezhuan letter issue " + id);
    case TransferState::sent:
        return of_sent(transfer, letter);
    default:
        return {};
    }
}

} // namespace jiezhuan
