#include "jiezhuan/service/members/conversion.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/probation.hpp"
#include "jiezhuan/service/members/member_findings.hpp"
#include "jiezhuan/service/members/member_transfers.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// The Constitutions of April 1969 to August 1977 had no probation: who was admitted then was a full member at once.
constexpr Date kWithoutProbation = Date(1969, 4, 1);

int months(std::int64_t value) { return static_cast<int>(value); }

// To the precision of the admission.
Date in_months(Date date, int count) {
    const Date later = date.earliest().plus_months(count);
    return date.is_day() ? later : date.is_month() ? later.month_of() : Date(later.year());
}

// The day from which the member is a full one; absent where the record does not say.
Date conversion_of(const Member& member, const Profile& profile) {
    if (!member.probation_extended_to.empty()) {
        return member.probation_extended_to;
    }
    if (regular_probation_end(member, profile)) {
        return in_months(member.admission, months(profile.probation_months));
    }
    const bool at_once = !member.admission.empty() && member.admission.earliest() >= kWithoutProbation &&
                         member.admission.latest() < kProbationSince;
    return at_once ? member.admission : Date();
}

std::optional<Outcome> not_on_probation(const Member& member) {
    const std::string subject = subject_of(member);
    const Message look = say({"查看经过：jiezhuan member history {}", "see what happened: jiezhuan member history {}"},
                             member.id.text());
    if (member.standing == Standing::hosted) {
        return refusal(subject,
                       say({"组织关系在“{}”，由该党组织讨论", "the relation is with '{}', which decides"},
                           printable(member.relation_org)),
                       Text{"把教育考察情况告知该党组织", "tell that organisation what was observed"});
    }
    if (!on_roster(member.standing)) {
        return refusal(subject, say({"归属状态是“{}”", "stands as '{}'"}, code_title(member.standing)), look);
    }
    return member.stage == Stage::probationary
               ? std::nullopt
               : std::optional(refusal(subject, Text{"不是预备党员", "is no probationary member"}, look));
}

std::optional<Outcome> wrong_dates(const Work& work, const Member& after, const ConversionInput& input) {
    const std::string subject = subject_of(after);
    if (after.conversion_meeting.empty()) {
        return refusal(subject, Text{"没有写支部大会讨论的日期", "the day of the branch meeting is missing"},
                       Text{"用 --meeting 写明", "say it with --meeting"});
    }
    if (input.approved_on.empty() != input.committee.empty()) {
        return refusal(subject, Text{"审批日期和审批党委要一起写", "the approval's day and committee go together"},
                       Text{"--approved-on 日期 --committee 党委；还没有审批的两项都不写",
                            "--approved-on DATE --committee COMMITTEE; neither where it is not approved yet"});
    }
    if (after.conversion_meeting.earliest() > work.today() || input.approved_on.earliest() > work.today()) {
        return refusal(subject, Text{"日期晚于今天", "a date is later than today"},
                       Text{"办过以后再登记", "record it when it has happened"});
    }
    if (!input.approved_on.empty() && input.approved_on.latest() < after.conversion_meeting.earliest()) {
        return refusal(subject,
                       say({"审批日期 {} 早于支部大会 {}", "the approval of {} is before the meeting of {}"},
                           input.approved_on.text(), after.conversion_meeting.text()),
                       Text{"核对两个日期", "check both dates"});
    }
    if (!input.approved_on.empty() && after.conversion.empty()) {
        return refusal(subject, Text{"档案里没有能算出预备期满日的入党日期", "when the probation ends is not known"},
                       Text{"查档案，用 --conversion 写明转正日期", "look it up in the file: --conversion DATE"});
    }
    return std::nullopt;
}

// Only a committee with that authority approves (细则第二十三条). Words that no organisation is called by may name a former one.
std::optional<Outcome> no_approving_committee(const Work& work, const Member& member, const ConversionInput& input) {
    const std::vector<OrgId> called = work.organisations.meant(input.committee);
    const auto named = called.size() == 1 ? std::optional(called.front()) : std::nullopt;
    const auto committee = named ? work.organisations.as_on(*named, input.approved_on) : std::nullopt;
    if (!committee || committee->can_approve_probationary != Authority::no) {
        return std::nullopt;
    }
    const Organisation* above = work.organisations.basic_committee_of(*named, input.approved_on);
    return refusal(
        subject_of(member),
        say({"“{}”没有审批预备党员权限，不能审批转正（《中国共产党发展党员工作细则》第二十三条）",
             "'{}' has no authority to approve probationary members (《中国共产党发展党员工作细则》第二十三条)"},
            work.organisations.label(*named)),
        above == nullptr ? say({"写审批的党委；它有权限的：jiezhuan org change {} --can-approve-probationary yes",
                                "name the committee that approved; where it may: jiezhuan org change {} "
                                "--can-approve-probationary yes"},
                               named->text())
                         : say({"它上面有权限的是“{}”：--committee {}", "above it '{}' may: --committee {}"},
                               work.organisations.label(above->id), above->id.text()));
}

