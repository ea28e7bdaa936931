#include "jiezhuan/service/intake/roster_kept.hpp"

#include "jiezhuan/report/record_rows.hpp"
#include "jiezhuan/service/intake/list_parts.hpp"
#include "jiezhuan/service/members/member_dates.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/migrants/migrant_acts.hpp"
#include "jiezhuan/service/records/put_right.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// Does the date say less than the other, and nothing else?
bool coarser(Date date, Date than) {
    return !date.empty() && !than.empty() && date != than && date.earliest() <= than.earliest() &&
           than.latest() <= date.latest();
}

void kept(Cells& row, const Member& before, std::string_view column, Message message) {
    std::string option(column);
    std::replace(option.begin(), option.end(), '_', '-');
    warn_at(row, column, std::move(message),
            say({"不用改；账本里的确实错了的：jiezhuan member correct {} --{} {} --reason 原因",
                 "nothing to do; where the ledger is wrong: jiezhuan member correct {} --{} {} --reason REASON"},
                before.id.text(), option, Text{field_named<Member>(column)->title.zh, "VALUE"}));
}

// An old list does not undo what was corrected since: a birth date that the ID number bears out, a date known to the day.
void keep_what_says_more(Cells& row, const Member& before, Member& after) {
    const Date by_number = before.citizen_id.empty() ? Date() : before.citizen_id.birth();
    const bool contradicts = after.birth != before.birth && !before.birth.empty() && before.birth == by_number;
    if (contradicts || coarser(after.birth, before.birth)) {
        kept(row, before, "birth",
             contradicts
                 ? Message(Text{"出生日期与公民身份号码不符，账本里的与号码相符：保留账本里的",
                                "the birth date does not fit the ID number, the one in the ledger does: it is kept"})
                 : Message(Text{"出生日期不如账本里的具体：保留账本里的",
                                "the birth date says less than the one in the ledger, which is kept"}));
        after.birth = before.birth;
    }
    for (const auto& [column, field] :
         {std::pair{"admission", &Member::admission}, std::pair{"conversion", &Member::conversion}}) {
        if (coarser(after.*field, before.*field)) {
            kept(row, before, column,
                 Text{"日期不如账本里的具体：保留账本里的",
                      "the date says less than the one in the ledger, which is kept"});
            after.*field = before.*field;
        }
    }
    if (dues_say_less(row, row.column("dues_paid_through"), before, after.dues_paid_through)) {
        after.dues_paid_through = before.dues_paid_through;
    }
}

// Private fields masked; an organisation by its name.
Message in_words(const Work& work, const Field<Member>& field, const Member& member) {
    if (field.type == FieldType::reference && !field.absent(member)) {
        const std::string label = work.organisations.label(OrgId{field.number(member)});
        return {label, label};
    }
    const Cell cell = cell_of(field, member, false);
    return {cell.shown(Lang::zh), cell.shown(Lang::en)};
}

// What was corrected on purpose stays, and is said.
Result<void> keep_what_was_corrected(Work& work, Cells& row, const Member& before, Member& after) {
    JZ_TRY(undone, corrections_undone(work.ledger, before, after));
    for (const Corrected& one : undone) {
        const Message here = in_words(work, *one.field, before);
        const Message there = in_words(work, *one.field, after);
        kept(row, before, one.field->id,
             Message(fmt::format("账本里是“{}”（{} 更正：{}），名册写的是“{}”：保留账本里的", here.zh, one.since.text(),
                                 one.reason, there.zh),
                     fmt::format("the ledger has '{}' (corrected {}: {}), the list '{}': the former is kept", here.en,
                                 one.since.text(), one.reason, there.en)));
        ensure(one.field->read(after, one.field->text(before)), "a value that its own field cannot take");
    }
    return {};
}

// A list of an earlier day does not undo what changed later.
Result<void> keep_what_changed_later(Work& work, Cells& row, const Member& before, Member& after) {
    if (work.on >= work.today()) {
        return {};
    }
    JZ_TRY(later, set_later(work.ledger, before, after, work.on));
    for (const SetLater& one : later) {
        kept(row, before, one.field->id,
             say({"账本里的自 {} 起，名册是 {} 的：保留账本里的",
                  "the ledger's is since {}, the list of {}: the former is kept"},
                 one.since.text(), work.on.text()));
        ensure(one.field->read(after, one.field->text(before)), "a value that its own field cannot take");
    }
    return {};
}

// An old list still has who came back since.
Result<void> keep_at_home(Work& work, Cells& row, const Member& before, Member& after) {
    if (!before.away_since.empty() || after.away_since.empty()) {
        return {};
    }
    JZ_TRY(back, last_return(work.ledger, before.id));
    if (!back.empty() && after.away_since.earliest() <= back) {
        kept(row, before, "away_since",
             say({"已于 {} 登记返回，名册上的外出在那以前",
                  "was recorded as back on {}; the absence on the list is from before"},
                 back.text()));
        for (const auto field : {&Member::away_place, &Member::away_contact}) {
            after.*field = before.*field;
        }
        after.away_since = before.away_since;
        after.away_reason = before.away_reason;
        after.away_direction = before.away_direction;
    }
    return {};
}

} // namespace

void warn_at(Cells& row, std::string_view column, Message message, Message fix) {
    Finding finding = state_finding("", std::move(message), std::move(fix));
    finding.severity = Severity::warning;
    finding.position = row.position(row.column(column));
    row.add({std::move(finding)});
}

Result<void> keep_what_is_known_better(Work& work, Cells& row, const Member& before, Member& after) {
    keep_what_says_more(row, before, after);
    JZ_CHECK(keep_what_was_corrected(work, row, before, after));
    JZ_CHECK(keep_at_home(work, row, before, after));
    return keep_what_changed_later(work, row, before, after);
}

} // namespace jiezhuan
