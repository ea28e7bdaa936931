// Where a transfer may begin and where it may end.
#pragma once

#include "jiezhuan/service/transfers/transfers.hpp"

#include <optional>
#include <string>

namespace jiezhuan {

// Why it cannot go that way: who comes, comes from outside this ledger; who goes, from the own branch to where this kind leads. Nothing
// where it can.
[[nodiscard]] std::optional<Outcome> wrong_way(const Work& work, const Transfer& wanted, const Member& member);
// The same of the end alone, for one of ours.
[[nodiscard]] std::optional<Outcome> wrong_destination(const Work& work, const Transfer& wanted, const Member& member,
                                                       const std::string& subject);
// The refusal of a move of kind within that leaves its basic committee.
[[nodiscard]] Outcome outside_basic_committee(const OrgDirectory& organisations, const std::string& subject,
                                              MemberId member, OrgId to);
// Where the ends of one that was taken over are wrong: it is undone, or, once it is closed, a slip of the pen goes into the remarks.
[[nodiscard]] Message ends_put_right(const Transfer& transfer);

} // namespace jiezhuan
