// The refusal of a step that the state of the transfer does not have, with the one that it has.
#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_actions.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"

namespace jiezhuan {
namespace {

// What a step of another state is meant for here: a receiver of ours has steps for its receipt; a letter of ours that came back is void;
// who is on the way is not taken back but withdrawn.
Action meant_by(Action asked, const Transfer& transfer) {
    const Action meant = asked == Action::accept && transfer.state == TransferState::sent ? Action::present
                         : asked == Action::return_ && transfer.letter                    ? Action::void_letter
                         : asked == Action::revoke                                        ? Action::withdraw
                                                                                          : Action::none;
    return find_path(transfer.kind, transfer.state, meant) == nullptr ? Action::none : meant;
}

} // namespace

Outcome not_in_this_state(const OrgDirectory& organisations, const Transfer& transfer, const Member& member,
                          Action action) {
    std::string zh;
    std::string en;
    Message command;
    Message waits; // for another committee
    for (const Action allowed : allowed_actions(transfer.kind, transfer.state)) {
        if (allowed == Action::return_online && transfer.channel == Channel::paper) {
            continue;
        }
        const Text title = step_title(allowed, transfer);
        zh += (zh.empty() ? "" : "、") + std::string(title.zh);
        en += (en.empty() ? "" : ", ") + std::string(title.en);
        const bool ours = others_step(organisations, transfer, allowed) == nullptr;
        waits = waits.empty() && !ours ? advice(organisations, allowed, transfer) : waits;
        command = command.empty() && ours ? step_command(allowed, transfer) : command;
    }
    command = command.empty() ? waits : command;
    if (action == Action::assign && transfer.state == TransferState::closed) {
        command = say({"换支部：jiezhuan transfer open {} --kind within --to 支部",
                       "to another branch: jiezhuan transfer open {} --kind within --to BRANCH"},
                      transfer.member.text());
    }
    if (const Action meant = meant_by(action, transfer); meant != Action::none) {
        command = advice(organisations, meant, transfer);
    }
    if (action == Action::approve && !transfer.approved_on.empty() && is_open(transfer.state)) {
        command = say({"批准记错的：jiezhuan transfer correct {} --approved-on 日期 --minutes 依据 --reason 原因",
                       "where the approval is recorded wrongly: jiezhuan transfer correct {} --approved-on DATE "
                       "--minutes RECORD --reason WHY"},
                      transfer.id.text());
    }
    if (action == Action::present && transfer.kind == TransferKind::in && !transfer.received_on.empty() &&
        transfer.letter) {
        command = say({"介绍信登记错的：jiezhuan transfer correct {} --letter-no 编号 --reason 原因",
                       "where the letter is recorded wrongly: jiezhuan transfer correct {} --letter-no NUMBER --reason "
                       "WHY"},
                      transfer.id.text());
    }
    const bool paper_gone = goes_both_ways(transfer) && transfer.state == TransferState::received && !transfer.letter;
    if (transfer.kind == TransferKind::out && paper_gone) { // no receipt will come
        command = say({"纸质不再办理的：jiezhuan transfer correct {} --channel online --reason 原因",
                       "where the paper is given up: jiezhuan transfer correct {} --channel online --reason WHY"},
                      transfer.id.text());
    }
    if (const Message anew = begin_anew_command(transfer, member); !anew.empty()) {
        command = say({"重新登记：{}", "begin anew: {}"}, anew);
    }
    const Text wanted = step_title(action, transfer);
    const Text kind = code_title(transfer.kind);
    const Text state = code_title(transfer.state);
    const Message message(fmt::format("{}（{}）的状态是“{}”，不能{}；{}", transfer.id.text(), kind.zh, state.zh,
                                      wanted.zh, zh.empty() ? "这件转接已结束" : "现在可以：" + zh),
                          fmt::format("{} ({}) is '{}' and cannot {}; {}", transfer.id.text(), kind.en, state.en,
                                      wanted.en, en.empty() ? "it is over" : "it can: " + en));
    return refusal(subject_of(transfer, member), message,
                   command.empty()
                       ? say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, transfer.id.text())
                       : command);
}

} // namespace jiezhuan
