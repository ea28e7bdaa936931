#include "jiezhuan/service/migrants/migrants.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/members/member_transfers.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/migrants/migrant_acts.hpp"
#include "jiezhuan/service/migrants/temporary_stay.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

Outcome before_leaving(const Work& work, const Member& member) {
    return refusal(
        subject_of(member),
        say({"{} 早于流出日期 {}", "{} is before the day of leaving, {}"}, work.on.text(), member.away_since.text()),
        say({"核对 --on；流出日期登记错的：jiezhuan member correct {} --away-since 日期 --reason 原因",
             "check --on; where the day of leaving is wrong: jiezhuan member correct {} --away-since DATE --reason "
             "REASON"},
            member.id.text()));
}
bool left_later(const Work& work, const Member& member) {
    return !member.away_since.empty() && work.on < member.away_since.earliest();
}

// The last event of that type of the member; nothing where there is none.
Result<std::optional<Event>> last_event(Reading& ledger, MemberId id, std::string_view type) {
    JZ_TRY(events, ledger.history(RecordKind::member, id.value));
    const auto last =
        std::find_if(events.rbegin(), events.rend(), [&](const LoggedEvent& one) { return one.event.type == type; });
    return last == events.rend() ? std::optional<Event>() : std::optional(std::move(last->event));
}

Result<std::optional<Transfer>> last_time_away(Reading& ledger, MemberId id) {
    JZ_TRY(all, ledger.transfers(Query().equal("member", id.text()).equal("kind", "temporary")));
    return all.empty() ? std::optional<Transfer>() : std::optional(std::move(all.back()));
}

bool is_away(const Member& member) {
    return !member.away_since.empty() || !member.away_place.empty() || !member.report_in_to.empty();
}

Result<Outcome> end_of(Work& work, const Transfer& stay, const std::string& reason) {
    StepInput step;
    step.reason = reason;
    return step_transfer(work, stay.id, Action::end, step);
}

// Who comes back with a card shows it (中组发〔2004〕10号, 三).
Result<Outcome> with_card_to_inspect(const Member& member, Result<Outcome> back) {
    if (back && !back->refused && !back->already && !member.card_no.empty()) {
        Finding finding = state_finding(
            subject_of(member),
            say({"返回后要查验活动证 {}", "the card {} is to be inspected on return"}, member.card_no),
            say({"查验后登记：jiezhuan migrant check {}", "then: jiezhuan migrant check {}"}, member.id.text()));
        finding.severity = Severity::info;
        back->findings.push_back(std::move(finding));
    }
    return back;
}

// Of who is not away: is it the same return once more?
Result<Outcome> back_already(Work& work, const Member& member, const std::optional<Transfer>& stay,
                             const std::string& reason) {
    JZ_TRY(last, last_event(work.ledger, member.id, "migrant_returned"));
    if (stay && stay->state == TransferState::ended && (!last || last->date < stay->closed_on)) {
        return end_of(work, *stay, reason);
    }
    if (!last) {
        return refusal(subject_of(member), Text{"没有登记外出", "no absence is recorded"}, history_command(member));
    }
    const std::string_view said = json::text_of(last->about, "reason");
    if (said == reason && (!work.on_given || last->date == work.on)) {
        return Outcome::done_already();
    }
    return refusal(subject_of(member),
                   say({"已于 {} 登记返回：{}", "was recorded as back on {}: {}"}, last->date.text(), said),
                   history_command(member));
}

} // namespace

Result<Date> last_return(Reading& ledger, MemberId id) {
    JZ_TRY(last, last_event(ledger, id, "migrant_returned"));
    return last ? last->date : Date();
}

Result<Outcome> report_in(Work& work, MemberId id, const std::string& to) {
    JZ_TRY(member, member_called(work.ledger, id.text()));
    if (member.standing != Standing::home) {
        return refusal(
            subject_of(member),
            say({"归属状态是“{}”，不登记向别处报到", "stands as '{}': does not report in elsewhere"},
                code_title(member.standing)),
            member.standing == Standing::in_transit
                ? say({"正在转出，凭介绍信报到，不另登记：jiezhuan explain {}",
                       "is being transferred and reports in with the letter, not otherwise: jiezhuan explain {}"},
                      member.id.text())
                : history_command(member));
    }
    if (left_later(work, member)) {
        return before_leaving(work, member);
    }
    const std::string kept = kept_text("report_in_to", to);
    if (const std::vector<OrgId> there = work.organisations.meant(kept);
        there.size() == 1 && there.front() == member.branch) {
        return refusal(
            subject_of(member), say({"“{}”就是组织关系所在的支部", "'{}' is the member's own branch"}, kept),
            say({"填居住地或流入地的党组织；外出回来的：jiezhuan migrant return {} --reason 原因",
                 "name the organisation where the member lives or is; who came back: jiezhuan migrant return {} "
                 "--reason REASON"},
                id.text()));
    }
    if (kept == member.report_in_to && !member.report_in_on.empty()) {
        return !work.on_given || member.report_in_on == work.on
                   ? Outcome::done_already()
                   : refusal(subject_of(member),
                             say({"已登记为 {} 向“{}”报到", "is recorded as reported in on {} to '{}'"},
                                 member.report_in_on.text(), kept),
                             corrected_day(member, "--report-in-on", work.on));
    }
    return change_member(work, id, {{"report_in_to", kept}, {"report_in_on", work.on.text()}},
                         work.event("migrant_reported_in"));
}

Result<Outcome> come_back(Work& work, MemberId id, const std::string& typed) {
    const std::string reason = to_nfc(trimmed(typed));
    JZ_TRY(member, member_called(work.ledger, id.text()));
    JZ_TRY(open, open_transfer_of(work.ledger, id));
    if (is_guest(member) && open) {
        return refusal(subject_of(member), Text{"是流入党员，不是外出的", "is a guest here, not away"},
                       say({"离开本地的：jiezhuan transfer end {} --reason 原因",
                            "who leaves: jiezhuan transfer end {} --reason REASON"},
                           open->id.text()));
    }
    if (auto gone = not_with_us_on(member, work.on)) {
        return std::move(*gone);
    }
    JZ_TRY(stay, last_time_away(work.ledger, id));
    if (stay && stay->state == TransferState::active) {
        return with_card_to_inspect(member, end_of(work, *stay, reason));
    }
    if (!is_away(member)) {
        return back_already(work, member, stay, reason);
    }
    if (left_later(work, member)) {
        return before_leaving(work, member);
    }
    Member back = member;
    note_back(back);
    FieldValues cleared;
    for (const auto& [field, value] : difference(member, back)) {
        cleared.emplace(field, "");
    }
    Event event = work.event("migrant_returned");
    event.about.emplace("reason", json::Value(reason));
    return with_card_to_inspect(member, change_member(work, id, cleared, std::move(event)));
}

} // namespace jiezhuan
