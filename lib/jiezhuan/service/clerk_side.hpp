// In a ledger with several basic committees each clerk does the steps of their own one.
#pragma once

#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>
#include <string>

namespace jiezhuan {

// The refusal of a step of another basic committee than the one the clerk works for (Work::committee): a step is the sender's until the
// letter is presented, then the receiver's, and of whose relation stays or goes where there is one side only. Nothing where it is the
// same one, or where the workplace names none. `action` is none for the opening of a transfer, which is the sender's.
[[nodiscard]] std::optional<Outcome> step_of_another_committee(const Work& work, const std::string& subject,
                                                               const Transfer& transfer, Action action);

} // namespace jiezhuan
