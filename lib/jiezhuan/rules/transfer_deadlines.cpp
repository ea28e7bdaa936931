// What is late of an open transfer and its letter. Dates known only to a month count as late only when even their last day is.
#include "jiezhuan/rules/deadline_rule.hpp"
#include "jiezhuan/rules/shared_texts.hpp"
#include "jiezhuan/rules/way_rules.hpp"

namespace jiezhuan {
namespace {

using namespace rule_text;

int months(std::int64_t value) { return static_cast<int>(value); }
bool accepted(const DeadlineFacts& facts) { return facts.transfer && !facts.transfer->received_on.empty(); }
bool incoming(const DeadlineFacts& facts) { return answered_here(*facts.letter); }

// Ours: the receipt has not come back. Incoming: we have not sent it. An online transfer needs none.
Explanation receipt_overdue(const DeadlineFacts& facts) {
    if (!facts.letter || !accepted(facts) || facts.letter->kind == LetterKind::certificate ||
        facts.transfer->channel == Channel::online) {
        return std::nullopt;
    }
    const bool incoming = answered_here(*facts.letter);
    if (incoming && is_returned(*facts.letter)) { // nobody was received on it
        return std::nullopt;
    }
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
Limit receipt_limit(const DeadlineFacts& facts) {
    const Date received = facts.transfer->received_on;
    return {Urgency::overdue, received, received.latest().plus_months(months(facts.profile.receipt_months))};
}
// Of a letter of ours: the receipt is recorded, as the next step.
Message receipt_command(const DeadlineFacts& facts) {
    if (!incoming(facts)) {
        return {};
    }
    const std::string command =
        (facts.letter->receipt_issued_on.empty() ? "jiezhuan receipt issue " : "jiezhuan receipt sent ") +
        facts.transfer->id.text();
    return {command, command};
}

// Somebody who presented the letter on its last day is owed a receipt a month later; by then silence means that something went wrong.
// Until then LT-09 says that the letter has expired.
Explanation receipt_never_came(const DeadlineFacts& facts) {
    if (!facts.letter || answered_here(*facts.letter) || !is_live(*facts.letter) ||
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
Limit silence_limit(const DeadlineFacts& facts) {
    const Letter& letter = *facts.letter;
    return {Urgency::overdue, letter.issued_on,
            letter.valid_until.latest().plus_months(months(facts.profile.receipt_months))};
}
// One that a department gave in exchange, that department replaces, too.
Message reissue_command(const DeadlineFacts& facts) {
    if (facts.letter->direction == LetterDirection::onward) {
        return say({"jiezhuan letter exchange {} --by 开具单位 --letter-no 新编号",
                    "jiezhuan letter exchange {} --by ISSUER --letter-no NUMBER"},
                   facts.letter->id.text());
    }
    if (has_list(*facts.letter)) { // a new list for those who are still on the way
        return say({"jiezhuan letter void {} --reason 原因; jiezhuan letter issue --batch {}",
                    "jiezhuan letter void {} --reason REASON; jiezhuan letter issue --batch {}"},
                   facts.letter->no, facts.letter->batch.text());
    }
    return say({"jiezhuan letter reissue {} --reason 原因", "jiezhuan letter reissue {} --reason REASON"},
               facts.letter->no);
}

// The member did what was to be done; it waits for us.
bool in_time_and_with_us(const DeadlineFacts& facts) {
    return answered_here(*facts.letter) && facts.transfer && !facts.transfer->presented_on.empty() &&
           facts.transfer->presented_on <= facts.letter->valid_until.latest();
}

Explanation expired_unaccepted(const DeadlineFacts& facts) {
    if (!facts.letter || !is_live(*facts.letter) || facts.letter->kind == LetterKind::certificate || accepted(facts) ||
        facts.letter->valid_until.empty() || facts.as_of <= facts.letter->valid_until.latest()) {
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
Limit expiry_limit(const DeadlineFacts& facts) {
    return {Urgency::overdue, facts.letter->issued_on, facts.letter->valid_until};
}
Message expiry_command(const DeadlineFacts& facts) { return incoming(facts) ? Message() : reissue_command(facts); }

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
Limit assign_limit(const DeadlineFacts& facts) {
    const Date received = facts.transfer->received_on;
    return {Urgency::overdue, received, received.latest().plus_days(facts.profile.assign_days)};
}
Message assign_command(const DeadlineFacts& facts) {
    return say({"jiezhuan transfer assign {} --branch 支部", "jiezhuan transfer assign {} --branch BRANCH"},
               facts.transfer->id.text());
}

constexpr DeadlineRule kRules[] = {
    {{"RC-01",
      Severity::warning,
      {"接收后逾期未回执", "no receipt in time"},
      kForm2006,
      Basis::form,
      false,
      {"接收单位应在一个月内邮寄或传真回执联", "the receiver mails or faxes the receipt within a month"}},
     receipt_overdue,
     nullptr,
     receipt_limit,
     {"办理回执", "see to the receipt"},
     receipt_command},
    {{"RC-02",
      Severity::warning,
      {"介绍信过期而无回执", "the letter expired and no receipt came"},
      kFormAndArticle25,
      Basis::regulation,
      false,
      {"党员仍由原单位负责：电话核实，决定是否补开",
       "the sender is still responsible: telephone, then decide on a new letter"}},
     receipt_never_came,
     nullptr,
     silence_limit,
     {"核实后补开", "inquire, then reissue"},
     reissue_command},
    {{"LT-09",
      Severity::warning,
      {"介绍信逾期未接收", "the letter expired, not accepted"},
      kFormAndArticle25,
      Basis::regulation,
      false,
      {"已按期报到的，尽快核实、接收；其他的联系党员，查明原因；原党组织仍负有管理责任，需要时作废补开",
       "presented in time: verify and receive soon; others: contact the member and find out why; the sender is still "
       "responsible; void and reissue where needed"}},
     expired_unaccepted,
     nullptr,
     expiry_limit,
     {"查明原因", "find out why"},
     expiry_command},
    {{"RC-06",
      Severity::warning,
      {"接收后未编入支部", "received and assigned to no branch"},
      kOpinion2004,
      Basis::regulation,
      false,
      {"编入支部（transfer assign），避免“挂空”",
       "assign to a branch (transfer assign), so that nobody is left dangling"}},
     not_assigned,
     nullptr,
     assign_limit,
     {"编入支部", "assign to a branch"},
     assign_command},
    {{kWaysDisagree,
      Severity::warning,
      {"线下、线上状态不一致", "paper and online disagree"},
      "各地网上转接的通行做法：纸质介绍信和网上转接同时办理的，两边状态须一致",
      Basis::practice,
      true,
      {"与对方核对，以先有凭据的为准；另一种方式补办或重新提交，不再用的改为一种（transfer correct --channel）",
       "ask the other side; the first evidence counts. Make up the other way, or give it up (transfer correct "
       "--channel)"}},
     ways_disagree,
     nullptr,
     disagreement_limit,
     {"两边核对一致", "make both agree"},
     disagreement_command},
};

} // namespace

std::span<const DeadlineRule> transfer_deadlines() { return kRules; }

} // namespace jiezhuan
