// What is late, or about to be, as of a date. Dates known only to a month count as late only when even their last day is.
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/dues.hpp"
#include "jiezhuan/rules/probation.hpp"
#include "jiezhuan/rules/shared_texts.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

using namespace rule_text;

int months(std::int64_t value) { return static_cast<int>(value); }

bool accepted(const DeadlineFacts& facts) { return facts.transfer && !facts.transfer->received_on.empty(); }

Explanation dues_in_arrears(const DeadlineFacts& facts) {
    return facts.member && on_roster(facts.member->standing)
               ? dues_to_review(facts.member->dues_paid_through, facts.as_of, facts.profile)
               : std::nullopt;
}

Explanation due_for_transfer(const DeadlineFacts& facts) {
    const bool formal = facts.transfer && facts.transfer->kind != TransferKind::temporary;
    if (!facts.member || facts.member->standing != Standing::home || formal) {
        return std::nullopt;
    }
    const Member& member = *facts.member;
    const Date since = member.away_since;
    if (since.empty() || member.away_place.empty() || member.fixed_residence == Flag::no ||
        facts.as_of < since.latest().plus_months(months(facts.profile.transfer_duty_months))) {
        return std::nullopt;
    }
    return say({"{} 起在“{}”，至 {} 满 {} 个月，未办转接",
                "since {} at '{}'; by {} that is {} months, and no transfer is open"},
               since.text(), member.away_place, facts.as_of.text(), facts.profile.transfer_duty_months);
}

Explanation not_reported_in(const DeadlineFacts& facts) {
    if (!facts.transfer || facts.transfer->kind != TransferKind::temporary ||
        facts.transfer->state != TransferState::active || !facts.transfer->presented_on.empty()) {
        return std::nullopt;
    }
    const Transfer& transfer = *facts.transfer;
    const Date since = !transfer.sent_on.empty()       ? transfer.sent_on
                       : !transfer.approved_on.empty() ? transfer.approved_on
                                                       : transfer.opened_on;
    if (since.empty() || facts.as_of <= since.latest().plus_days(facts.profile.report_in_days)) {
        return std::nullopt;
    }
    return say({"{} 外出，至 {} 超过 {} 天，没有在流入地报到的记录",
                "left {}; by {}, more than {} days, nothing says that the member reported in"},
               since.text(), facts.as_of.text(), facts.profile.report_in_days);
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

// The member did what was to be done; it waits for us.
bool in_time_and_with_us(const DeadlineFacts& facts) {
    return facts.letter->direction == LetterDirection::incoming && facts.transfer &&
           !facts.transfer->presented_on.empty() && facts.transfer->presented_on <= facts.letter->valid_until.latest();
}

Explanation expired_unaccepted(const DeadlineFacts& facts) {
    if (!facts.letter || !is_live(*facts.letter) || accepted(facts) || facts.letter->valid_until.empty() ||
        facts.as_of <= facts.letter->valid_until.latest()) {
        return std::nullopt;
    }
    if (in_time_and_with_us(facts)) {
        return say({"介绍信 {} 已按期报到（{}），有效期至 {}，至 {} 尚未接收",
                    "letter {} was presented in time ({}) and valid until {}; as of {} we have not received"},
                   facts.letter->no, facts.transfer->presented_on.text(), facts.letter->valid_until.text(),
                   facts.as_of.text());
    }
    return say({"介绍信 {} 有效期至 {}，至 {} 逾期 {} 天未接收",
                "letter {} was valid until {}; as of {}, {} days past, not accepted"},
               facts.letter->no, facts.letter->valid_until.text(), facts.as_of.text(),
               days_between(facts.letter->valid_until.latest(), facts.as_of));
}

// When the probation of somebody on the roster ends.
std::optional<DateRange> end_of_probation(const DeadlineFacts& facts) {
    return facts.member && facts.member->stage == Stage::probationary && on_roster(facts.member->standing)
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
    return say({"预备期 {} 届满（统计到 {}）", "the probation ends {} (as of {})"}, range_text(*end),
               facts.as_of.text());
}

// Ours: the receipt has not come back. Incoming: we have not sent it. An online transfer needs none.
Explanation receipt_overdue(const DeadlineFacts& facts) {
    if (!facts.letter || !accepted(facts) || facts.letter->kind == LetterKind::certificate ||
        facts.transfer->channel == Channel::online) {
        return std::nullopt;
    }
    const bool incoming = facts.letter->direction == LetterDirection::incoming;
    const Date done = incoming ? facts.letter->receipt_sent_on : facts.letter->receipt_recorded_on;
    const Date received = facts.transfer->received_on;
    if (!done.empty() || facts.as_of <= received.latest().plus_months(months(facts.profile.receipt_months))) {
        return std::nullopt;
    }
    return incoming ? say({"{} 接收，至 {} 超过 {} 个月，我方未寄出回执",
                           "received {}; as of {}, more than {} months, our receipt was not sent"},
                          received.text(), facts.as_of.text(), facts.profile.receipt_months)
                    : say({"{} 接收，至 {} 超过 {} 个月，未收到回执",
                           "received {}; as of {}, more than {} months, no receipt came back"},
                          received.text(), facts.as_of.text(), facts.profile.receipt_months);
}

// Somebody who presented the letter on its last day is owed a receipt a month later; by then silence means that something went wrong.
// Until then LT-09 says that the letter has expired.
Explanation receipt_never_came(const DeadlineFacts& facts) {
    if (!facts.letter || facts.letter->direction == LetterDirection::incoming || !is_live(*facts.letter) ||
        facts.letter->kind == LetterKind::certificate || accepted(facts) || facts.letter->valid_until.empty()) {
        return std::nullopt;
    }
    const Date last = facts.letter->valid_until.latest().plus_months(months(facts.profile.receipt_months));
    if (facts.as_of <= last) {
        return std::nullopt;
    }
    return say({"介绍信 {} 有效期至 {}，回执最迟应于 {} 寄回，至 {} 未收到",
                "letter {} was valid until {}; its receipt was due by {}, and as of {} none came"},
               facts.letter->no, facts.letter->valid_until.text(), last.text(), facts.as_of.text());
}

Explanation not_assigned(const DeadlineFacts& facts) {
    if (!accepted(facts) || !facts.transfer->assigned_on.empty() ||
        (facts.transfer->kind != TransferKind::in && facts.transfer->kind != TransferKind::between)) {
        return std::nullopt;
    }
    const Date received = facts.transfer->received_on;
    if (facts.as_of <= received.latest().plus_days(facts.profile.assign_days)) {
        return std::nullopt;
    }
    return say(
        {"{} 接收，至 {} 超过 {} 天未编入支部", "received {}; as of {}, more than {} days, assigned to no branch"},
        received.text(), facts.as_of.text(), facts.profile.assign_days);
}

int whole_months(Date since, Date as_of) {
    const int calendar = months_between(since, as_of);
    return since.plus_months(calendar) > as_of ? calendar - 1 : calendar;
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
               last.text(), facts.as_of.text(), whole_months(since, facts.as_of));
}

