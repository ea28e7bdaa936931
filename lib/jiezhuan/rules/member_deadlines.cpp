// What the record says that is late of a member, or about to be, or waits to be looked into. Dates known only to a month count as late only when even their
// last day is.
#include "jiezhuan/rules/absence.hpp"
#include "jiezhuan/rules/deadline_rule.hpp"
#include "jiezhuan/rules/dues.hpp"
#include "jiezhuan/rules/probation.hpp"
#include "jiezhuan/rules/shared_texts.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

using namespace rule_text;

Query of_roster() { return Query().one_of("standing", roster_ids()); }

Queries on_probation(const Profile&, Date) { return {of_roster().equal("stage", "probationary")}; }

// When the probation of somebody on the roster ends who was not discussed yet: after the meeting it is for the committee.
std::optional<DateRange> end_of_probation(const DeadlineFacts& facts) {
    return facts.member && facts.member->stage == Stage::probationary && on_roster(facts.member->standing) &&
                   facts.member->conversion_meeting.empty()
               ? probation_end(*facts.member, facts.profile)
               : std::nullopt;
}

Explanation probation_over(const DeadlineFacts& facts) {
    const auto end = end_of_probation(facts);
    if (!end || facts.as_of <= end->latest) {
        return std::nullopt;
    }
    return say({"预备期 {} 已满，至 {} 尚未转正", "the probation ended {}; as of {} the member is not converted"},
               range_text(*end), facts.as_of.text());
}

Explanation probation_ending(const DeadlineFacts& facts) {
    const auto end = end_of_probation(facts);
    if (!end || facts.as_of > end->latest ||
        days_between(facts.as_of, end->earliest) > facts.profile.probation_warning_days) {
        return std::nullopt;
    }
    return say({"预备期 {} 届满", "the probation ends {}"}, range_text(*end));
}

Limit probation_limit(const DeadlineFacts& facts) {
    const auto end = probation_end(*facts.member, facts.profile);
    ensure(end.has_value(), "a probation that ends nowhere");
    return {end->latest < facts.as_of ? Urgency::overdue : Urgency::soon, facts.member->admission, end->latest};
}
Message probation_command(const DeadlineFacts& facts) {
    return say({"jiezhuan member convert {} --meeting 日期 --approved-on 日期 --committee 党委",
                "jiezhuan member convert {} --meeting DATE --approved-on DATE --committee COMMITTEE"},
               member_of(facts));
}

// Four days more: months are of different lengths.
Queries away(const Profile& profile, Date as_of) {
    const std::string last = as_of.plus_months(-months(profile.transfer_duty_months)).plus_days(4).text();
    return {Query().equal("standing", "home").present("away_place").less("away_since", last)};
}

Explanation due_for_transfer(const DeadlineFacts& facts) {
    const bool formal = facts.transfer && facts.transfer->kind != TransferKind::temporary;
    if (!facts.member || facts.member->standing != Standing::home || formal) {
        return std::nullopt;
    }
    const Member& member = *facts.member;
    const Date since = member.away_since;
    if (since.empty() || !at_fixed_place(member) ||
        facts.as_of < since.latest().plus_months(months(facts.profile.transfer_duty_months))) {
        return std::nullopt;
    }
    return say({"{} 起在“{}”，至 {} 满 {} 个月，未办转接",
                "since {} at '{}'; by {} that is {} months, and no transfer is open"},
               since.text(), member.away_place, facts.as_of.text(), whole_months_between(since, facts.as_of));
}
Limit duty_limit(const DeadlineFacts& facts) {
    const Date since = facts.member->away_since;
    return {Urgency::overdue, since, since.latest().plus_months(months(facts.profile.transfer_duty_months))};
}

Queries settled_migrants(const Profile&, Date) {
    return {Query()
                .one_of("standing", {"home", "hosted"})
                .equal("category", "migrant")
                .equal("stable_job", "yes")
                .equal("fixed_residence", "yes")};
}

