// Days that cannot be: an act before the member joined, a change that a later one has overtaken.
#pragma once

#include "jiezhuan/model/member.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>
#include <vector>

namespace jiezhuan {

// The refusal of an act on a day before the member was born or admitted; nothing where the day can be.
[[nodiscard]] std::optional<Outcome> before_membership(const Member& member, Date on);

// The refusal of a correction by which the member left after reporting in where they went; nothing where neither day changes.
[[nodiscard]] std::optional<Outcome> left_after_reporting(const Member& before, const Member& after);
// The day since which the ledger has somebody as it does: entered, or last counted among ours or no longer.
[[nodiscard]] Result<Date> had_since(Reading& ledger, const Member& member);
// The refusal of what makes somebody one of ours, or ends that, on an earlier day: nobody leaves before they are there, and every
// year's count explains itself. Acts that leave them where they are keep their true days. Nothing where the day can be.
[[nodiscard]] Result<std::optional<Outcome>> before_entry(Reading& ledger, const Member& member, Date on);

// The day from which the ledger has them.
[[nodiscard]] Result<Date> registered_on(Reading& ledger, const Member& member);
// The refusal of a change or a payment on a day before the ledger has them at all: the record would say that it was so before it was
// kept. Nothing where the day can be.
[[nodiscard]] Result<std::optional<Outcome>> before_record(Reading& ledger, const Member& member, Date on);

// A change of somebody's standing, status or branch that was recorded for a later day.
struct LaterChange {
    Date day;
    Text what; // changed
};
// The last one; nothing where there is none. What was known when they were registered is no change.
[[nodiscard]] Result<std::optional<LaterChange>> changed_after(Reading& ledger, const Member& member, Date on);
// The refusal of an act before such a change: what came of it would be so before what it rests on. Nothing where the day can be.
[[nodiscard]] Result<std::optional<Outcome>> moved_since(Reading& ledger, const Member& member, Date on);

// A field that is set now, and was set from a later day on.
struct SetLater {
    const Field<Member>* field = nullptr;
    Date since;
};
// Those of the fields in which `after` differs from `before`.
[[nodiscard]] Result<std::vector<SetLater>> set_later(Reading& ledger, const Member& before, const Member& after,
                                                      Date on);

// The refusal of a change from a day on, where one of the fields it sets was set from a later day on: what is so now would become what
// was so once. Nothing where none was.
[[nodiscard]] Result<std::optional<Outcome>> overtaken(Reading& ledger, const Member& before, const Member& after,
                                                       Date on);

} // namespace jiezhuan
