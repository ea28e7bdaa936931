#include "jiezhuan/service/deadlines/waiting.hpp"

#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/service/letters/letter_obstacles.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_views.hpp"

namespace jiezhuan {
namespace {

constexpr CodeRow kWaiting[] = {
    {int(Waiting::to_approve), "to_approve", {"待批准", "to approve"}, ""},
    {int(Waiting::to_complete), "to_complete", {"待补齐介绍信内容", "letters to complete"}, ""},
    {int(Waiting::to_issue), "to_issue", {"待开介绍信、证明信", "letters to issue"}, ""},
    {int(Waiting::to_send_online), "to_send_online", {"待网上转出", "to send online"}, ""},
    {int(Waiting::cards_to_give), "cards_to_give", {"待发活动证", "cards to give"}, ""},
    {int(Waiting::to_present), "to_present", {"未见介绍信", "letters awaited"}, ""},
    {int(Waiting::to_verify), "to_verify", {"待核实", "to verify"}, ""},
    {int(Waiting::to_receive), "to_receive", {"待接收", "to receive"}, ""},
    {int(Waiting::to_assign), "to_assign", {"待编入支部", "to assign to a branch"}, ""},
    {int(Waiting::receipts_to_send), "receipts_to_send", {"待寄出回执", "receipts to send"}, ""},
    {int(Waiting::receipts_to_record), "receipts_to_record", {"已转出，等回执", "receipts awaited"}, ""},
    {int(Waiting::returned), "returned", {"已退回，等新介绍信", "returned, new letters awaited"}, ""},
    {int(Waiting::held), "held", {"暂缓", "on hold"}, ""},
};
constexpr CodeTable kWaitingTable = {"waiting", {"待办", "Waiting"}, kWaiting};

// The command that does it for all, or lists exactly those that were counted where each is a case of its own.
std::string command_of(Waiting waiting, const WaitingCounts& counts) {
    switch (waiting) {
    case Waiting::to_issue: // those that lack something wait
        return std::string("jiezhuan letter issue --state approved") +
               (counts.of.contains(Waiting::to_complete) ? " --allow-partial" : "");
    case Waiting::receipts_to_send:
        return "jiezhuan receipt list --to-send";
    case Waiting::held:
        return "jiezhuan transfer list --held";
    default:
        return "jiezhuan transfer list --waiting " + std::string(code_id(waiting));
    }
}

// Through on paper, and the case in the system not begun, or given back.
bool is_to_be_sent_online(const Transfer& transfer) {
    const WayState online = online_way(transfer).state;
    return goes_both_ways(transfer) && (online == WayState::none || online == WayState::returned);
}

Waiting waiting_for(Action action, const Transfer& transfer) {
    switch (action) {
    case Action::resume:
        return Waiting::held;
    case Action::approve:
        return Waiting::to_approve;
    case Action::send:
        return transfer.voucher == Voucher::activity_card ? Waiting::cards_to_give
               : transfer.channel == Channel::online      ? Waiting::to_send_online
                                                          : Waiting::to_issue;
    case Action::void_letter: // sent back between two of ours
        return Waiting::returned;
    case Action::present:
        return transfer.state == TransferState::returned ? Waiting::returned : Waiting::to_present;
    case Action::verify:
        return Waiting::to_verify;
    case Action::receive:
        return Waiting::to_receive;
    case Action::assign:
        return Waiting::to_assign;
    case Action::accept:
        return Waiting::receipts_to_record;
    case Action::close: // ours, which is still to be sent, is counted by its letter
        return receives(transfer.kind)          ? Waiting::none
               : is_to_be_sent_online(transfer) ? Waiting::to_send_online
                                                : Waiting::receipts_to_record;
    default:
        return Waiting::none;
    }
}

// What it waits for, and another committee whose clerk is to do it.
struct Next {
    Waiting what = Waiting::none;
    const Organisation* others = nullptr;
};

Result<Next> next_of(Reading& ledger, const OrgDirectory& organisations, const Transfer& transfer) {
    const std::vector<Action> actions = next_actions(organisations, transfer, std::nullopt);
    if (actions.empty()) {
        return Next();
    }
    Next next{waiting_for(actions.front(), transfer), others_step(organisations, transfer, actions.front())};
    if (next.what == Waiting::to_issue) {
        JZ_TRY(member, ledger.member(transfer.member));
        ensure_there(member.has_value(), lost::kMember);
        JZ_TRY(lacking, lacking_for_letter(ledger, transfer, *member));
        next.what = lacking.empty() ? next.what : Waiting::to_complete;
    }
    return next;
}

Result<bool> owes_receipt(Reading& ledger, const Transfer& transfer) {
    const bool taken_over = transfer.state == TransferState::received || transfer.state == TransferState::assigned;
    if (!receives(transfer.kind) || !taken_over || transfer.channel == Channel::online || !transfer.letter) {
        return false;
    }
    JZ_TRY(letter, ledger.letter(transfer.letter));
    return letter && letter->kind == LetterKind::introduction && !is_returned(*letter) &&
           letter->receipt_sent_on.empty();
}

} // namespace

Result<bool> waits_for(Reading& ledger, const OrgDirectory& organisations, const Transfer& transfer, Waiting what) {
    if (what == Waiting::receipts_to_send) {
        return others_step(organisations, transfer, Action::close) != nullptr ? Result<bool>(false)
                                                                              : owes_receipt(ledger, transfer);
    }
    JZ_TRY(next, next_of(ledger, organisations, transfer));
    return is_open(transfer.state) && next.what == what && next.others == nullptr;
}

template <> const CodeTable& code_table<Waiting>() { return kWaitingTable; }

Result<WaitingCounts> waiting_counts(Reading& ledger, const OrgDirectory& organisations) {
    WaitingCounts counts;
    const auto count = [&counts](Waiting what, const Organisation* others) {
        ++(others == nullptr ? counts.of[what] : counts.for_others[{others->id, what}]);
    };
    JZ_TRY(transfers, ledger.transfers(open_transfers()));
    for (const Transfer& transfer : transfers) {
        JZ_TRY(next, next_of(ledger, organisations, transfer));
        if (next.what != Waiting::none) {
            count(next.what, next.others);
        }
        JZ_TRY(owed, owes_receipt(ledger, transfer));
        if (owed) {
            count(Waiting::receipts_to_send, others_step(organisations, transfer, Action::close));
        }
        if (transfer.batch && transfer.state != TransferState::active) {
            ++counts.batches[transfer.batch];
        }
    }
    return counts;
}

RowSet waiting_rows(const WaitingCounts& counts) {
    RowSet set;
    set.id = "waiting";
    set.title = Text{"待办", "Waiting"};
    set.columns = {{"what", Text{"事项", "What"}, ColumnType::code},
                   {"transfers", Text{"件数", "Number"}, ColumnType::number},
                   {"command", Text{"命令", "Command"}, ColumnType::id}};
    set.when_empty = Text{"没有待办", "nothing waits"};
    for (const auto& [waiting, number] : counts.of) {
        if (number > 0) {
            set.rows.push_back({Cell::code(waiting), number, command_of(waiting, counts)});
        }
    }
    return set;
}

RowSet waiting_for_others_rows(const WaitingCounts& counts, const OrgDirectory& organisations) {
    RowSet set;
    set.id = "waiting_for_others";
    set.title = Text{"由别的党委办理", "For other committees to do"};
    set.columns = {{"committee", Text{"党委", "Committee"}, ColumnType::text},
                   {"what", Text{"事项", "What"}, ColumnType::code},
                   {"transfers", Text{"件数", "Number"}, ColumnType::number}};
    for (const auto& [what, number] : counts.for_others) {
        set.rows.push_back({organisations.label(what.first), Cell::code(what.second), number});
    }
    return set;
}

} // namespace jiezhuan
