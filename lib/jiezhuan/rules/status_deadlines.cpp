// Statuses with their periods. Each is a review: what follows is decided by the branch and its superiors, never by the program.
#include "jiezhuan/rules/deadline_rule.hpp"
#include "jiezhuan/rules/shared_texts.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

using namespace rule_text;

bool has_status(const DeadlineFacts& facts, MemberStatus status) {
    return facts.member && on_roster(facts.member->standing) && facts.member->status == status;
}
// So many months after a date, taken at its latest, are over.
bool over(Date since, std::int64_t period, Date as_of) {
    return !since.empty() && as_of >= since.latest().plus_months(months(period));
}
Limit review_after(Date since, std::int64_t period) {
    return {Urgency::review, since, since.latest().plus_months(months(period))};
}

Queries with_status(const Profile&, Date) { return {Query().one_of("standing", roster_ids()).present("status")}; }
Queries suspended(const Profile&, Date) { return {Query().equal("standing", "suspended").present("loss_cause")}; }
Queries at_school(const Profile&, Date) {
    return {Query().one_of("standing", roster_ids()).present("at_school_since")};
}

Explanation suspended_for_long(const DeadlineFacts& facts) {
    if (!facts.member || facts.member->standing != Standing::suspended || facts.member->loss_cause == LossCause::none ||
        !over(facts.member->standing_since, facts.profile.suspension_review_months, facts.as_of)) {
        return std::nullopt;
    }
    return say({"因失联自 {} 停止党籍，至 {} 满 {} 个月，仍未取得联系",
                "suspended since {} because contact was lost; by {}, {} months later, no contact"},
               facts.member->standing_since.text(), facts.as_of.text(),
               whole_months_between(facts.member->standing_since, facts.as_of));
}
Limit suspension_limit(const DeadlineFacts& facts) {
    return review_after(facts.member->standing_since, facts.profile.suspension_review_months);
}

Explanation observed_too_long(const DeadlineFacts& facts) {
    if (!has_status(facts, MemberStatus::probation_discipline) || facts.member->status_since.empty() ||
        facts.as_of <= facts.member->status_since.latest().plus_months(months(facts.profile.discipline_months_max))) {
        return std::nullopt;
    }
    return say({"自 {} 留党察看，至 {} 已超过 {} 个月",
                "on probation within the Party since {}; by {}, that is more than {} months"},
               facts.member->status_since.text(), facts.as_of.text(), facts.profile.discipline_months_max);
}
Limit observation_limit(const DeadlineFacts& facts) {
    const Date since = facts.member->status_since;
    return {Urgency::overdue, since, since.latest().plus_months(months(facts.profile.discipline_months_max))};
}
Message end_discipline(const DeadlineFacts& facts) {
    return say({"jiezhuan member mark {} --as discipline_ended --basis 决定 --decided-by 党组织",
                "jiezhuan member mark {} --as discipline_ended --basis DOC --decided-by ORG"},
               member_of(facts));
}

Explanation kept_at_school(const DeadlineFacts& facts) {
    if (!facts.member || !on_roster(facts.member->standing) ||
        !over(facts.member->at_school_since, facts.profile.graduate_keep_months, facts.as_of)) {
        return std::nullopt;
    }
    return say({"毕业后组织关系自 {} 保留在校，至 {} 满 {} 个月",
                "the relation stays at the school since {}; by {} that is {} months"},
               facts.member->at_school_since.text(), facts.as_of.text(),
               whole_months_between(facts.member->at_school_since, facts.as_of));
}
Limit school_limit(const DeadlineFacts& facts) {
    Limit limit = review_after(facts.member->at_school_since, facts.profile.graduate_keep_months);
    limit.urgency = Urgency::overdue;
    return limit;
}
Message open_out(const DeadlineFacts& facts) {
    return facts.transfer ? Message()
                          : say({"jiezhuan transfer open {} --kind out --to 党组织 --reason graduated",
                                 "jiezhuan transfer open {} --kind out --to ORGANISATION --reason graduated"},
                                member_of(facts));
}

bool studies_abroad(const DeadlineFacts& facts) {
    return has_status(facts, MemberStatus::abroad) && facts.member->abroad_purpose == AbroadPurpose::study;
}

