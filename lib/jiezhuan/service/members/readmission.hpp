// Who left the Party and is admitted anew: the same person under the same number, a new membership.
#pragma once

#include "jiezhuan/model/member.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>

namespace jiezhuan {

// Did the membership end, so that it is not restored as a rule, but can be begun anew (《中国共产党党员教育管理工作条例》第二十四条)?
[[nodiscard]] bool membership_ended(const Member& member);

// The command that enters the new admission of such a person.
[[nodiscard]] Message admit_anew_command(const Member& member);

// `known` as the new admission has them: what `said` says of the membership and nothing of the former one; what is known of the person
// stays.
[[nodiscard]] Member admitted_anew(const Member& known, const Member& said);

// The refusal of a new admission: no day of admission, one before the former membership ended, another name, a day before that end.
// Nothing where it can be entered. Precondition: membership_ended(known).
[[nodiscard]] Result<std::optional<Outcome>> cannot_be_admitted(Work& work, const Member& known, const Member& said);

} // namespace jiezhuan
