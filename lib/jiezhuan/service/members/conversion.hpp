// A probation and how it ends: converted, or extended once. (《中国共产党发展党员工作细则》第三十二条、第三十四条)
#pragma once

#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jiezhuan {

struct ConversionInput {
    Date meeting;          // of the branch: required, unless it is recorded already
    Date approved_on;      // with the committee; absent: the meeting alone is recorded, and the approval awaited
    std::string committee; // that approved
    Date conversion;       // where the record does not say when the probation ends (admissions before September 1977)
};
// The conversion counts from the day on which the probation, or its extension, ends, not from that of the meeting.
// Refused: no probationary member on our roster (a migrant is converted by the organisation that has the relation), something is
// missing, the dates are out of order, a rule (PB-03). An approval later than the profile's months after the meeting is said; so is,
// of somebody who was sent before the probation ended, that the receiver discusses. The same again is done already.
[[nodiscard]] Result<Outcome> convert_member(Work& work, MemberId id, const ConversionInput& input);

struct ExtensionInput {
    Date to;
    std::string basis; // the resolution and its approval: required
};
// Refused: as above; it was extended before; the end of the probation is not known; PB-04, which is only a warning of older records.
[[nodiscard]] Result<Outcome> extend_probation(Work& work, MemberId id, const ExtensionInput& input);

// Is it for the receiver to discuss the conversion: was the probation still running when the member was sent?
[[nodiscard]] bool receiver_converts(const Profile& profile, const Member& member, const std::optional<Transfer>& open);

// Who discusses the conversion of a probationary member: who has the relation when the probation ends. `open`: the open transfer.
// Empty for others.
[[nodiscard]] Message who_converts(const OrgDirectory& organisations, const Profile& profile, const Member& member,
                                   const std::optional<Transfer>& open);

} // namespace jiezhuan
