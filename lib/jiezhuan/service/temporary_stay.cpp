#include "jiezhuan/service/temporary_stay.hpp"

#include "jiezhuan/letters/letter_form.hpp"
#include "jiezhuan/service/members.hpp"

namespace jiezhuan {
namespace {

std::optional<Outcome> lacks_of_certificate(const Work& work, const Transfer& wanted, const std::string& subject) {
    if (!wanted.to) {
        return refusal(
            subject, Text{"证明信要写明去哪个党组织", "a certificate names the organisation the member goes to"},
            Text{"用 --to 写明；名录里没有的先登记：jiezhuan org add --outside yes --name 全称 --kind "
                 "类别；地点不固定的用 --voucher activity_card",
                 "say it with --to; one that is in no directory first: jiezhuan org add --outside yes --name NAME "
                 "--kind KIND; at no certain place: --voucher activity_card"});
    }
    if (wanted.away_until.empty()) {
        return refusal(subject, Text{"证明信要写明外出到哪天", "a certificate says until when the member is away"},
                       Text{"用 --until 写明；时间不确定的用 --voucher activity_card",
                            "say it with --until; for no certain time: --voucher activity_card"});
    }
    if (work.organisations.same_basic_committee(wanted.from, wanted.to, wanted.opened_on)) {
        return refusal(
            subject,
            say({"“{}”在同一基层党委之内，不开证明信", "'{}' is inside the same basic committee: no certificate"},
                work.organisations.label(wanted.to)),
            say({"换支部的：jiezhuan transfer open {} --kind within --to 支部",
                 "to another branch: jiezhuan transfer open {} --kind within --to BRANCH"},
                wanted.member.text()));
    }
    return std::nullopt;
}

} // namespace

std::optional<Outcome> cannot_be_away(const Work& work, const Transfer& wanted, const Member& member) {
    const std::string subject = subject_of(member);
    if (wanted.voucher == Voucher::none) {
        return refusal(
            subject, Text{"没有写带什么凭证外出", "it is not said with which paper the member goes"},
            Text{"六个月以内、地点固定的用 --voucher membership_certificate；地点和时间不确定的用 --voucher "
                 "activity_card",
                 "for six months at most at a fixed place: --voucher membership_certificate; where place and "
                 "time are not certain: --voucher activity_card"});
    }
    const Date until = wanted.away_until;
    if (!until.empty() &&
        (until.latest() <= wanted.opened_on || days_between(wanted.opened_on, until.latest()) > kMostValidDays)) {
        return refusal(
            subject,
            say({"外出到 {0}，不在 {1} 之后 {2} 天以内", "away until {0}: not after {1}, or more than {2} days later"},
                until.text(), wanted.opened_on.text(), kMostValidDays),
            Text{"核对 --until；长期外出的转出：--kind out", "check --until; for long: --kind out"});
    }
    return wanted.voucher == Voucher::membership_certificate ? lacks_of_certificate(work, wanted, subject)
                                                             : std::nullopt;
}

void note_away(const Work& work, const Transfer& stay, Member& member) {
    if (member.away_since.empty()) {
        member.away_since = work.on;
    }
    forget_earlier_report(member);
    if (member.away_place.empty()) {
        member.away_place = stay.destination.empty() ? work.organisations.label(stay.to) : stay.destination;
    }
    if (member.away_reason == TransferReason::none) {
        member.away_reason = stay.reason;
    }
}

void forget_earlier_report(Member& member) {
    if (!member.report_in_on.empty() && member.report_in_on.latest() < member.away_since.earliest()) {
        member.report_in_on = Date();
        member.report_in_to.clear();
    }
}

void note_back(Member& member) {
    member.away_since = Date();
    member.away_place.clear();
    member.away_reason = TransferReason::none;
    member.away_direction = FlowDirection::none;
    member.away_contact.clear();
    member.report_in_on = Date();
    member.report_in_to.clear();
}

} // namespace jiezhuan
