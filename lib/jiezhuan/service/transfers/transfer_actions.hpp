// What holds of a step whatever the transfer: a row an action. What only one of them does is in transfer_attempt.cpp.
#pragma once

#include "jiezhuan/model/transfer.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/rules/rule.hpp"

#include <optional>

namespace jiezhuan {

struct ActionRow {
    Action action;
    Date Transfer::*day;          // where its day is kept; null: nowhere
    TransferState ends_in;        // a side exit: the state that shows it was done
    std::optional<Moment> moment; // when its rules are asked
    bool takes_on;                // the transfer goes on with it; the others are side exits, open in most states
    bool needs_reason;
    bool while_held; // can be done to one that is on hold
    Text words;      // of its command, after the number
};
[[nodiscard]] const ActionRow& action_row(Action action);

// The day of the last step of the work; withdrawals and the like have none of their own.
[[nodiscard]] Date last_step(const Transfer& transfer);

} // namespace jiezhuan
