// The paths of a transfer: the only place that knows which step may follow which, and what it does to the member's standing.
#pragma once

#include "jiezhuan/model/codes.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace jiezhuan {

enum class Action : std::uint8_t {
    none,
    approve,
    send,    // a letter is issued, or the online system used
    present, // the letter (or the online case) reaches us
    verify,
    receive, // we take over the relation
    accept,  // the other side took it over: receipt, or online acceptance
    assign,  // to a branch
    close,
    hold,
    resume,
    return_,
    refuse,
    withdraw,
    revoke,
    void_letter,   // our letter is void or lost, and none takes its place
    end,           // of a migrant's stay with us
    convert,       // of a migrant's stay into a transfer
    return_online, // the online system gives it back, and it does not go on on paper
};
template <> const CodeTable& code_table<Action>();

struct Path {
    TransferKind kind;
    TransferState from;
    Action action;
    TransferState to;
    Standing standing; // of the member from then on; none: as before. Where a converted stay goes on: hosted
};

// Every step there is. A pair of state and action that has no row is refused.
[[nodiscard]] std::span<const Path> transfer_paths();
[[nodiscard]] const Path* find_path(TransferKind kind, TransferState from, Action action);
// What can be done in a state, in the order of the work.
[[nodiscard]] std::vector<Action> allowed_actions(TransferKind kind, TransferState from);
// Can a member stand so while a transfer of theirs is in that state? As the steps up to there leave it. Where something else came
// between, its steps would put the member back where nobody is.
[[nodiscard]] bool stands_as_in(TransferKind kind, TransferState state, Standing standing);
// Is there anything but a revocation that may follow?
[[nodiscard]] bool is_open(TransferState state);

// What holds of a kind whatever its state.
struct KindRow {
    TransferKind kind;
    TransferState begins;
    Standing of;   // whom it is for: who stands so
    Standing also; // or so; none: nobody else

    // Somebody comes to us; else it is for a member of ours.
    [[nodiscard]] constexpr bool comes() const { return of == Standing::arriving; }
    [[nodiscard]] constexpr bool is_for(Standing standing) const {
        return standing == of || (also != Standing::none && standing == also);
    }
};
// Every kind that has a path.
[[nodiscard]] std::span<const KindRow> kind_rows();
// Null for a kind without a path.
[[nodiscard]] const KindRow* kind_row(TransferKind kind);
[[nodiscard]] bool comes(TransferKind kind);
// One of ours takes the relation over, and writes the receipt.
[[nodiscard]] bool receives(TransferKind kind);

} // namespace jiezhuan
