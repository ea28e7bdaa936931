#include "jiezhuan/service/members/member_dates.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/migrants/migrant_acts.hpp"
#include "jiezhuan/service/migrants/migrants.hpp"
#include "jiezhuan/service/migrants/temporary_stay.hpp"

namespace jiezhuan {
namespace {

// 2026-03-09 is in 2026-03.
bool within(Date day, Date period) { return period.earliest() <= day.earliest() && day.latest() <= period.latest(); }

// A day to come, before the member was one, or after the member was there already.
std::optional<Outcome> impossible_since(const Work& work, const Member& member, Date since) {
    if (since.earliest() > work.on) {
        return refusal(
            subject_of(member),
            since.earliest() > work.today()
                ? say({"{} 还没有到", "{} is still to come"}, since.text())
                : say({"{} 在登记日期 {} 之后", "{} is after the day of the entry, {}"}, since.text(), work.on.text()),
            Text{"核对 --since 和 --on", "check --since and --on"});
    }
    if (away_since(member).empty()) {
        return before_membership(member, since.latest())
                   ? std::optional(refusal(
                         subject_of(member),
                         say({"{} 早于出生或入党", "{} is before the birth or the admission"}, since.text()),
                         say({"核对 --since；入党日期登记错的：jiezhuan member correct {} --admission 日期 --reason "
                              "原因",
                              "check --since; where the admission is wrong: jiezhuan member correct {} --admission "
                              "DATE --reason REASON"},
                             member.id.text())))
                   : std::nullopt;
    }
    if (is_guest(member) || member.report_in_on.empty() || since.earliest() <= member.report_in_on.latest()) {
        return std::nullopt;
    }
    return refusal(
        subject_of(member),
        say({"已于 {} 报到，不会到 {} 才外出", "reported in on {}, and so did not leave on {}"},
            member.report_in_on.text(), since.text()),
        say({"核对 --since；报到日期登记错的：jiezhuan member correct {} --report-in-on 日期 --reason 原因",
             "check --since; where the day of reporting in is wrong: jiezhuan member correct {} --report-in-on DATE "
             "--reason REASON"},
            member.id.text()));
}

// Of somebody who is recorded as away, or as a guest, since another day.
Outcome since_another_day(const Member& member, Date since) {
    const Date known = away_since(member);
    if (is_guest(member)) {
        return refusal(subject_of(member), say({"已登记为 {} 起在本地", "is recorded as here since {}"}, known.text()),
                       corrected_day(member, "--settled-since", since));
    }
    const Message correct = corrected_day(member, "--away-since", since);
    const Message back = say({"；其间回来过的，先登记：jiezhuan migrant return {} --reason 原因 --on 日期",
                              "; who was back in between: first jiezhuan migrant return {} --reason REASON --on DATE"},
                             member.id.text());
    return refusal(subject_of(member), say({"已登记为 {} 起外出", "is recorded as away since {}"}, known.text()),
                   Message(correct.zh + back.zh, correct.en + back.en));
}

// Who leaves now has still to report in there.
FieldValues without_earlier_report(const Member& member, Date since) {
    Member leaving = member;
    if (!is_guest(member)) {
        leaving.away_since = since;
        forget_earlier_report(leaving);
    }
    FieldValues cleared;
    if (leaving.report_in_to != member.report_in_to) {
        cleared = {{"report_in_on", ""}, {"report_in_to", ""}};
    }
    return cleared;
}

// An old list still has who came back since.
Outcome was_back_by_then(const Member& member, Date since, Date back) {
    return refusal(
        subject_of(member),
        say({"已于 {} 登记返回，{} 起的外出在那以前", "was recorded as back on {}: an absence since {} is from before"},
            back.text(), since.text()),
        say({"名单是旧的，删去这一行；又外出的，写 {0} 以后的日期：jiezhuan migrant record {1} --since 日期",
             "an old list: take the row out; who went away again went later: jiezhuan migrant record {1} "
             "--since DATE, after {0}"},
            back.text(), member.id.text()));
}

} // namespace

Date away_since(const Member& member) {
    const bool elsewhere = is_guest(member) || member.standing == Standing::arriving;
    return elsewhere ? member.settled_since : member.away_since;
}

Result<Outcome> record_flow(Work& work, MemberId id, const FlowInput& input) {
    JZ_TRY(member, member_called(work.ledger, id.text()));
    if (auto gone = not_with_us(member)) {
        return std::move(*gone);
    }
    const Date known = away_since(member);
    const bool says_less = input.since.empty() || within(known, input.since);
    // A guest was here before somebody wrote it down: nobody says since when.
    const Date unsaid = is_guest(member) ? Date() : work.on;
    const Date since = !known.empty() && says_less ? known : input.since.empty() ? unsaid : input.since;
    if (auto impossible = since.empty() ? std::nullopt : impossible_since(work, member, since)) {
        return std::move(*impossible);
    }
    if (!known.empty() && !within(since, known)) {
        return since_another_day(member, since);
    }
    JZ_TRY(back, is_guest(member) || !known.empty() ? Result<Date>(Date()) : last_return(work.ledger, id));
    if (!back.empty() && since.earliest() <= back) {
        return was_back_by_then(member, since, back);
    }
    FieldValues values = without_earlier_report(member, since);
    const auto say_of = [&values](std::string_view field, std::string_view value) {
        if (!value.empty()) {
            values.emplace(field, value);
        }
    };
    say_of(is_guest(member) ? "settled_since" : "away_since", since.text());
    say_of(is_guest(member) ? "address" : "away_place", input.place);
    say_of("away_contact", input.contact);
    say_of("phone", input.phone);
    say_of("away_reason", input.reason == TransferReason::none ? "" : code_id(input.reason));
    say_of("away_direction", input.direction == FlowDirection::none ? "" : code_id(input.direction));
    return change_member(work, id, values, work.event("migrant_recorded"));
}

} // namespace jiezhuan
