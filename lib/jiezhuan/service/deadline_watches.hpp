// What the rules about deadlines do not say themselves: since when the thing lasts, by which day it must be done, and the command.
#pragma once

#include "jiezhuan/rules/facts.hpp"
#include "jiezhuan/service/deadlines.hpp"

#include <span>

namespace jiezhuan {

struct Limit {
    Urgency urgency = Urgency::overdue;
    Date since;
    Date due;
};

// One rule of the catalogue. The functions are called only where the rule found something, so that what it needs is there.
struct Watch {
    std::string_view rule;
    Limit (*limit)(const DeadlineFacts&);
    Text what_to_do;
    Message (*command)(const DeadlineFacts&);
};
// Of open transfers and their letters.
[[nodiscard]] std::span<const Watch> transfer_watches();
// Of members on the roster.
[[nodiscard]] std::span<const Watch> member_watches();
[[nodiscard]] const Watch& watch_of(std::string_view rule);

// Which members a few rules may concern: the query finds all of them, and few others.
struct Candidates {
    Query query;
    std::vector<std::string_view> rules;
};
[[nodiscard]] std::vector<Candidates> member_candidates(const Profile& profile, Date as_of);

// What no rule says: a transfer that is held, a letter of it in its last days, a step that nobody takes. Without name and responsible
// organisation. `late`: a rule found the letter late already.
[[nodiscard]] std::vector<Deadline> unruled(const DeadlineFacts& facts, bool late);
// Of a hand-over list: so many persons whose vouchers have not come.
[[nodiscard]] Deadline awaited(const Batch& batch, std::int64_t persons, const Profile& profile, Date as_of);

} // namespace jiezhuan
