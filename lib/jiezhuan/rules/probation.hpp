// When a probation ends, as far as the dates known say.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/model/member.hpp"

#include <optional>
#include <string>

namespace jiezhuan {

// The Constitutions of 1969 to August 1977 had no probation: an earlier admission has no end to be compared with.
inline constexpr Date kProbationSince = Date(1977, 9, 1);

// The first and the last day a date given as a month or a year can mean.
struct DateRange {
    Date earliest;
    Date latest;

    bool operator==(const DateRange&) const = default;
};

// Admission plus the period, without an extension; nothing where the admission is unknown or may lie before kProbationSince.
[[nodiscard]] std::optional<DateRange> regular_probation_end(const Member& member, const Profile& profile);
// The same, or the day to which the probation was extended.
[[nodiscard]] std::optional<DateRange> probation_end(const Member& member, const Profile& profile);
// "2026-05-01", or "2026-05-01~2026-05-31" where only the month is known.
[[nodiscard]] std::string range_text(const DateRange& range);

} // namespace jiezhuan
