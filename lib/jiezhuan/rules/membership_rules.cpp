// Rules of a member's record about admission and status.
#include "jiezhuan/rules/member_rules.hpp"
#include "jiezhuan/rules/shared_texts.hpp"

namespace jiezhuan {
namespace {

using namespace rule_text;

int months(std::int64_t value) { return static_cast<int>(value); }

Explanation observed_too_long(const MemberFacts& facts) {
    const Member& member = facts.member;
    if (member.status != MemberStatus::probation_discipline || member.status_since.empty() ||
        member.status_until.empty() ||
        member.status_until.earliest() <=
            member.status_since.latest().plus_months(months(facts.profile.discipline_months_max))) {
        return std::nullopt;
    }
    return say(
        {"留党察看自 {} 至 {}，超过 {} 个月", "on probation within the Party from {} to {}: more than {} months"},
        member.status_since.text(), member.status_until.text(), facts.profile.discipline_months_max);
}

// What is known to a month counts as too short only when even the longest reading is.
Explanation trained_too_short(const MemberFacts& facts) {
    const Member& member = facts.member;
    if (member.activist_since.empty() || member.candidate_since.empty() ||
        member.candidate_since.latest() >=
            member.activist_since.earliest().plus_months(months(facts.profile.activist_months))) {
        return std::nullopt;
    }
    return say({"{} 确定为积极分子，{} 列为发展对象，不满 {} 个月",
                "an activist since {}, a candidate since {}: less than {} months"},
               member.activist_since.text(), member.candidate_since.text(), facts.profile.activist_months);
}

constexpr Moment kWritten[] = {Moment::record, Moment::file};

constexpr Rule<MemberFacts> kRules[] = {
    {{"PB-07",
      Severity::warning,
      {"积极分子培养不足一年", "trained as an activist for less than a year"},
      "各地接收党员时核查入党材料的通行做法：培养教育一年以上",
      Basis::practice,
      true,
      {"查档案核对两个日期；确实不足的，党员资格待确认：member mark --as pending_verify",
       "check both dates in the file; where it is so, the membership is in doubt: member mark --as pending_verify"}},
     kWritten,
     trained_too_short},
    {kSt07, kWritten, observed_too_long},
};

} // namespace

std::span<const Rule<MemberFacts>> membership_rules() { return kRules; }

} // namespace jiezhuan
