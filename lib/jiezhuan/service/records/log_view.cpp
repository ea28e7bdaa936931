#include "jiezhuan/service/records/log_view.hpp"

#include "jiezhuan/model/ids_in_text.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/members/member_marks.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/records/accepted_rules.hpp"
#include "jiezhuan/service/transfers/file_forwarding.hpp"

#include <array>
#include <deque>

namespace jiezhuan {
namespace {

bool fits(const Event& event, const LogFilter& filter) {
    return (filter.type.empty() || event.type == filter.type) && (filter.from.empty() || event.date >= filter.from) &&
           (filter.to.empty() || event.date <= filter.to);
}

std::vector<Cell> cells_of(const LoggedEvent& logged) {
    const Event& event = logged.event;
    return {logged.seq,
            event.date,
            Cell(event.type, what_happened(event)),
            subjects_of(logged),
            event.op,
            notes_of(event),
            time_in_china(event.at),
            event.commit};
}

void append(std::string& all, std::string_view one, std::string_view between) {
    if (!one.empty()) {
        all.append(all.empty() ? "" : between).append(one);
    }
}

} // namespace

Message step_words(const Event& event) {
    const auto action = code_from_id<Action>(json::text_of(event.about, "action"));
    if (!action || event.type != "transfer_stepped") {
        return {};
    }
    const auto way = code_from_id<Channel>(json::text_of(event.about, "channel"));
    if (way == Channel::online && *action == Action::accept) { // by whoever receives, us or the other side
        return Text{"网上接收", "accepted online"};
    }
    return way && *action != Action::return_online ? say({"{}（{}）", "{} ({})"}, code_title(*action), code_title(*way))
                                                   : Message(code_title(*action));
}

namespace {

bool puts_back(const Event& event) {
    return event.type == "receipt_revoked" || code_from_id<Mark>(json::text_of(event.about, "mark")) == Mark::mistaken;
}

// Why, where that is a field of what was done: each once, though transfer and letter say it both. What is put back as it was says nothing.
std::vector<std::string_view> reasons_set(const Event& event) {
    constexpr std::array kReasons = {"minutes",        "verified_basis", "hold_reason",
                                     "outcome_reason", "state_reason",   "received_evidence"};
    std::vector<std::string_view> said;
    if (puts_back(event)) {
        return said;
    }
    for (const Change& change : event.set) {
        for (const char* key : kReasons) {
            const std::string_view reason = json::text_of(change.to, key);
            if (!reason.empty() && std::find(said.begin(), said.end(), reason) == said.end()) {
                said.push_back(reason);
            }
        }
    }
    return said;
}

bool sets_letter_lost(const Event& event) {
    return std::any_of(event.set.begin(), event.set.end(), [](const Change& change) {
        return change.kind == RecordKind::letter && json::text_of(change.to, "state") == code_id(LetterState::lost);
    });
}

} // namespace

// A step of a transfer is its action; of all else the type says what was done.
Message what_happened(const Event& event) {
    const EventType* type = event_type(event.type);
    Message what = type == nullptr ? Message(event.type, event.type) : Message(type->title);
    if (event.type == "letter_voided" && sets_letter_lost(event)) {
        return Text{"登记介绍信遗失", "letter recorded as lost"};
    }
    if (const Message step = step_words(event); !step.empty()) {
        what = say({"{}：{}", "{}: {}"}, what, step);
    }
    if (const auto file = code_from_id<FileStep>(json::text_of(event.about, "file"))) {
        what = say({"{}：{}", "{}: {}"}, what, code_title(*file));
    }
    if (const auto mark = code_from_id<Mark>(json::text_of(event.about, "mark"))) {
        what.zh += fmt::format("：{}", code_title(*mark).zh);
        what.en += fmt::format(": {}", code_title(*mark).en);
    }
    return what;
}

std::string notes_of(const Event& event) {
    std::string notes;
    if (event.type == "dues_recorded") {
        const std::string_view from = json::text_of(event.about, "from");
        const std::string_view through = json::text_of(event.about, "through");
        notes = from == through ? std::string(from) : fmt::format("{}～{}", from, through);
    }
    for (const char* key : {"how", "with", "no", "note", "reason", "basis", "decided_by", "purpose"}) {
        append(notes, json::text_of(event.about, key), "；");
    }
    for (const std::string_view reason : reasons_set(event)) {
        append(notes, reason, "；");
    }
    for (const AcceptedRule& one : accepted_in(event)) {
        append(notes, fmt::format("{}={}", one.rule, one.reason), "；");
    }
    return with_ids_masked(notes);
}

std::string subjects_of(const LoggedEvent& logged) {
    std::string subjects;
    if (logged.event.create) {
        subjects = name_of(logged.event.create->kind).letter + std::to_string(logged.seq);
    }
    for (const Change& change : logged.event.set) {
        subjects += (subjects.empty() ? "" : " ") + (name_of(change.kind).letter + std::to_string(change.id));
    }
    // Whose data were shown in full: the event changes nobody.
    if (const auto members = logged.event.about.find("members");
        members != logged.event.about.end() && members->second.array() != nullptr) {
        for (const json::Value& member : *members->second.array()) {
            if (const std::int64_t* number = member.number()) {
                append(subjects, MemberId{*number}.text(), " ");
            }
        }
    }
    return subjects;
}

Result<RowSet> log_rows(Reading& ledger, const LogFilter& filter) {
    RowSet set;
    set.id = "events";
    set.columns = {{"seq", Text{"序号", "Seq"}, ColumnType::number},
                   {"date", Text{"业务日期", "Date"}, ColumnType::date},
                   {"type", Text{"事项", "What"}, ColumnType::code},
                   {"subjects", Text{"对象", "About"}, ColumnType::id},
                   {"op", Text{"经办人", "By"}, ColumnType::text},
                   {"notes", Text{"理由、依据或用途", "Reason, basis or purpose"}, ColumnType::text},
                   {"written", Text{"登记时间", "Written"}, ColumnType::date},
                   {"commit", Text{"提交", "Commit"}, ColumnType::number}};
    set.when_empty = Text{"没有符合条件的事件", "no event fits"};
    std::deque<std::vector<Cell>> last;
    const auto take = [&](const LoggedEvent& logged) -> Result<void> {
        if (fits(logged.event, filter)) {
            last.push_back(cells_of(logged));
            if (filter.limit > 0 && last.size() > static_cast<std::size_t>(filter.limit)) {
                last.pop_front();
            }
        }
        return {};
    };
    if (filter.about) {
        JZ_TRY(events, ledger.history(filter.about->kind, filter.about->value));
        for (const LoggedEvent& logged : events) {
            JZ_CHECK(take(logged));
        }
    } else {
        JZ_CHECK(ledger.each_event(1, 0, take));
    }
    set.rows.assign(std::make_move_iterator(last.begin()), std::make_move_iterator(last.end()));
    return set;
}

} // namespace jiezhuan
