// Who collects the dues around a transfer: the sender through its month, the receiver from the next one on (党费交至转出当月).
#pragma once

#include "jiezhuan/service/organisations/org_directory.hpp"

#include <vector>

namespace jiezhuan {

// The month for which the next dues are paid; absent where nothing is known.
[[nodiscard]] Date next_dues(const Member& member);

// The letter by which somebody came, as far as it says through which month the sender collected; nothing where there is none. Of
// several the last.
[[nodiscard]] const Letter* letter_of_dues(const std::vector<Letter>& letters);

// The months after those that the letter says, through the one in which it was issued: they were for the sender to collect. Absent
// where there are none.
struct SendersMonths {
    Date first;
    Date last;
};
[[nodiscard]] SendersMonths senders_months(const Letter& letter);

// Who collects the next dues, where that is not simply the member's branch; empty where it is, and where nobody does. `transfers` and `letters` are those of the member.
[[nodiscard]] Message dues_collector(const OrgDirectory& organisations, const Member& member,
                                     const std::vector<Transfer>& transfers, const std::vector<Letter>& letters);

// All of that in a sentence, with what is unpaid as of a day; empty for who pays no dues here.
[[nodiscard]] Message dues_in_words(const OrgDirectory& organisations, const Member& member,
                                    const std::vector<Transfer>& transfers, const std::vector<Letter>& letters,
                                    Date as_of);

} // namespace jiezhuan
