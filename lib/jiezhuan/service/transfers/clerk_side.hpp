// In a ledger with several basic committees each clerk does the steps of their own one, and waits for the others to do theirs.
#pragma once

#include "jiezhuan/model/letter.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>
#include <string>

namespace jiezhuan {

// The basic committee whose step it is, where that is another one than the clerk acts for (OrgDirectory::clerk()): a step is the sender's
// until the letter is presented, then the receiver's, and of whose relation stays or goes where there is one side only. Null where the
// step is the clerk's, or where the workplace names no committee. `action` is none for the opening of a transfer, which is the sender's.
[[nodiscard]] const Organisation* others_step(const OrgDirectory& organisations, const Transfer& transfer,
                                              Action action);
// The same of what is done for a member, or a letter of that organisation.
[[nodiscard]] const Organisation* others_work(const OrgDirectory& organisations, OrgId where);
// "等江南机械党委：在途，待报到"
[[nodiscard]] Message waits_for_others(const Organisation& others, const Message& what);
// In a list: "江南机械党委办理"
[[nodiscard]] Message done_by_others(const Organisation& others);

// The refusal of a step of another basic committee than the clerk's; nothing where it is the same one.
[[nodiscard]] std::optional<Outcome> step_of_another_committee(const Work& work, const std::string& subject,
                                                               const Transfer& transfer, Action action);

} // namespace jiezhuan
