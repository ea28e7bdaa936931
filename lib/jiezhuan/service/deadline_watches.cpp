#include "jiezhuan/service/deadline_watches.hpp"

#include "jiezhuan/rules/dues.hpp"
#include "jiezhuan/rules/probation.hpp"
#include "jiezhuan/service/next_step.hpp"
#include "jiezhuan/service/transfer_views.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

int months(std::int64_t value) { return static_cast<int>(value); }

bool incoming(const DeadlineFacts& facts) { return facts.letter->direction == LetterDirection::incoming; }
std::string transfer_of(const DeadlineFacts& facts) { return facts.transfer->id.text(); }
std::string member_of(const DeadlineFacts& facts) { return facts.member->id.text(); }
Message plain(const std::string& command) { return {command, command}; }

Limit receipt_limit(const DeadlineFacts& facts) {
    const Date received = facts.transfer->received_on;
    return {Urgency::overdue, received, received.latest().plus_months(months(facts.profile.receipt_months))};
}
Message receipt_command(const DeadlineFacts& facts) {
    if (!incoming(facts)) {
        return record_receipt_command(*facts.letter);
    }
    return plain((facts.letter->receipt_issued_on.empty() ? "jiezhuan receipt issue " : "jiezhuan receipt sent ") +
                 transfer_of(facts));
}

Limit silence_limit(const DeadlineFacts& facts) {
    const Letter& letter = *facts.letter;
    return {Urgency::overdue, letter.issued_on,
            letter.valid_until.latest().plus_months(months(facts.profile.receipt_months))};
}
Limit expiry_limit(const DeadlineFacts& facts) {
    return {Urgency::overdue, facts.letter->issued_on, facts.letter->valid_until};
}
Message expiry_command(const DeadlineFacts& facts) {
    return incoming(facts) && facts.transfer
               ? next_step(*facts.transfer, facts.letter).command
               : say({"jiezhuan letter reissue {} --reason 原因", "jiezhuan letter reissue {} --reason REASON"},
                     facts.letter->no);
}

Limit assign_limit(const DeadlineFacts& facts) {
    const Date received = facts.transfer->received_on;
    return {Urgency::overdue, received, received.latest().plus_days(facts.profile.assign_days)};
}
Message assign_command(const DeadlineFacts& facts) {
    return say({"jiezhuan transfer assign {} --branch 支部", "jiezhuan transfer assign {} --branch BRANCH"},
               transfer_of(facts));
}

Limit reporting_limit(const DeadlineFacts& facts) {
    const Date since = last_step(*facts.transfer);
    return {Urgency::overdue, since, since.latest().plus_days(facts.profile.report_in_days)};
}
Message show_transfer(const DeadlineFacts& facts) { return plain("jiezhuan transfer show " + transfer_of(facts)); }
Message show_member(const DeadlineFacts& facts) { return plain("jiezhuan member show " + member_of(facts)); }

Limit dues_limit(const DeadlineFacts& facts) {
    return {Urgency::review, unpaid_since(facts.member->dues_paid_through), {}};
}
Limit silence_of_member(const DeadlineFacts& facts) { return {Urgency::review, silent_since(*facts.member), {}}; }

Limit probation_limit(const DeadlineFacts& facts) {
    const auto end = probation_end(*facts.member, facts.profile);
    ensure(end.has_value(), "a probation that ends nowhere");
    return {end->latest < facts.as_of ? Urgency::overdue : Urgency::soon, facts.member->admission, end->latest};
}
Message probation_command(const DeadlineFacts& facts) {
    return say({"jiezhuan member change {} --stage full --conversion 日期",
                "jiezhuan member change {} --stage full --conversion DATE"},
               member_of(facts));
}

Limit duty_limit(const DeadlineFacts& facts) {
    const Date since = facts.member->away_since;
    return {Urgency::overdue, since, since.latest().plus_months(months(facts.profile.transfer_duty_months))};
}
// A date is said where one is known; the rule of the founding document names no period.
Limit settled_limit(const DeadlineFacts& facts) { return {Urgency::review, facts.member->settled_since, {}}; }
Message settled_command(const DeadlineFacts& facts) {
    if (facts.transfer && facts.transfer->kind == TransferKind::enrol) {
        return facts.transfer->state == TransferState::active ? plain("jiezhuan transfer convert " + transfer_of(facts))
                                                              : show_transfer(facts);
    }
    return facts.member->standing == Standing::hosted ? say({"jiezhuan transfer open {} --kind in --from 原党组织",
                                                             "jiezhuan transfer open {} --kind in --from ORGANISATION"},
                                                            member_of(facts))
                                                      : say({"jiezhuan transfer open {} --kind out --to 党组织",
                                                             "jiezhuan transfer open {} --kind out --to ORGANISATION"},
                                                            member_of(facts));
}

constexpr Watch kOfTransfers[] = {
    {"RC-01", receipt_limit, {"办理回执", "see to the receipt"}, receipt_command},
    {"RC-02", silence_limit, {"核实后补开", "inquire, then reissue"}, expiry_command},
    {"LT-09", expiry_limit, {"查明原因", "find out why"}, expiry_command},
    {"RC-06", assign_limit, {"编入支部", "assign to a branch"}, assign_command},
    {"FL-02", reporting_limit, {"联系党员", "contact the member"}, show_transfer},
};
constexpr Watch kOfMembers[] = {
    {"PB-01", probation_limit, {"讨论转正", "discuss conversion"}, probation_command},
    {"PB-02", probation_limit, {"讨论转正", "discuss conversion"}, probation_command},
    {"FL-01", duty_limit, {"办理转接", "open a transfer"}, settled_command},
    {"FL-05", settled_limit, {"办理转接", "open a transfer"}, settled_command},
    {"DU-02", dues_limit, {"查明原因", "find out why"}, show_member},
    {"ST-04", silence_of_member, {"取得联系", "get in touch"}, show_member},
};

Query of_roster() { return Query().one_of("standing", roster_ids()); }

} // namespace

std::span<const Watch> transfer_watches() { return kOfTransfers; }
std::span<const Watch> member_watches() { return kOfMembers; }

const Watch& watch_of(std::string_view rule) {
    for (const std::span<const Watch> watches : {transfer_watches(), member_watches()}) {
        for (const Watch& watch : watches) {
            if (watch.rule == rule) {
                return watch;
            }
        }
    }
    throw Bug{"no deadline goes by the rule " + std::string(rule)};
}

std::vector<Candidates> member_candidates(const Profile& profile, Date as_of) {
    const int shortest = months(std::min(profile.lapse_review_months, profile.loss_of_contact_months));
    // Whoever may be late was last seen before this month.
    const std::string recently = as_of.month_of().plus_months(1 - shortest).text();
    // Four days more: months are of different lengths.
    const std::string away = as_of.plus_months(-months(profile.transfer_duty_months)).plus_days(4).text();
    return {
        {of_roster().equal("stage", "probationary"), {"PB-01", "PB-02"}},
        {Query().equal("standing", "home").present("away_place").less("away_since", away), {"FL-01"}},
        {Query()
             .one_of("standing", {"home", "hosted"})
             .equal("category", "migrant")
             .equal("stable_job", "yes")
             .equal("fixed_residence", "yes"),
         {"FL-05"}},
        {of_roster().less("dues_paid_through", recently), {"DU-02", "ST-04"}},
        {of_roster().absent("dues_paid_through").less("last_activity", recently), {"ST-04"}},
    };
}

} // namespace jiezhuan
