// What forbids registering an organisation, or changing one.
#pragma once

#include "jiezhuan/service/work.hpp"

#include <optional>
#include <string>

namespace jiezhuan {

// "O4 中共…委员会"; the name alone where it has no number yet.
[[nodiscard]] std::string organisation_subject(const Organisation& organisation);
// Another of that code or full name; null where there is none. Of one that was dissolved only the code stays taken: a branch may be set
// up again under the name of its seal.
[[nodiscard]] const Organisation* taken_by(const OrgDirectory& organisations, const Organisation& wanted);

// Who is called as one that was dissolved, so that the name no longer means that one; nothing where none was called so.
[[nodiscard]] std::optional<Finding> name_taken_anew(const OrgDirectory& organisations, const Organisation& fresh);

// A refusal that says why, or nothing: a name or code that is taken, what is missing or contradicts itself, a superior that it cannot
// have.
[[nodiscard]] std::optional<Outcome> obstacle_to_adding(const Work& work, const Organisation& wanted);
// The same; also where it is dissolved. Whether its members would have another basic committee: committee_change.hpp.
[[nodiscard]] std::optional<Outcome> obstacle_to_change(const Work& work, const Organisation& before,
                                                        const Organisation& after);

} // namespace jiezhuan