constexpr Moment kReview[] = {Moment::review};

constexpr Rule<DeadlineFacts> kRules[] = {
    {kDu02, kReview, dues_in_arrears},
    {{"FL-01",
      Severity::warning,
      {"外出满六个月且地点固定，未办转接", "six months away at a fixed place, and no transfer"},
      "《中国共产党党员教育管理工作条例》第二十五条；《关于进一步加强和改进流动党员管理工作的意见》（2024）",
      Basis::regulation,
      false,
      {"应转尽转：办理正式组织关系转接（transfer open）", "transfer whoever can be: open one (transfer open)"}},
     kReview,
     due_for_transfer},
    {{"FL-02",
      Severity::warning,
      {"流出后未在流入地报到", "not reported in after leaving"},
      "《关于进一步加强和改进流动党员管理工作的意见》（2024）",
      Basis::regulation,
      false,
      {"联系党员和流入地党组织，督促报到", "contact the member and the organisation there"}},
     kReview,
     not_reported_in},
    {kFl05, kReview, settled_migrant},
    {{"LT-09",
      Severity::warning,
      {"介绍信逾期未接收", "the letter expired, not accepted"},
      kArticle25,
      Basis::regulation,
      false,
      {"已按期报到的，尽快核实、接收；其他的联系党员，查明原因；原党组织仍负有管理责任，需要时作废补开",
       "presented in time: verify and receive soon; others: contact the member and find out why; the sender is still "
       "responsible; void and reissue where needed"}},
     kReview,
     expired_unaccepted},
    {kPb01, kReview, probation_over},
    {kPb02, kReview, probation_ending},
    {{"RC-01",
      Severity::warning,
      {"接收后逾期未回执", "no receipt in time"},
      kForm2006,
      Basis::form,
      false,
      {"接收单位应在一个月内邮寄或传真回执联", "the receiver mails or faxes the receipt within a month"}},
     kReview,
     receipt_overdue},
    {{"RC-02",
      Severity::warning,
      {"介绍信过期而无回执", "the letter expired and no receipt came"},
      kArticle25,
      Basis::regulation,
      false,
      {"党员仍由原单位负责：电话核实，决定是否补开",
       "the sender is still responsible: telephone, then decide on a new letter"}},
     kReview,
     receipt_never_came},
    {{"RC-06",
      Severity::warning,
      {"接收后未编入支部", "received and assigned to no branch"},
      kOpinion2004,
      Basis::regulation,
      false,
      {"编入支部（transfer assign），避免“挂空”",
       "assign to a branch (transfer assign), so that nobody is left dangling"}},
     kReview,
     not_assigned},
    // Never a conclusion: it asks the branch to look for the member, and says nothing of the membership.
    {{"ST-04",
      Severity::warning,
      {"满六个月没有组织生活和党费记录", "six months without organisational life or dues"},
      "《中国共产党党员教育管理工作条例》第二十四条、第三十一条",
      Basis::regulation,
      false,
      {"排查并取得联系；确属失联的用 member mark 登记",
       "look for the member; if contact is lost, record it with member mark"}},
     kReview,
     out_of_touch},
};

} // namespace

std::span<const Rule<DeadlineFacts>> deadline_rules() { return kRules; }

} // namespace jiezhuan
