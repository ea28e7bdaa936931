#include "jiezhuan/rules/probation.hpp"

namespace jiezhuan {

std::optional<DateRange> regular_probation_end(const Member& member, const Profile& profile) {
    if (member.admission.empty() || member.admission.earliest() < kProbationSince) {
        return std::nullopt;
    }
    const int months = static_cast<int>(profile.probation_months);
    return DateRange{member.admission.earliest().plus_months(months), member.admission.latest().plus_months(months)};
}

std::optional<DateRange> probation_end(const Member& member, const Profile& profile) {
    if (!member.probation_extended_to.empty()) {
        return DateRange{member.probation_extended_to.earliest(), member.probation_extended_to.latest()};
    }
    return regular_probation_end(member, profile);
}

std::string range_text(const DateRange& range) {
    return range.earliest == range.latest ? range.earliest.text() : range.earliest.text() + "~" + range.latest.text();
}

} // namespace jiezhuan
