#include "jiezhuan/service/members/member_contacts.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/ids_in_text.hpp"
#include "jiezhuan/service/members/member_dates.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/migrants/migrant_acts.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

constexpr std::string_view kContactRecorded = "contact_recorded";

bool is_same(const Event& event, Date on, const ContactInput& input) {
    return event.type == kContactRecorded && event.date == on && json::text_of(event.about, "how") == input.how &&
           json::text_of(event.about, "note") == input.note;
}

// Somebody suspended after contact was lost is still looked for (条例第二十四条).
std::optional<Outcome> nobody_to_contact(const Member& member, Date on) {
    return member.standing == Standing::suspended ? std::nullopt : not_with_us_on(member, on);
}

Finding contact_was_lost(const Member& member) {
    Finding finding = state_finding(
        subject_of(member),
        say({"登记为失联（自 {}）", "contact is recorded as lost (since {})"}, member.status_since.text()),
        say({"已取得联系的：jiezhuan member mark {} --as found --basis 依据",
             "where contact was made: jiezhuan member mark {} --as found --basis DOC"},
            member.id.text()));
    finding.severity = Severity::warning;
    return finding;
}

} // namespace

Result<Outcome> record_contact(Work& work, MemberId id, const ContactInput& typed) {
    const ContactInput input{to_nfc(trimmed(typed.how)), to_nfc(trimmed(typed.note))};
    JZ_TRY(member, member_called(work.ledger, id.text()));
    if (auto gone = nobody_to_contact(member, work.on)) {
        return std::move(*gone);
    }
    if (auto early = before_membership(member, work.on)) {
        return std::move(*early);
    }
    JZ_TRY(events, work.ledger.history(RecordKind::member, id.value));
    if (std::any_of(events.begin(), events.end(),
                    [&](const LoggedEvent& logged) { return is_same(logged.event, work.on, input); })) {
        return Outcome::done_already();
    }
    Member after = member;
    after.last_contact = std::max(member.last_contact, work.on);
    Event event = work.event(std::string(kContactRecorded));
    event.set.push_back({RecordKind::member, id.value, difference(member, after)});
    event.about.emplace("how", json::Value(input.how));
    if (!input.note.empty()) {
        event.about.emplace("note", json::Value(input.note));
    }
    JZ_CHECK(work.ledger.append(std::move(event)));
    Outcome outcome;
    if (member.status == MemberStatus::lost_contact) {
        outcome.findings.push_back(contact_was_lost(member));
    }
    return outcome;
}

Result<RowSet> contact_rows(Reading& ledger, MemberId member) {
    RowSet log;
    log.id = "contacts";
    log.title = Text{"联系记录", "Contacts"};
    log.columns = {{"date", Text{"日期", "Date"}, ColumnType::date},
                   {"how", Text{"方式", "How"}, ColumnType::text},
                   {"note", Text{"内容", "What was said"}, ColumnType::text},
                   {"operator", Text{"经办人", "Operator"}, ColumnType::text}};
    JZ_TRY(events, ledger.history(RecordKind::member, member.value));
    std::stable_sort(events.begin(), events.end(),
                     [](const LoggedEvent& a, const LoggedEvent& b) { return a.event.date < b.event.date; });
    for (const LoggedEvent& logged : events) {
        const Event& event = logged.event;
        if (event.type == kContactRecorded) {
            log.rows.push_back({Cell(event.date), with_ids_masked(json::text_of(event.about, "how")),
                                with_ids_masked(json::text_of(event.about, "note")), Cell(event.op)});
        }
    }
    return log;
}

} // namespace jiezhuan