Explanation abroad_for_long(const DeadlineFacts& facts) {
    if (!studies_abroad(facts) || !over(facts.member->status_since, facts.profile.study_abroad_months, facts.as_of)) {
        return std::nullopt;
    }
    return say({"自 {} 出国（境）学习研究，至 {} 满 {} 个月未返回",
                "abroad for study since {}; by {} that is {} months, and no return is recorded"},
               facts.member->status_since.text(), facts.as_of.text(),
               whole_months_between(facts.member->status_since, facts.as_of));
}
Limit abroad_limit(const DeadlineFacts& facts) {
    return review_after(facts.member->status_since, facts.profile.study_abroad_months);
}

Date contacted(const Member& member) { return std::max(member.last_contact, member.status_since); }

Explanation not_contacted(const DeadlineFacts& facts) {
    if (!studies_abroad(facts) || !over(contacted(*facts.member), facts.profile.abroad_contact_months, facts.as_of)) {
        return std::nullopt;
    }
    return say({"最近一次联系在 {}，至 {} 满 {} 个月", "the last contact was {}; by {} that is {} months ago"},
               contacted(*facts.member).text(), facts.as_of.text(),
               whole_months_between(contacted(*facts.member), facts.as_of));
}
Limit contact_limit(const DeadlineFacts& facts) {
    Limit limit = review_after(contacted(*facts.member), facts.profile.abroad_contact_months);
    limit.urgency = Urgency::overdue;
    return limit;
}
Message note_contact(const DeadlineFacts& facts) {
    return say({"jiezhuan member change {} --last-contact 日期", "jiezhuan member change {} --last-contact DATE"},
               member_of(facts));
}

constexpr DeadlineRule kRules[] = {
    // Information: the regulation says what may follow; it follows from no date.
    {{"ST-05",
      Severity::info,
      {"因失联停止党籍满两年", "two years suspended because contact was lost"},
      kArticle24,
      Basis::regulation,
      false,
      {"请支部研究；是否除名由支部大会讨论决定、报上级党组织批准，本工具不作任何认定",
       "for the branch to discuss: whether to strike off is decided by its meeting and approved above; this program "
       "concludes nothing"}},
     suspended_for_long,
     suspended,
     suspension_limit,
     {"请支部研究", "for the branch to discuss"},
     show_member},
    {kSt07,
     observed_too_long,
     with_status,
     observation_limit,
     {"研究恢复权利", "decide on the rights"},
     end_discipline},
    {{"ST-08",
      Severity::warning,
      {"毕业生关系留校满两年", "a graduate's relation two years at the school"},
      kArticle34,
      Basis::regulation,
      false,
      {"联系本人，转往工作单位、居住地或人才服务机构党组织",
       "contact the graduate and transfer to the employer, the residence or the talent agency"}},
     kept_at_school,
     at_school,
     school_limit,
     {"办理转接", "open a transfer"},
     open_out},
    {{"ST-09",
      Severity::warning,
      {"出国（境）学习满五年未返回", "five years abroad for study without return"},
      kArticle24,
      Basis::regulation,
      false,
      {"核实去向，由支部研究是否停止党籍，本工具不作任何认定",
       "find out where the member is; the branch discusses whether to suspend: this program concludes nothing"}},
     abroad_for_long,
     with_status,
     abroad_limit,
     {"请支部研究", "for the branch to discuss"},
     show_member},
    {{"ST-10",
      Severity::warning,
      {"出国（境）学习的党员半年没有联系", "half a year without contact with a member studying abroad"},
      kArticle34,
      Basis::regulation,
      false,
      {"每半年至少联系一次，并登记联系日期（member change --last-contact）",
       "contact the member at least every half year and record the day (member change --last-contact)"}},
     not_contacted,
     with_status,
     contact_limit,
     {"取得联系", "get in touch"},
     note_contact},
};

// ---- periods without a rule in the catalogue

Explanation out_of_contact(const DeadlineFacts& facts) {
    if (!has_status(facts, MemberStatus::lost_contact) ||
        !over(facts.member->last_contact, facts.profile.loss_of_contact_months, facts.as_of)) {
        return std::nullopt;
    }
    return say(
        {"失联，最近联系在 {}，至 {} 满 {} 个月", "out of contact; the last one was {}, by {} that is {} months ago"},
        facts.member->last_contact.text(), facts.as_of.text(), facts.profile.loss_of_contact_months);
}
Limit out_of_contact_limit(const DeadlineFacts& facts) {
    return review_after(facts.member->last_contact, facts.profile.loss_of_contact_months);
}

