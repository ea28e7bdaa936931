#include "jiezhuan/service/explain.hpp"

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
bool is_over(const Transfer& transfer, Action action) {
    const bool receipt_owed = transfer.kind == TransferKind::in && transfer.channel != Channel::online;
    return action == Action::convert || (action == Action::close && !receipt_owed);
}

} // namespace

std::vector<RemainingStep> remaining_steps(const Transfer& transfer, const std::optional<Letter>& letter) {
    std::vector<RemainingStep> steps;
    Transfer ahead = transfer;
    for (std::vector<Action> actions = next_actions(ahead, letter); !actions.empty();
         actions = next_actions(ahead, letter)) {
        const Action action = actions.front();
        if (is_over(ahead, action)) {
            break;
        }
        steps.push_back({title_of(action, ahead), steps.empty() ? next_step(transfer, letter).waits_for : Message(),
                         step_command(action, ahead, letter)});
        if (action == Action::resume) {
            ahead.held_since = Date();
            continue;
        }
        const Path* path = find_path(ahead.kind, ahead.state, action);
        if (path == nullptr || path->to == ahead.state || action == Action::return_) {
            break;
        }
        ahead.state = path->to;
    }
    return steps;
}

} // namespace jiezhuan
