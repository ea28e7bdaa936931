// What opening a transfer, arriving with one and correcting one have in common. Used by their files alone.
#pragma once

#include "jiezhuan/service/transfers/transfers.hpp"

namespace jiezhuan {

// Completes what was not said: the day, the channel, both ends, the addressee.
void fill_in(const Work& work, Transfer& wanted, const Member& member);
// Is it what was asked before? What `wanted` does not say may be anything.
[[nodiscard]] bool same_request(const Transfer& open, const Transfer& wanted);
// Does an open stay go on as the transfer that is wanted?
[[nodiscard]] bool converts(const std::optional<Transfer>& open, const Transfer& wanted);
[[nodiscard]] Outcome has_another(const Transfer& open, const Member& member);

} // namespace jiezhuan
