#include "jiezhuan/service/members/member_dates.hpp"

#include "jiezhuan/service/members/members.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

Outcome too_early(const Member& member, Date on, Text what, Date since) {
    return refusal(
        subject_of(member),
        Message(fmt::format("办理日期 {} 早于{} {}", on.text(), what.zh, since.text()),
                fmt::format("the day of the act, {}, is earlier than the {} {}", on.text(), what.en, since.text())),
        say({"核对 --on；记错的日期先更正：jiezhuan member correct {} --reason 原因",
             "check --on; a date that is wrong is corrected first: jiezhuan member correct {} --reason "
             "REASON"},
            member.id ? Message(member.id.text(), member.id.text()) : Message("编号", "ID")));
}

// A registration says what was known when it was written, not since when that was so.
bool changes(const Event& event, MemberId member, std::string_view field) {
    return std::any_of(event.set.begin(), event.set.end(), [&](const Change& change) {
        return change.kind == RecordKind::member && change.id == member.value && change.to.contains(std::string(field));
    });
}

// Who is on the way is on the roster as before.
Standing counted_as(const Member& member) { return on_roster(member.standing) ? Standing::home : member.standing; }

std::optional<Standing> standing_of(const json::Object& fields) {
    return code_from_id<Standing>(json::text_of(fields, "standing"));
}

Result<std::vector<LoggedEvent>> history_of(Reading& ledger, const Member& member) {
    JZ_TRY(events, ledger.history(RecordKind::member, member.id.value));
    ensure(!events.empty() && events.front().event.create, "a member whom no event created");
    return std::move(events);
}

// Refused on a day before the first on which it can be done.
std::optional<Outcome> not_before(const Member& member, Date since, Date on, Message why, Message fix) {
    return on >= since ? std::nullopt : std::optional(refusal(subject_of(member), std::move(why), std::move(fix)));
}

} // namespace

std::optional<Outcome> before_membership(const Member& member, Date on) {
    const Date birth = member.birth;
    if (!birth.empty() && on.latest() < birth.earliest()) {
        return too_early(member, on, {"出生日期", "birth date"}, birth);
    }
    if (!member.admission.empty() && on.latest() < member.admission.earliest()) {
        return too_early(member, on, {"入党日期", "admission"}, member.admission);
    }
    return std::nullopt;
}

std::optional<Outcome> left_after_reporting(const Member& before, const Member& after) {
    const bool changes = after.away_since != before.away_since || after.report_in_on != before.report_in_on;
    if (!changes || after.away_since.empty() || after.report_in_on.empty() ||
        after.away_since.earliest() <= after.report_in_on.latest()) {
        return std::nullopt;
    }
    return refusal(
        subject_of(before),
        say({"{} 流出，不会在那以前（{}）就到流入地报到", "left {}: did not report in there before, on {}"},
            after.away_since.text(), after.report_in_on.text()),
        say({"两个日期一起更正：jiezhuan member correct {} --away-since 日期 --report-in-on 日期 --reason 原因",
             "correct both days at once: jiezhuan member correct {} --away-since DATE --report-in-on DATE "
             "--reason REASON"},
            before.id.text()));
}

Result<Date> had_since(Reading& ledger, const Member& member) {
    JZ_TRY(events, history_of(ledger, member));
    bool counted = on_roster(standing_of(events.front().event.create->fields).value_or(Standing::none));
    Date since = events.front().event.date;
    for (const LoggedEvent& logged : events) {
        for (const Change& change : logged.event.set) {
            const auto standing = change.kind == RecordKind::member && change.id == member.id.value
                                      ? standing_of(change.to)
                                      : std::nullopt;
            if (standing && on_roster(*standing) != counted) {
                counted = !counted;
                since = logged.event.date;
            }
        }
    }
    return since;
}

Result<std::optional<Outcome>> before_entry(Reading& ledger, const Member& member, Date on) {
    JZ_TRY(since, had_since(ledger, member));
    return not_before(
        member, since, on,
        say({"办理日期 {} 早于本账本登记其“{}”的日期 {}，各年人数会对不上",
             "the day of the act, {}, is before the ledger has them as '{}', from {} on: the counts would not add up"},
            on.text(), code_title(counted_as(member)), since.text()),
        say({"--on 写 {0} 或以后，实际日期写进依据；当时就不该登记的先撤销，经过见 jiezhuan member history {1}",
             "say --on {0} or later, and the true day in the basis; an entry that was wrong is undone first, "
             "see jiezhuan member history {1}"},
            since.text(), member.id.text()));
}

