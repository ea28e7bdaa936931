#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/service/explain/explain.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/way_steps.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

Message title_of(Action action, const Transfer& transfer) {
    if (transfer.kind == TransferKind::temporary) {
        return action == Action::end                        ? Text{"返回后登记", "record that the member is back"}
               : action != Action::send                     ? code_title(action)
               : transfer.voucher == Voucher::activity_card ? Text{"发活动证", "give the activity card"}
                                                            : Text{"开具证明信", "issue the certificate"};
    }
    if (action == Action::send && transfer.channel != Channel::online) {
        return Text{"开具介绍信", "issue the letter"};
    }
    if (transfer.channel == Channel::online && (action == Action::send || action == Action::present)) {
        return action == Action::send ? Text{"网上转出", "send it online"}
                                      : Text{"登记网上到达", "record that it arrived online"};
    }
    if (action == Action::accept) {
        return transfer.channel == Channel::online ? Text{"登记网上接收", "record that it was accepted online"}
                                                   : Text{"登记回执", "record the receipt"};
    }
    if (action == Action::close) {
        return Text{"开具并寄出回执", "write and send our receipt"};
    }
    return code_title(action);
}

// A stay goes on until it ends; what needs no receipt, or has it, closes by itself.
bool is_over(const Transfer& transfer, Action action, const std::optional<Letter>& letter) {
    const bool returned = goes_both_ways(transfer) && letter && is_returned(*letter); // it came on online
    const bool sent = letter && !letter->receipt_sent_on.empty();
    const bool receipt_owed =
        transfer.kind == TransferKind::in && transfer.channel != Channel::online && !returned && !sent;
    return action == Action::convert || (action == Action::close && !receipt_owed);
}

// The rows of a transfer, one after another.
class Rows {
  public:
    Rows(const OrgDirectory& organisations, const Transfer& transfer, const std::optional<Letter>& letter)
        : organisations_(organisations), transfer_(transfer), letter_(letter), ways_(way_steps(transfer, letter)) {}

    void add(Action action, const Transfer& way) {
        const Message title = title_of(action, way);
        const Message waits = rows_.empty() ? next_step(organisations_, transfer_, letter_).waits_for : Message();
        if (const Organisation* const others = others_step(organisations_, way, action); others != nullptr) {
            rows_.push_back({waits_for_others(*others, title), waits, {}});
        } else {
            rows_.push_back({title, waits, step_command(action, way, letter_)});
        }
    }
    void add_ways_begun() {
        for (const WayStep& step : ways_) {
            add(step.action, as_way(transfer_, step.way));
        }
    }
    // A step that each way takes by itself, or the transfer as a whole.
    void add_step(Action action, const Transfer& ahead) {
        const bool of_ways =
            goes_both_ways(ahead) && (action == Action::send || action == Action::present || action == Action::accept);
        if (!of_ways) {
            add(action, ahead);
        } else if (ways_.empty() && action != Action::accept) {
            add(action, as_way(ahead, Channel::paper));
            add(action, as_way(ahead, Channel::online));
        }
    }
    // What comes last of each way.
    void add_acceptances() {
        if (!goes_both_ways(transfer_) || !is_open(transfer_.state)) {
            return;
        }
        const Channel unused = way_to_give_up(transfer_, letter_);
        for (const Way& way : {paper_way(transfer_, letter_), online_way(transfer_)}) {
            const bool by_us = way.channel == Channel::paper && transfer_.kind != TransferKind::out; // our receipt
            if (!by_us && way.state != WayState::accepted && way.channel != unused && !awaits_acceptance(way.channel)) {
                add(Action::accept, as_way(transfer_, way.channel));
            }
        }
    }
    std::vector<RemainingStep> take() { return std::move(rows_); }

  private:
    bool awaits_acceptance(Channel way) const {
        return std::any_of(ways_.begin(), ways_.end(),
                           [way](const WayStep& step) { return step.way == way && step.action == Action::accept; });
    }

    const OrgDirectory& organisations_;
    const Transfer& transfer_;
    const std::optional<Letter>& letter_;
    std::vector<WayStep> ways_;
    std::vector<RemainingStep> rows_;
};

} // namespace

std::vector<RemainingStep> remaining_steps(const OrgDirectory& organisations, const Transfer& transfer,
                                           const std::optional<Letter>& letter) {
    Rows rows(organisations, transfer, letter);
    if (!transfer.held()) {
        rows.add_ways_begun();
    }
    Transfer ahead = transfer;
    std::optional<Letter> in_hand = letter;
    for (std::vector<Action> actions = next_actions(organisations, ahead, in_hand); !actions.empty();
         actions = next_actions(organisations, ahead, in_hand)) {
        const Action action = actions.front();
        if (is_over(ahead, action, in_hand)) {
            break;
        }
        rows.add_step(action, ahead);
        if (action == Action::resume) {
            ahead.held_since = Date();
            continue;
        }
        const Path* path = find_path(ahead.kind, ahead.state, action);
        if (path == nullptr || path->to == ahead.state || action == Action::return_) {
            break;
        }
        ahead.state = path->to;
        if (action == Action::void_letter) { // another one takes its place
            in_hand.reset();
        }
    }
    rows.add_acceptances();
    return rows.take();
}

} // namespace jiezhuan
