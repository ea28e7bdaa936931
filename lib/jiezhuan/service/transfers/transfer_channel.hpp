// By which way a transfer goes: on paper, through the online system, or both.
#pragma once

#include "jiezhuan/service/work.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jiezhuan {

// Refused: both ways where nothing goes from one basic committee to another, or with the one letter of a whole organisation; online
// with a certificate, which is a paper.
[[nodiscard]] Result<std::optional<Outcome>> wrong_channel(Reading& ledger, const Transfer& wanted,
                                                           const std::string& subject);

// The channel is corrected from one to another. A way is added while the transfer is open, whatever became of the other; it is given
// up where it is not under way, and did not settle the transfer. `letter` is the transfer's letter.
[[nodiscard]] std::optional<Outcome> cannot_change_channel(const Transfer& before, Channel wanted,
                                                           const std::optional<Letter>& letter,
                                                           const std::string& subject);
// Who accepted online, as the system names it: by the full name where that is known.
[[nodiscard]] std::string receiver_name(const OrgDirectory& organisations, std::string_view words);
// What the online way was until then, where a second one is added to it.
void keep_online_way(Transfer& after, const Transfer& before);

// The day of an online acceptance is corrected that settled a transfer out: the relation went on that day, or before it by the receipt.
void move_reception(Transfer& after, const Transfer& before, const std::optional<Letter>& letter);
// Refused where a later transfer of the member had begun by then.
[[nodiscard]] Result<std::optional<Outcome>> reception_after_next(Reading& ledger, const Transfer& before,
                                                                  const Transfer& after, const std::string& subject);
// Says in the correction that the act by which it was received happened on the day that it has now, so that the days between show it as it was.
[[nodiscard]] Result<void> move_act_of_reception(Reading& ledger, const Transfer& before, const Transfer& after,
                                                 Event& correction);
// Who left by that transfer left on the day that it has now.
[[nodiscard]] Member left_at_reception(Member member, const Transfer& before, const Transfer& after);

} // namespace jiezhuan