Explanation settled_migrant(const DeadlineFacts& facts) {
    if (!facts.member || facts.member->category != Category::migrant || facts.member->stable_job != Flag::yes ||
        facts.member->fixed_residence != Flag::yes || (facts.transfer && facts.transfer->kind != TransferKind::enrol)) {
        return std::nullopt;
    }
    return say({"流动党员已有稳定职业和固定住所（自 {}），未办转接",
                "a migrant with a stable job and a fixed residence (since {}), and no transfer is open"},
               facts.member->settled_since.empty() ? "?" : facts.member->settled_since.text());
}
// A date is said where one is known; the rule of the founding document names no period.
Limit settled_limit(const DeadlineFacts& facts) { return {Urgency::review, facts.member->settled_since, {}}; }
Message settled_command(const DeadlineFacts& facts) {
    if (facts.transfer && facts.transfer->kind == TransferKind::temporary &&
        facts.transfer->state == TransferState::active) {
        return say({"jiezhuan transfer convert {} --to 党组织", "jiezhuan transfer convert {} --to ORGANISATION"},
                   facts.transfer->id.text());
    }
    if (facts.transfer && facts.transfer->kind == TransferKind::enrol) {
        const std::string command = (facts.transfer->state == TransferState::active ? "jiezhuan transfer convert "
                                                                                    : "jiezhuan transfer show ") +
                                    facts.transfer->id.text();
        return {command, command};
    }
    return facts.member->standing == Standing::hosted ? say({"jiezhuan transfer open {} --kind in --from 原党组织",
                                                             "jiezhuan transfer open {} --kind in --from ORGANISATION"},
                                                            member_of(facts))
                                                      : say({"jiezhuan transfer open {} --kind out --to 党组织",
                                                             "jiezhuan transfer open {} --kind out --to ORGANISATION"},
                                                            member_of(facts));
}

// Whoever may be late was last seen before this month, by dues or by organisational life.
Queries out_of_sight(const Profile& profile, Date as_of) {
    const int shortest = months(std::min(profile.lapse_review_months, profile.loss_of_contact_months));
    const std::string recently = as_of.month_of().plus_months(1 - shortest).text();
    return {of_roster().less("dues_paid_through", recently),
            of_roster().absent("dues_paid_through").less("last_activity", recently)};
}

Explanation dues_in_arrears(const DeadlineFacts& facts) {
    return facts.member && on_roster(facts.member->standing)
               ? dues_to_review(facts.member->dues_paid_through, facts.as_of, facts.profile)
               : std::nullopt;
}
Limit dues_limit(const DeadlineFacts& facts) {
    return {Urgency::review, unpaid_since(facts.member->dues_paid_through), {}};
}

// The period starts at the later of the last organisational life and the last dues; nothing is known where neither was recorded.
Explanation out_of_touch(const DeadlineFacts& facts) {
    if (!facts.member || !on_roster(facts.member->standing) || facts.member->status != MemberStatus::none) {
        return std::nullopt;
    }
    const Date since = silent_since(*facts.member);
    if (since.empty() || facts.as_of < since.plus_months(months(facts.profile.loss_of_contact_months))) {
        return std::nullopt;
    }
    const Date last = std::max(facts.member->last_activity.latest(), facts.member->dues_paid_through.latest());
    return say({"最近的组织生活或党费在 {}，至 {} 已满 {} 个月，需排查",
                "the last organisational life or dues are of {}; as of {}, {} whole months ago: to be reviewed"},
               last.text(), facts.as_of.text(), whole_months_between(since, facts.as_of));
}
Limit silence_of_member(const DeadlineFacts& facts) { return {Urgency::review, silent_since(*facts.member), {}}; }

constexpr DeadlineRule kRules[] = {
    {kPb01, probation_over, on_probation, probation_limit, {"讨论转正", "discuss conversion"}, probation_command},
    {kPb02, probation_ending, on_probation, probation_limit, {"讨论转正", "discuss conversion"}, probation_command},
    {{"FL-01",
      Severity::warning,
      {"外出满六个月且地点固定，未办转接", "six months away at a fixed place, and no transfer"},
      "《中国共产党党员教育管理工作条例》第二十五条；《关于进一步加强和改进流动党员管理工作的意见》（20"
      "24）",
      Basis::regulation,
      false,
      {"应转尽转：办理正式组织关系转接（transfer open）。带活动证的视为地点不固定，不问这一条；地点其实固定的："
       "jiezhuan member change {member} --fixed-residence yes",
       "transfer whoever can be: open one (transfer open). Whoever has an activity card counts as at no fixed place "
       "and "
       "is not asked about; where it is one: jiezhuan member change {member} --fixed-residence yes"}},
     due_for_transfer,
     away,
     duty_limit,
     {"办理转接", "open a transfer"},
     settled_command},
    {kFl05, settled_migrant, settled_migrants, settled_limit, {"办理转接", "open a transfer"}, settled_command},
    {kDu02, dues_in_arrears, out_of_sight, dues_limit, {"查明原因", "find out why"}, show_member},
    // Never a conclusion: it asks the branch to look for the member, and says nothing of the membership.
    {{"ST-04",
      Severity::warning,
      {"满六个月没有组织生活和党费记录", "six months without organisational life or dues"},
      "《中国共产党党员教育管理工作条例》第二十四条、第三十一条",
      Basis::regulation,
      false,
      {"排查并取得联系；确属失联的用 member mark 登记",
       "look for the member; if contact is lost, record it with member mark"}},
     out_of_touch,
     out_of_sight,
     silence_of_member,
     {"取得联系", "get in touch"},
     show_member},
};

} // namespace

std::span<const DeadlineRule> record_deadlines() { return kRules; }

} // namespace jiezhuan