// The day on which a period ends: as decided, a rectification at the latest after a year.
Date period_end(const DeadlineFacts& facts) {
    const Member& member = *facts.member;
    if (!member.status_until.empty() || member.status != MemberStatus::rectification || member.status_since.empty()) {
        return member.status_until;
    }
    return member.status_since.latest().plus_months(months(facts.profile.rectification_months_max));
}

Explanation period_over(const DeadlineFacts& facts) {
    const bool has_period =
        has_status(facts, MemberStatus::probation_discipline) || has_status(facts, MemberStatus::rectification);
    if (!has_period || period_end(facts).empty() || facts.as_of <= period_end(facts).latest()) {
        return std::nullopt;
    }
    return say({"“{}”自 {}，{} 期满", "'{}' since {}, until {}"}, code_title(facts.member->status),
               facts.member->status_since.text(), period_end(facts).text());
}
Limit period_limit(const DeadlineFacts& facts) {
    return {Urgency::overdue, facts.member->status_since, period_end(facts)};
}
Message end_period(const DeadlineFacts& facts) {
    return facts.member->status == MemberStatus::rectification
               ? say({"jiezhuan member mark {} --as rectified --basis 支部决议",
                      "jiezhuan member mark {} --as rectified --basis DOC"},
                     member_of(facts))
               : end_discipline(facts);
}

Queries on_probation(const Profile&, Date) {
    return {Query().one_of("standing", roster_ids()).equal("stage", "probationary").present("conversion_meeting")};
}
Explanation approval_awaited(const DeadlineFacts& facts) {
    if (!facts.member || !on_roster(facts.member->standing) || facts.member->stage != Stage::probationary ||
        facts.member->conversion_meeting.empty()) {
        return std::nullopt;
    }
    return say(
        {"支部大会 {} 讨论通过转正，党委尚未审批", "the branch meeting of {} agreed; the committee has not approved"},
        facts.member->conversion_meeting.text());
}
Limit approval_limit(const DeadlineFacts& facts) {
    Limit limit = review_after(facts.member->conversion_meeting, facts.profile.conversion_approval_months);
    limit.urgency = facts.as_of > limit.due ? Urgency::overdue : Urgency::review;
    return limit;
}
Message approve_conversion(const DeadlineFacts& facts) {
    return say({"jiezhuan member convert {} --approved-on 日期 --committee 党委",
                "jiezhuan member convert {} --approved-on DATE --committee COMMITTEE"},
               member_of(facts));
}

constexpr DeadlineRule kLimits[] = {
    {{"conversion_approval_months",
      Severity::warning,
      {"转正待党委审批", "a conversion awaits its approval"},
      "《中国共产党发展党员工作细则》（2014）第三十四条",
      Basis::regulation,
      false,
      {"党委自支部大会讨论通过起三个月内审批", "the committee approves within three months of the meeting"}},
     approval_awaited,
     on_probation,
     approval_limit,
     {"报党委审批", "have it approved"},
     approve_conversion},
    {{"loss_of_contact_months",
      Severity::info,
      {"失联满六个月", "six months out of contact"},
      kArticle24,
      Basis::regulation,
      false,
      {"继续查找；是否停止党籍由支部或上级党组织决定，本工具不作任何认定",
       "go on looking; whether to suspend is for the branch or its superior to decide: this program concludes "
       "nothing"}},
     out_of_contact,
     with_status,
     out_of_contact_limit,
     {"继续查找，请支部研究", "go on looking; for the branch to discuss"},
     show_member},
    {{"status_until",
      Severity::warning,
      {"留党察看或限期改正期满", "the period of a status is over"},
      "《中国共产党纪律处分条例》关于留党察看的规定；《中国共产党党员教育管理工作条例》第三十条",
      Basis::regulation,
      false,
      {"由支部大会讨论，按决定登记", "for the branch meeting to discuss; record its decision"}},
     period_over,
     with_status,
     period_limit,
     {"讨论并登记结果", "discuss, and record the decision"},
     end_period},
};

} // namespace

std::span<const DeadlineRule> status_deadlines() { return kRules; }
std::span<const DeadlineRule> member_limits() { return kLimits; }

} // namespace jiezhuan
