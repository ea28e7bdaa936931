// Steps of one way of a transfer that goes both on paper and online. Used by the files of transfer steps alone.
#pragma once

#include "jiezhuan/service/transfers/transfer_attempt.hpp"

#include <optional>

namespace jiezhuan {

// The way that the step is about: on paper what comes with a letter or its receipt. none: the transfer as a whole, or it goes one way only.
[[nodiscard]] Channel way_of(const Transfer& transfer, Action action, const StepInput& input);
// Can the step move that way alone? The other way has brought the transfer as far, or still goes on: it stays where it is.
[[nodiscard]] bool moves_way_alone(const Attempt& attempt);
// A letter follows a transfer that was sent online.
[[nodiscard]] bool letter_follows(const Transfer& transfer);
// Writes how far the online way is; of a step that moves one way alone, everything.
void fill_way(Attempt& attempt);
// That way has taken the step, with the same words, before.
[[nodiscard]] bool way_done_before(const Attempt& attempt);
// That way has taken the step with other words; nothing where it has not.
[[nodiscard]] std::optional<Outcome> way_taken_otherwise(const Attempt& attempt);
// The step is about a way that is not under way; nothing where it is.
[[nodiscard]] std::optional<Outcome> way_not_taken(const Attempt& attempt);
// The day before which the step cannot have been: of the last one, or where one way does not wait for the other, of its own last one.
[[nodiscard]] Date previous_step(const Attempt& attempt);
// Both ways are through, and by the same organisation; of a transfer that goes one way, nothing more is asked.
[[nodiscard]] bool ways_are_through(const Transfer& transfer, const Letter* letter);

} // namespace jiezhuan
