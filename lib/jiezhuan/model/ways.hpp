// A transfer may go both on paper and through the online system. Each way has a progress of its own; the transfer is settled once, by
// whichever comes first, so that one organisation is responsible at every moment.
#pragma once

#include "jiezhuan/model/letter.hpp"
#include "jiezhuan/model/transfer.hpp"

#include <optional>
#include <string>

namespace jiezhuan {

struct Way {
    Channel channel = Channel::none;
    WayState state = WayState::none; // none: not taken, or not yet
    std::string no;                  // of the letter, or of the case in the system
    Date since;                      // sent, or come to us
    Date on;                         // accepted, returned or ended
    std::string receiver;            // who accepted; on paper: whom the letter is addressed to
    std::string note;                // the evidence, or why
};

// Is the relation with the receiver, whichever way came first?
[[nodiscard]] inline bool settled(TransferState state) {
    return state == TransferState::received || state == TransferState::assigned;
}
[[nodiscard]] inline bool goes_both_ways(const Transfer& transfer) { return transfer.channel == Channel::both; }
// The kinds that can: the relation goes from one basic committee to another.
[[nodiscard]] bool can_go_both_ways(TransferKind kind);

// `letter` is the transfer's live or last letter.
[[nodiscard]] Way paper_way(const Transfer& transfer, const std::optional<Letter>& letter);
[[nodiscard]] Way online_way(const Transfer& transfer);
// The transfer as that way alone has it, for what is said of one way.
[[nodiscard]] Transfer as_way(Transfer transfer, Channel way);

// Did another organisation accept online than the letter is for? Neither its addressee nor the unit it names (去往单位).
[[nodiscard]] bool receivers_differ(const Letter& letter, const Transfer& transfer);

} // namespace jiezhuan
