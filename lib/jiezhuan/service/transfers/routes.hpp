// Which way a relation goes by the profile's route table, and to whom the letter is addressed for it.
#pragma once

#include "jiezhuan/model/transfer.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>
#include <string>

namespace jiezhuan {

// The row of the route table by which the transfer leaves, with the policy that applies to it: letters alone go by county organisation
// departments, and a whole organisation goes straight to its new superior. Nothing for another kind than out, or where the profile has no
// row for the distance.
[[nodiscard]] std::optional<Route> route_of(const OrgDirectory& organisations, const Profile& profile,
                                            const Transfer& transfer);
// Who receives at that organisation: the nearest of itself and its superiors with authority, else itself.
[[nodiscard]] OrgId default_addressee(const OrgDirectory& organisations, OrgId to, Date on);
// The county organisation department to which that organisation belongs, as far as the directory knows: the nearest superior that is one, or
// one that stands directly below a superior of it. Of one of ours also the only one recorded as lying in our county. Null for none.
[[nodiscard]] const Organisation* department_over(const OrgDirectory& organisations, OrgId id);

// To whom the letter of the transfer is addressed where the clerk says nothing: who receives there (default_addressee); by the policy
// via-county-od, on paper, the sender's county organisation department, which exchanges the letter for one of its own, or where the
// directory has none that of the receiver.
[[nodiscard]] OrgId planned_addressee(const Work& work, const Transfer& transfer);
// Is the addressee of the transfer the planned one, or the one that was planned before the policy via-county-od came into force?
[[nodiscard]] bool has_planned_addressee(const Work& work, const Transfer& transfer);
// The addressee of a transfer that goes another way, or to another unit there, by a correction: what was planned, and is on no letter yet,
// is planned by the policy in force; any other stays.
[[nodiscard]] OrgId addressee_of_change(const Work& work, const Transfer& before, const Transfer& after);
// The route of the transfer asks for a county organisation department, which the directory names, and it is addressed past it to who
// receives: so planned before that policy was adopted, or so wished. A warning; else nothing.
[[nodiscard]] std::optional<Finding> passes_department_by(const Work& work, const Transfer& transfer,
                                                          const std::string& subject);
// The route of the transfer asks for a county organisation department, and the directory knows none: a warning. Else nothing.
[[nodiscard]] std::optional<Finding> without_department(const OrgDirectory& organisations, const Profile& profile,
                                                        const Transfer& transfer, const std::string& subject);

// The policy by which addressee and sender of a transfer are looked at, with the row of the route table where one decided: "T4
// via-county-od", for people with its title. `letter` is that of the transfer. Empty for a kind without a way between committees of two ledgers.
[[nodiscard]] Cell policy_used(const OrgDirectory& organisations, const Profile& profile, const Transfer& transfer,
                               const std::optional<Letter>& letter);

} // namespace jiezhuan
