#include "jiezhuan/service/transfers/transfer_actions.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

using A = Action;
using M = Moment;
using S = TransferState;
using T = Transfer;

constexpr Text kNothing{"", ""};
constexpr Text kReason{" --reason 原因", " --reason REASON"};

//  action, day, ends in, moment, takes on, needs a reason, while held, words
constexpr std::array kRows = {
    ActionRow{A::none, nullptr, S::none, std::nullopt, false, false, false, kNothing},
    ActionRow{A::approve, &T::approved_on, S::none, std::nullopt, true, false, false, kNothing},
    ActionRow{A::send, &T::sent_on, S::none, M::send, true, false, false, kNothing},
    ActionRow{A::present, &T::presented_on, S::none, M::present, true, false, false, kNothing},
    ActionRow{
        A::verify, &T::verified_on, S::none, std::nullopt, true, false, false, {" --basis 依据", " --basis TEXT"}},
    ActionRow{A::receive, &T::received_on, S::none, M::receive, true, false, false, kNothing},
    ActionRow{A::accept, &T::received_on, S::none, M::receipt, true, false, false, kNothing},
    ActionRow{A::assign, &T::assigned_on, S::none, M::assign, true, false, false, kNothing},
    ActionRow{A::close, nullptr, S::none, std::nullopt, true, false, false, kNothing},
    ActionRow{A::hold, &T::held_since, S::none, M::refuse, false, true, true, kReason},
    ActionRow{A::resume, &T::resumed_on, S::none, std::nullopt, false, false, true, kNothing},
    ActionRow{A::return_, nullptr, S::returned, std::nullopt, false, true, true, kReason},
    ActionRow{A::refuse, nullptr, S::refused, M::refuse, false, true, true, kReason},
    ActionRow{A::withdraw, nullptr, S::withdrawn, M::refuse, false, true, true, kReason},
    ActionRow{A::revoke, nullptr, S::revoked, std::nullopt, false, true, false, kReason},
    ActionRow{A::void_letter, nullptr, S::none, std::nullopt, false, true, false, kReason},
    ActionRow{A::end, nullptr, S::ended, std::nullopt, false, true, true, kReason},
    ActionRow{A::convert, nullptr, S::none, std::nullopt, true, false, false, kNothing},
    ActionRow{A::return_online, nullptr, S::none, M::refuse, false, true, true, kReason},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < kRows.size(); ++i) {
        if (kRows[i].action != static_cast<Action>(i)) {
            return false;
        }
    }
    return true;
}
static_assert(in_order(), "a row an action, in the order of the enum");

} // namespace

const ActionRow& action_row(Action action) { return kRows[static_cast<std::size_t>(action)]; }

Date last_step(const Transfer& transfer) {
    Date latest = transfer.opened_on;
    for (const ActionRow& row : kRows) {
        if (row.takes_on && row.day != nullptr) {
            latest = std::max(latest, transfer.*row.day);
        }
    }
    return latest;
}

} // namespace jiezhuan
