// Members of ours who are away: who did not report in, a card that was not inspected, an entry that lacks something. Dates known only to a month count as late
// only when even their last day is.
#include "jiezhuan/rules/deadline_rule.hpp"
#include "jiezhuan/rules/shared_texts.hpp"

namespace jiezhuan {
namespace {

using namespace rule_text;

// Somebody of ours who is away, and whose relation is not about to go there.
bool stays_ours(const DeadlineFacts& facts) {
    const bool moves = facts.transfer && facts.transfer->kind != TransferKind::temporary;
    return facts.member && facts.member->standing == Standing::home && !facts.member->away_since.empty() && !moves;
}
Queries away(const Profile&, Date) { return {Query().equal("standing", "home").present("away_since")}; }

Date reporting_ends(const DeadlineFacts& facts) {
    return facts.member->away_since.latest().plus_days(facts.profile.report_in_days);
}
Explanation not_reported_in(const DeadlineFacts& facts) {
    if (!stays_ours(facts) || !facts.member->report_in_on.empty() || facts.as_of <= reporting_ends(facts)) {
        return std::nullopt;
    }
    return say({"{} 外出，至 {} 超过 {} 天，没有在流入地报到的记录",
                "left {}; by {}, more than {} days, nothing says that the member reported in"},
               facts.member->away_since.text(), facts.as_of.text(), facts.profile.report_in_days);
}
Limit reporting_limit(const DeadlineFacts& facts) {
    return {Urgency::overdue, facts.member->away_since, reporting_ends(facts)};
}
Message report_in_command(const DeadlineFacts& facts) {
    return say({"jiezhuan migrant report-in {} --to 流入地党组织 --on 日期",
                "jiezhuan migrant report-in {} --to ORGANISATION --on DATE"},
               member_of(facts));
}

// Where no day of its issue is known, the card is as old as the absence.
Date last_inspection(const Member& member) {
    return !member.card_checked_on.empty()  ? member.card_checked_on
           : !member.card_issued_on.empty() ? member.card_issued_on
                                            : member.away_since;
}
Date inspection_due(const DeadlineFacts& facts) {
    return last_inspection(*facts.member).latest().plus_months(months(facts.profile.card_check_months));
}
Explanation card_not_inspected(const DeadlineFacts& facts) {
    if (!stays_ours(facts) || facts.member->card_no.empty() || facts.as_of <= inspection_due(facts)) {
        return std::nullopt;
    }
    const Member& member = *facts.member;
    return member.card_checked_on.empty()
               ? say({"活动证 {} 自 {} 起没有年审记录，至 {} 已满 {} 个月",
                      "activity card {}: no inspection since {}; by {} that is more than {} months"},
                     member.card_no, last_inspection(member).text(), facts.as_of.text(),
                     facts.profile.card_check_months)
               : say({"活动证 {} 上次年审 {}，至 {} 已满 {} 个月",
                      "activity card {}: last inspected {}; by {} that is more than {} months ago"},
                     member.card_no, member.card_checked_on.text(), facts.as_of.text(),
                     facts.profile.card_check_months);
}
Limit inspection_limit(const DeadlineFacts& facts) {
    return {Urgency::overdue, last_inspection(*facts.member), inspection_due(facts)};
}
Message inspection_command(const DeadlineFacts& facts) {
    return say({"jiezhuan migrant check {} --on 日期", "jiezhuan migrant check {} --on DATE"}, member_of(facts));
}

// The three that the entry of an absence needs, in words and as options.
struct Missing {
    Message what;
    Message options;
};
Missing missing_in_entry(const Member& member) {
    Missing missing;
    const auto add = [&missing](bool lacks, Text what, Text option) {
        if (lacks) {
            missing.what.zh += (missing.what.zh.empty() ? "" : "、") + std::string(what.zh);
            missing.what.en += (missing.what.en.empty() ? "" : ", ") + std::string(what.en);
            missing.options.zh += " " + std::string(option.zh);
            missing.options.en += " " + std::string(option.en);
        }
    };
    add(member.away_reason == TransferReason::none, {"外出原因", "the reason"},
        {"--reason working_away", "--reason working_away"});
    add(member.away_place.empty(), {"流出地", "the place"}, {"--place 地点", "--place PLACE"});
    add(member.phone.empty() && member.away_contact.empty(), {"联系方式", "how to reach the member"},
        {"--contact 联系人和方式", "--contact WHOM"});
    return missing;
}
Explanation entry_incomplete(const DeadlineFacts& facts) {
    if (!stays_ours(facts)) {
        return std::nullopt;
    }
    const Missing missing = missing_in_entry(*facts.member);
    return missing.what.empty() ? std::nullopt
                                : Explanation(say({"{} 外出的登记缺：{}", "the entry of {} lacks: {}"},
                                                  facts.member->away_since.text(), missing.what));
}
Limit entry_limit(const DeadlineFacts& facts) { return {Urgency::review, facts.member->away_since, {}}; }
Message entry_command(const DeadlineFacts& facts) {
    return say({"jiezhuan migrant record {}{}", "jiezhuan migrant record {}{}"}, member_of(facts),
               missing_in_entry(*facts.member).options);
}

constexpr DeadlineRule kRules[] = {
    {{"FL-02",
      Severity::warning,
      {"流出后未在流入地报到", "not reported in after leaving"},
      "《关于进一步加强和改进流动党员管理工作的意见》（2024）",
      Basis::regulation,
      false,
      {"联系党员和流入地党组织，督促报到；报到后登记：jiezhuan migrant report-in {member} --to 党组织 --on 日期",
       "contact the member and the organisation there; then jiezhuan migrant report-in {member} --to ORG --on DATE"}},
     not_reported_in,
     away,
     reporting_limit,
     {"联系党员", "contact the member"},
     report_in_command},
    {{"FL-03",
      Severity::warning,
      {"活动证年审过期", "the activity card was not inspected in time"},
      "组通字〔2006〕45号所附《流动党员活动证》式样：每年年审（查验）一次",
      Basis::form,
      false,
      {"年审（查验）活动证，与民主评议一并进行；登记：jiezhuan migrant check {member} --on 日期",
       "inspect the card; then jiezhuan migrant check {member} --on DATE"}},
     card_not_inspected,
     away,
     inspection_limit,
     {"年审活动证", "inspect the card"},
     inspection_command},
    {{"FL-04",
      Severity::warning,
      {"外出登记不全", "the entry of an absence is incomplete"},
      "各地流动党员管理的通行做法：外出前报告原因、时间、地点和联系方式，登记造册",
      Basis::practice,
      true,
      {"补填：jiezhuan migrant record {member} --reason 原因 --place 地点 --contact 联系方式",
       "fill it in: jiezhuan migrant record {member} --reason REASON --place PLACE --contact WHOM"}},
     entry_incomplete,
     away,
     entry_limit,
     {"补填外出登记", "fill the entry in"},
     entry_command},
};

} // namespace

std::span<const DeadlineRule> away_deadlines() { return kRules; }

} // namespace jiezhuan