Finding note(Severity severity, const Member& member, Message message, Message fix) {
    return {std::string(kStateRule), severity, subject_of(member), {}, std::move(message), std::move(fix)};
}

Findings notes_of(const Work& work, const Member& after, const std::optional<Transfer>& open) {
    Findings notes;
    const Date last = after.conversion_meeting.latest().plus_months(months(work.profile.conversion_approval_months));
    if (!after.conversion_approved_on.empty() && after.conversion_approved_on.earliest() > last) {
        notes.push_back(note(
            Severity::warning, after,
            say({"支部大会 {}，党委 {} 审批，超过 {} 个月", "the meeting was {}, the approval {}: more than {} months"},
                after.conversion_meeting.text(), after.conversion_approved_on.text(),
                work.profile.conversion_approval_months),
            Text{"说明原因，随档案保存", "say why, and keep it with the file"}));
    }
    const Organisation* own = work.organisations.basic_committee_of(after.branch, after.conversion_approved_on);
    const auto by = after.conversion_approved_by.empty()
                        ? std::nullopt
                        : addressee_named(work.organisations, after.conversion_approved_by);
    if (own != nullptr && by && *by != own->id && after.conversion_approved_on >= after.standing_since) {
        notes.push_back(
            note(Severity::warning, after,
                 say({"审批的是“{}”，当时所在支部的上级党委是“{}”", "'{}' approved, while the branch was under '{}'"},
                     work.organisations.label(*by), work.organisations.label(own->id)),
                 Text{"核对审批文件", "check the document"}));
    }
    const auto end = probation_end(after, work.profile);
    if (open && !open->sent_on.empty() && end && end->latest >= open->sent_on) {
        notes.push_back(
            note(Severity::warning, after,
                 say({"{} 转出时预备期未满，一般由接收党组织讨论转正",
                      "the probation had not ended on {} when the relation was sent: the receiver discusses"},
                     open->sent_on.text()),
                 Text{"与接收党组织书面交接", "agree with the receiver in writing"}));
    }
    return notes;
}

Result<Outcome> write(Work& work, Event event, const Member& before, const Member& after, Findings findings) {
    Judgement judgement = judge(std::move(findings), work.accept, event);
    if (!judgement.refused) {
        event.set.push_back({RecordKind::member, before.id.value, difference(before, after)});
        JZ_CHECK(work.ledger.append(std::move(event)));
    }
    return Outcome{judgement.refused, false, std::move(judgement.findings), 0};
}

bool done_before(const Member& member, const ConversionInput& input) {
    const bool approved = !input.approved_on.empty();
    return !member.conversion_meeting.empty() &&
           (input.meeting.empty() || input.meeting == member.conversion_meeting) &&
           (approved ? member.stage == Stage::full && input.approved_on == member.conversion_approved_on &&
                           input.committee == member.conversion_approved_by &&
                           (input.conversion.empty() || input.conversion == member.conversion)
                     : !input.meeting.empty() && input.committee.empty());
}

} // namespace