Result<Date> registered_on(Reading& ledger, const Member& member) {
    JZ_TRY(events, history_of(ledger, member));
    return events.front().event.date;
}

Result<std::optional<Outcome>> before_record(Reading& ledger, const Member& member, Date on) {
    JZ_TRY(since, registered_on(ledger, member));
    return not_before(
        member, since, on,
        say({"办理日期 {} 早于本账本登记这名党员的日期 {}",
             "the day of the act, {}, is before the ledger has the member, from {} on"},
            on.text(), since.text()),
        say({"--on 写 {0} 或以后；登记时就不对的：jiezhuan member correct {1} --reason 原因",
             "say --on {0} or later; what was wrong when they were entered: jiezhuan member correct {1} --reason "
             "REASON"},
            since.text(), member.id.text()));
}

Result<std::optional<LaterChange>> changed_after(Reading& ledger, const Member& member, Date on) {
    JZ_TRY(events, history_of(ledger, member));
    for (const std::string_view field : {"standing", "status", "branch"}) {
        const auto later = std::find_if(events.rbegin(), events.rend(), [&](const LoggedEvent& logged) {
            return logged.event.date > on && changes(logged.event, member.id, field);
        });
        if (later != events.rend()) {
            return std::optional(LaterChange{later->event.date, field_named<Member>(field)->title});
        }
    }
    return std::optional<LaterChange>();
}

Result<std::optional<Outcome>> moved_since(Reading& ledger, const Member& member, Date on) {
    JZ_TRY(later, changed_after(ledger, member, on));
    if (!later) {
        return std::optional<Outcome>();
    }
    return std::optional(
        refusal(subject_of(member),
                say({"办理日期 {} 早于已登记的变更：{} 起“{}”不同",
                     "the day of the act, {}, is before a change that is recorded: on {}, of '{}'"},
                    on.text(), later->day.text(), later->what),
                say({"--on 写 {0} 或以后，实际日期写进依据；后面的记错的先撤销，经过见 jiezhuan member history {1}",
                     "say --on {0} or later, and the true day in the basis; a later act that was wrong is undone "
                     "first, see jiezhuan member history {1}"},
                    later->day.text(), member.id.text())));
}

Result<std::vector<SetLater>> set_later(Reading& ledger, const Member& before, const Member& after, Date on) {
    const json::Object wanted = difference(before, after);
    std::vector<SetLater> later;
    if (wanted.empty()) {
        return later;
    }
    JZ_TRY(events, ledger.history(RecordKind::member, before.id.value));
    for (const auto& change : wanted) {
        const std::string& field = change.first;
        const auto set = std::find_if(events.rbegin(), events.rend(), [&](const LoggedEvent& logged) {
            return logged.event.date > on && changes(logged.event, before.id, field);
        });
        if (set != events.rend()) {
            later.push_back({field_named<Member>(field), set->event.date});
        }
    }
    return later;
}

Result<std::optional<Outcome>> overtaken(Reading& ledger, const Member& before, const Member& after, Date on) {
    JZ_TRY(later, set_later(ledger, before, after, on));
    if (later.empty()) {
        return std::optional<Outcome>();
    }
    const Text title = later.front().field->title;
    const std::string day = later.front().since.text();
    return std::optional(refusal(
        subject_of(before),
        Message(fmt::format("“{}”在 {} 已登记为现在的内容，{} 起的变更不能倒过来改它", title.zh, day, on.text()),
                fmt::format("{} was recorded as it is now on {}: a change from {} on cannot follow it", title.en, day,
                            on.text())),
        say({"{0} 或以后变的，改 --on；现在的内容记错的：jiezhuan member correct {1} --reason 原因",
             "what changed on {0} or later: another --on; what is wrong now: jiezhuan member correct {1} "
             "--reason REASON"},
            day, before.id.text())));
}

} // namespace jiezhuan
