#include "jiezhuan/service/letters/letter_validity.hpp"

namespace jiezhuan {
namespace {

Distance distance_to(const Work& work, const Transfer& transfer) {
    for (const OrgId id : {transfer.addressee, transfer.to}) {
        const Organisation* const organisation = work.organisations.find(id);
        if (organisation != nullptr && organisation->distance != Distance::none) {
            return organisation->distance;
        }
    }
    return Distance::none;
}

} // namespace

std::int64_t validity_of(const Work& work, const Transfer& transfer) {
    return distance_to(work, transfer) == Distance::other_province ? work.profile.valid_days_default_outside
                                                                   : work.profile.valid_days_default;
}

std::optional<Finding> distance_unknown(const Work& work, const Transfer& transfer, const Letter& letter,
                                        const IssueInput& input, const std::string& subject) {
    const Organisation* const addressee = work.organisations.find(transfer.addressee);
    if (input.valid_days != 0 || letter.kind != LetterKind::introduction || transfer.kind != TransferKind::out ||
        addressee == nullptr || distance_to(work, transfer) != Distance::none ||
        work.profile.valid_days_default == work.profile.valid_days_default_outside) {
        return std::nullopt;
    }
    Finding finding = state_finding(
        subject,
        say({"没有登记“{}”的地域，有效期按省内给 {} 天（外省 {} 天）",
             "how far '{}' is is not recorded: {} days, as inside the province (outside it {})"},
            work.organisations.label(addressee->id), letter.valid_days, work.profile.valid_days_default_outside),
        say({"登记地域：jiezhuan org change {} --distance other_province（省内的写 same_province）；外省的，再补开",
             "record it: jiezhuan org change {} --distance other_province (or same_province); outside it, reissue the "
             "letter then"},
            addressee->id.text()));
    finding.severity = Severity::warning;
    return finding;
}

} // namespace jiezhuan
