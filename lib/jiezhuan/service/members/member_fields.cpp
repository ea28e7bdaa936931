// Which fields of a member which act may set.
#include "jiezhuan/service/members/members.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

// What may be so from a day on.
constexpr auto kChangeable = std::to_array<std::string_view>({
    "name",
    "phone",
    "address",
    "education",
    "employer",
    "stable_job",
    "fixed_residence",
    "settled_since",
    "employer_has_org",
    "category",
    "retired_kind",
    "labour_relation",

    "away_since",
    "away_place",
    "away_reason",
    "away_direction",
    "away_contact",
    "card_no",
    "card_issued_on",
    "card_checked_on",
    "report_in_on",
    "report_in_to",
    "dues_paid_through",
    "last_activity",
    "last_contact",
    "file_held_by",
    "file_items",
    "at_school_since",
    "relation_org",
    "remarks",
});
// What is said of somebody once: a stage is changed by a conversion.
constexpr auto kFixed = std::to_array<std::string_view>({
    "document_type",
    "document_no",
    "sex",
    "birth",
    "ethnic",
    "admission",
    "branch",
    "citizen_id",
    "activist_since",
    "candidate_since",
    "entry_basis",
    "stage",
    "conversion",
    "probation_extended_to",
});
// What acts recorded, and may have recorded wrongly.
constexpr auto kRecorded = std::to_array<std::string_view>({
    "status_basis",
    "status_decided_by",
    "status_until",
    "loss_cause",
    "abroad_purpose",
    "conversion_approved_by",
    "conversion_approved_on",
    "conversion_meeting",
});

// The name first, then who it is.
constexpr auto kRegistered = [] {
    std::array<std::string_view, kChangeable.size() + kFixed.size()> all{};
    all[0] = kChangeable[0];
    std::copy(kFixed.begin(), kFixed.end(), all.begin() + 1);
    std::copy(kChangeable.begin() + 1, kChangeable.end(), all.begin() + 1 + kFixed.size());
    return all;
}();
constexpr auto kCorrectable = [] {
    std::array<std::string_view, kRegistered.size() + kRecorded.size()> all{};
    std::copy(kRecorded.begin(), kRecorded.end(), std::copy(kRegistered.begin(), kRegistered.end(), all.begin()));
    return all;
}();

} // namespace

std::span<const std::string_view> registered_fields() { return kRegistered; }
std::span<const std::string_view> changeable_fields() { return kChangeable; }
std::span<const std::string_view> correctable_fields() { return kCorrectable; }

} // namespace jiezhuan
