// What the acts of the registers of migrants have in common.
#pragma once

#include "jiezhuan/service/work.hpp"

#include <optional>
#include <string_view>

namespace jiezhuan {

// Here while the relation stays elsewhere.
[[nodiscard]] bool is_guest(const Member& member);
// Why an act cannot be about the member: who is neither on the roster nor a guest. Nothing where it can.
[[nodiscard]] std::optional<Outcome> not_with_us(const Member& member);
// The same of an act on an earlier day: who died or left afterwards was with us then.
[[nodiscard]] std::optional<Outcome> not_with_us_on(const Member& member, Date on);

// What to do after a refusal: look what happened; correct a day that was recorded wrongly, which is not recorded again.
[[nodiscard]] Message history_command(const Member& member);
[[nodiscard]] Message corrected_day(const Member& member, std::string_view option, Date day);

// The day on which the member was last recorded as back from an absence; empty where never.
[[nodiscard]] Result<Date> last_return(Reading& ledger, MemberId id);

} // namespace jiezhuan