Result<Outcome> convert_member(Work& work, MemberId id, const ConversionInput& written) {
    ConversionInput input = written;
    input.committee = to_nfc(trimmed(input.committee));
    JZ_TRY(member, member_called(work.ledger, id.text()));
    if (done_before(member, input)) {
        return Outcome::done_already();
    }
    if (auto why = not_on_probation(member)) {
        return std::move(*why);
    }
    Member after = member;
    if (!input.meeting.empty()) {
        after.conversion_meeting = input.meeting;
    }
    const bool approved = !input.approved_on.empty();
    if (approved) {
        after.stage = Stage::full;
        after.conversion = input.conversion.empty() ? conversion_of(member, work.profile) : input.conversion;
        after.conversion_approved_on = input.approved_on;
        after.conversion_approved_by = input.committee;
    }
    if (auto why = wrong_dates(work, after, input)) {
        return std::move(*why);
    }
    if (auto why = approved ? no_approving_committee(work, member, input) : std::nullopt) {
        return std::move(*why);
    }
    JZ_TRY(open, open_transfer_of(work.ledger, member.id));
    JZ_TRY(findings, new_record_findings(work, member, after));
    const Findings notes = notes_of(work, after, open);
    findings.insert(findings.end(), notes.begin(), notes.end());
    Event event = work.event(approved ? "member_converted" : "member_changed");
    event.about.emplace("basis",
                        json::Value(approved ? fmt::format("支部大会 {}；{} {} 审批", after.conversion_meeting.text(),
                                                           input.committee, input.approved_on.text())
                                             : fmt::format("支部大会 {} 讨论转正", after.conversion_meeting.text())));
    return write(work, std::move(event), member, after, std::move(findings));
}

Result<Outcome> extend_probation(Work& work, MemberId id, const ExtensionInput& input) {
    const std::string basis = to_nfc(trimmed(input.basis));
    JZ_TRY(member, member_called(work.ledger, id.text()));
    if (auto why = not_on_probation(member)) {
        return std::move(*why);
    }
    if (!member.probation_extended_to.empty()) {
        JZ_TRY(events, work.ledger.history(RecordKind::member, member.id.value));
        const auto last = std::find_if(events.rbegin(), events.rend(),
                                       [](const LoggedEvent& one) { return one.event.type == "probation_extended"; });
        if (member.probation_extended_to == input.to && last != events.rend() &&
            json::text_of(last->event.about, "basis") == basis) {
            return Outcome::done_already();
        }
        return refusal(
            subject_of(member),
            say({"预备期已延长至 {}，只能延长一次", "the probation was extended to {}: only once"},
                member.probation_extended_to.text()),
            say({"期满讨论转正；原来登记错的：jiezhuan member correct {} --probation-extended-to 日期 --reason 原因",
                 "discuss the conversion then; recorded wrongly: jiezhuan member correct {} "
                 "--probation-extended-to DATE --reason WHY"},
                member.id.text()));
    }
    if (basis.empty()) {
        return refusal(subject_of(member), Text{"没有写依据", "the basis is missing"},
                       Text{"用 --basis 写明支部决议和党委批复", "name the resolution and its approval with --basis"});
    }
    if (!regular_probation_end(member, work.profile)) {
        return refusal(subject_of(member),
                       Text{"没有登记入党日期，算不出预备期满日", "when the probation ends is not known"},
                       say({"补填：jiezhuan member correct {} --admission 日期 --reason 补填",
                            "fill it in: jiezhuan member correct {} --admission DATE --reason WHY"},
                           member.id.text()));
    }
    Member after = member;
    after.probation_extended_to = input.to;
    after.conversion_meeting = Date();
    JZ_TRY(findings, new_record_findings(work, member, after));
    for (Finding& finding : findings) { // what is decided now goes by the rule
        finding.severity = finding.rule == "PB-04" ? Severity::error : finding.severity;
    }
    Event event = work.event("probation_extended");
    event.about.emplace("basis", json::Value(basis));
    return write(work, std::move(event), member, after, std::move(findings));
}

bool receiver_converts(const Profile& profile, const Member& member, const std::optional<Transfer>& open) {
    const auto end = probation_end(member, profile);
    const bool under_way = open && open->kind == TransferKind::out && !open->sent_on.empty();
    return member.stage == Stage::probationary && under_way && end && end->latest >= open->sent_on;
}

Message who_converts(const OrgDirectory& organisations, const Profile& profile, const Member& member,
                     const std::optional<Transfer>& open) {
    if (member.stage != Stage::probationary) {
        return {};
    }
    if (member.standing == Standing::hosted) {
        return say({"{}（正式组织关系所在党组织）", "{} (which has the formal relation)"}, member.relation_org);
    }
    if (receiver_converts(profile, member, open)) {
        return say({"{}（接收党组织：转出时预备期未满）", "{} (the receiver: the probation had not ended when sent)"},
                   organisations.label(open->addressee));
    }
    if (!on_roster(member.standing)) {
        return {};
    }
    const std::string branch = organisations.label(member.branch);
    return {branch, branch};
}

} // namespace jiezhuan
