#include "jiezhuan/service/members/mark_settling.hpp"

#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/transfers/transfer_actions.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

Finding stays_open(const Member& member, const Transfer& transfer) {
    return {std::string(kStateRule),
            Severity::warning,
            subject_of(member),
            {},
            say({"转接 {} 的关系已接收，回执还没有办完",
                 "the relation of transfer {} was received; its receipt is not done"},
                transfer.id.text()),
            say({"照常办完：jiezhuan transfer show {}", "finish it: jiezhuan transfer show {}"}, transfer.id.text())};
}

Finding was_settled(const Member& member, const Transfer& transfer, Action action) {
    return {std::string(kStateRule),
            Severity::info,
            subject_of(member),
            {},
            Message(fmt::format("未办结的转接 {}（{}）已一并{}", transfer.id.text(), code_title(transfer.kind).zh,
                                code_title(action).zh),
                    fmt::format("the open transfer {} ({}) was settled with it: {}", transfer.id.text(),
                                code_title(transfer.kind).en, code_title(action).en)),
            {}};
}

// The last that was done with it, also what stopped it for a time.
Date last_done(const Transfer& transfer) {
    return std::max({last_step(transfer), transfer.held_since, transfer.resumed_on, transfer.online_since,
                     transfer.online_state_on});
}

} // namespace

std::string settling_reason(Mark mark, const std::string& basis) {
    return fmt::format("{}：{}", code_title(mark).zh, basis);
}

Result<Outcome> settle_transfers(Work& work, const Member& member, const std::string& reason) {
    Outcome settled;
    JZ_TRY(transfers, work.ledger.transfers(Query().equal("member", member.id.text())));
    std::sort(transfers.begin(), transfers.end(), [](const Transfer& a, const Transfer& b) { return b.id < a.id; });
    for (const Transfer& one : transfers) { // the newest first: the stay that goes on with its withdrawal comes later
        JZ_TRY(now, work.ledger.transfer(one.id));
        const Transfer& transfer = *now;
        if (!is_open(transfer.state)) {
            continue;
        }
        const Action action = transfer.state == TransferState::active ? Action::end : Action::withdraw;
        if (find_path(transfer.kind, transfer.state, action) == nullptr) {
            settled.findings.push_back(stays_open(member, transfer));
            continue;
        }
        StepInput input;
        input.reason = reason;
        input.leaves = true;
        const Date happened = work.on;
        work.on = std::max(happened, last_done(transfer));
        auto outcome = step_transfer(work, transfer.id, action, input);
        work.on = happened;
        JZ_TRY(stepped, std::move(outcome));
        settled.refused = settled.refused || stepped.refused;
        settled.findings.insert(settled.findings.end(), stepped.findings.begin(), stepped.findings.end());
        if (!stepped.refused) {
            settled.findings.push_back(was_settled(member, transfer, action));
        }
    }
    return settled;
}

} // namespace jiezhuan
