#include "jiezhuan/service/migrants/temporary_stay.hpp"

#include "jiezhuan/letters/letter_form.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"

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

Message extend_command(const Transfer& stay) {
    return say({"jiezhuan transfer correct {} --until 日期 --reason 延期",
                "jiezhuan transfer correct {} --until DATE --reason extended"},
               stay.id.text());
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

std::optional<Outcome> cannot_stay_until(const Work& work, const Transfer& before, const Transfer& after,
                                         const Member& member) {
    const std::string subject = subject_of(before, member);
    const Message look = say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, before.id.text());
    if (before.kind != TransferKind::temporary) {
        return refusal(subject,
                       say({"是“{}”，没有外出期限", "is of kind '{}': there is no time away"}, code_title(before.kind)),
                       look);
    }
    if (!is_open(before.state)) {
        return refusal(subject, say({"这次外出已结束（{}）", "this time away is over ({})"}, code_title(before.state)),
                       say({"又外出的重新登记：jiezhuan transfer open {} --kind temporary",
                            "away again: jiezhuan transfer open {} --kind temporary"},
                           before.member.text()));
    }
    if (after.away_until.latest() < before.sent_on) {
        return refusal(subject,
                       say({"{} 起外出，期限不会是 {}", "away since {}: it cannot be until {}"}, before.sent_on.text(),
                           after.away_until.text()),
                       Text{"核对 --until", "check --until"});
    }
    return cannot_be_away(work, after, member);
}

void say_of_certificate(const Transfer& stay, const std::optional<Letter>& letter, const std::string& subject,
                        Findings& findings) {
    if (!letter || !is_live(*letter) || letter->valid_until == stay.away_until.latest()) {
        return;
    }
    findings.push_back({std::string(kStateRule),
                        Severity::warning,
                        subject,
                        {},
                        say({"证明信 {} 有效期至 {}，与外出期限 {} 不一致",
                             "certificate {} is valid until {}, and the member away until {}"},
                            letter->no, letter->valid_until.text(), stay.away_until.text()),
                        say({"证明信不得涂改，换一份：jiezhuan letter reissue {} --reason 外出期限变更",
                             "it is not altered, but replaced: jiezhuan letter reissue {} --reason 'other dates'"},
                            letter->no)});
}

std::optional<Outcome> outlasts_stay(const Letter& certificate, const Transfer& stay, const std::string& subject) {
    const Date last = stay.away_until.latest();
    if (certificate.issued_on >= last) { // nothing would be left of its validity
        return refusal(subject,
                       say({"外出期限 {} 已过，不再开具证明信", "the time away was until {}: no certificate after it"},
                           stay.away_until.text()),
                       say({"延期的先登记：{}", "where it is extended, first: {}"}, extend_command(stay)));
    }
    if (certificate.valid_until > last) {
        return refusal(subject,
                       say({"有效期至 {}，超过外出期限 {}", "valid until {}: longer than the member is away, until {}"},
                           certificate.valid_until.text(), stay.away_until.text()),
                       say({"不写 --valid-days，按外出期限开；延期的先登记：{}",
                            "leave --valid-days out: it is valid as long as that; where it is extended, first: {}"},
                           extend_command(stay)));
    }
    return std::nullopt;
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
