#include "jiezhuan/service/migrants/activity_card.hpp"

#include "jiezhuan/rules/absence.hpp"
#include "jiezhuan/service/members/member_transfers.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/migrants/migrant_acts.hpp"
#include "jiezhuan/service/migrants/migrants.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

Result<std::optional<Outcome>> somebody_elses(Work& work, const Member& member, const std::string& number) {
    JZ_TRY(holders, work.ledger.members(Query().equal("card_no", number)));
    const auto other =
        std::find_if(holders.begin(), holders.end(), [&](const Member& one) { return one.id != member.id; });
    if (other == holders.end()) {
        return std::optional<Outcome>();
    }
    return std::optional(refusal(subject_of(member),
                                 say({"活动证 {} 是 {} 的", "card {} is that of {}"}, number, subject_of(*other)),
                                 say({"核对编号，一人一证：jiezhuan member show {}",
                                      "check the number, a card is for one person: jiezhuan member show {}"},
                                     other->id.text())));
}

// Of a number that is the member's already.
Outcome given_already(const Work& work, const Member& member) {
    if (!work.on_given || member.card_issued_on == work.on) {
        return Outcome::done_already();
    }
    return refusal(subject_of(member),
                   say({"活动证 {} 已登记为 {} 发放", "card {} is recorded as given on {}"}, member.card_no,
                       member.card_issued_on.text()),
                   corrected_day(member, "--card-issued-on", work.on));
}

Outcome has_another(const Member& member, const std::string& number) {
    return refusal(
        subject_of(member), say({"已有活动证 {}", "has the card {} already"}, member.card_no),
        say({"遗失、用完换发的：jiezhuan migrant card {0} --card-no {1} --reason 原因；编号登记错的：jiezhuan "
             "member correct {0} --card-no {1} --reason 原因",
             "a new one for a lost or full one: jiezhuan migrant card {0} --card-no {1} --reason REASON; "
             "a wrong number: jiezhuan member correct {0} --card-no {1} --reason REASON"},
            member.id.text(), number));
}

Outcome goes_with_certificate(const Member& member, const Transfer& stay) {
    return refusal(subject_of(member),
                   say({"临时外出 {} 带的是证明信", "goes with a certificate ({})"}, stay.id.text()),
                   say({"改带活动证的，先撤回：jiezhuan transfer withdraw {} --reason 原因",
                        "to go with a card, first: jiezhuan transfer withdraw {} --reason REASON"},
                       stay.id.text()));
}

// A card is for a place that is not certain (中组发〔2004〕10号): with it the register counts on none (FL-01).
void say_not_fixed(const Member& before, Outcome& given) {
    Member after = before;
    after.card_no = "-";
    if (given.refused || given.already || !at_fixed_place(before) || at_fixed_place(after)) {
        return;
    }
    Finding finding = state_finding(
        subject_of(before),
        say({"带活动证的视为地点不固定，满六个月不再提示转移组织关系（FL-01）",
             "with a card the place counts as not fixed: after six months no transfer is asked for (FL-01)"}),
        say({"地点固定的：jiezhuan member change {} --fixed-residence yes",
             "where it is one: jiezhuan member change {} --fixed-residence yes"},
            before.id.text()));
    finding.severity = Severity::info;
    finding.named = {before.id.text()};
    given.findings.push_back(std::move(finding));
}

Result<Outcome> note_card(Work& work, const Member& member, const CardInput& input) {
    FieldValues values = {{"card_no", input.no}, {"card_issued_on", input.dated ? work.on.text() : ""}};
    if (input.no != member.card_no) {
        values.emplace("card_checked_on", "");
    }
    Event event = work.event("card_issued");
    if (!input.reason.empty()) {
        event.about.emplace("reason", json::Value(input.reason));
    }
    JZ_TRY(given, change_member(work, member.id, values, std::move(event)));
    say_not_fixed(member, given);
    return std::move(given);
}

} // namespace

Result<Outcome> give_card(Work& work, MemberId id, const CardInput& typed) {
    const CardInput input{kept_text("card_no", typed.no), to_nfc(trimmed(typed.reason)), typed.dated};
    JZ_TRY(member, member_called(work.ledger, id.text()));
    if (auto gone = not_with_us(member)) {
        return std::move(*gone);
    }
    if (input.no == member.card_no && (!member.card_issued_on.empty() || !work.on_given)) {
        return given_already(work, member);
    }
    JZ_TRY(taken, somebody_elses(work, member, input.no));
    if (taken) {
        return std::move(*taken);
    }
    JZ_TRY(open, open_transfer_of(work.ledger, id));
    const bool stay = open && open->kind == TransferKind::temporary;
    if (stay && open->voucher != Voucher::activity_card) {
        return goes_with_certificate(member, *open);
    }
    const bool replaces = !member.card_no.empty() && member.card_no != input.no;
    if (replaces && input.reason.empty()) {
        return has_another(member, input.no);
    }
    if (stay && open->state != TransferState::active) {
        StepInput step;
        step.card_no = input.no;
        return step_transfer(work, open->id, Action::send, step);
    }
    return note_card(work, member, input);
}

Result<Outcome> inspect_card(Work& work, MemberId id) {
    JZ_TRY(member, member_called(work.ledger, id.text()));
    if (auto gone = not_with_us(member)) {
        return std::move(*gone);
    }
    if (member.card_no.empty()) {
        return refusal(subject_of(member), Text{"没有登记活动证", "no activity card is recorded"},
                       say({"先登记：jiezhuan migrant card {} --card-no 编号",
                            "record it first: jiezhuan migrant card {} --card-no NUMBER"},
                           id.text()));
    }
    const Date last = std::max(member.card_issued_on.earliest(), member.card_checked_on.earliest());
    if (!last.empty() && work.on < last) {
        return refusal(subject_of(member),
                       member.card_checked_on.empty()
                           ? say({"{} 早于发证日期 {}", "{} is before the card was given, {}"}, work.on.text(),
                                 member.card_issued_on.text())
                           : say({"{} 早于上次年审 {}", "{} is before the last inspection, {}"}, work.on.text(),
                                 member.card_checked_on.text()),
                       Text{"核对 --on", "check --on"});
    }
    return change_member(work, id, {{"card_checked_on", work.on.text()}}, work.event("card_inspected"));
}

} // namespace jiezhuan
