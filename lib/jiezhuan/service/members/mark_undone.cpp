#include "jiezhuan/service/members/mark_undone.hpp"

#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/members/mark_rows.hpp"
#include "jiezhuan/service/members/mark_settling.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/records/event_changes.hpp"
#include "jiezhuan/service/records/put_back.hpp"
#include "jiezhuan/service/records/replay.hpp"
#include "jiezhuan/service/transfers/open_anew.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"
#include "jiezhuan/service/transfers/transfer_letters.hpp"

#include <algorithm>
#include <map>

namespace jiezhuan {
namespace {

// The last mark with the steps that settled transfers with it.
struct Marked {
    LoggedEvent mark;
    DoneTogether act;
    std::vector<Transfer> settled;
    Date last_day;   // of its steps
    bool other_open; // a transfer was opened since
};

bool settles(const Event& event, const std::string& reason) {
    const auto action = code_from_id<Action>(json::text_of(event.about, "action"));
    return (action == Action::withdraw || action == Action::end) &&
           json::text_of(event.set.front().to, "outcome_reason") == reason;
}

LoggedEvent last_mark(const std::vector<LoggedEvent>& events) {
    const auto last = std::find_if(events.rbegin(), events.rend(),
                                   [](const LoggedEvent& logged) { return logged.event.type == "member_marked"; });
    ensure(last != events.rend(), "a mark is undone that nobody made");
    return *last;
}

Result<Marked> marked_with(Work& work, const Member& now, LoggedEvent mark) {
    Marked marked{std::move(mark), {}, {}, {}, false};
    JZ_TRY(transfers, work.ledger.transfers(Query().equal("member", now.id.text())));
    const Event& said = marked.mark.event;
    const std::string reason = settling_reason(*code_from_id<Mark>(json::text_of(said.about, "mark")),
                                               std::string(json::text_of(said.about, "basis")));
    std::map<std::int64_t, std::pair<LoggedEvent, Transfer>> steps;
    for (const Transfer& transfer : transfers) {
        marked.other_open = marked.other_open || (is_open(transfer.state) && transfer.id.value > marked.mark.seq);
        JZ_TRY(events, work.ledger.history(RecordKind::transfer, transfer.id.value));
        for (const LoggedEvent& logged : events) {
            const bool its_own = !logged.event.set.empty() && logged.event.set.front().id == transfer.id.value;
            if (its_own && settles(logged.event, reason)) { // it may set a stay that goes on, too
                steps.emplace(logged.seq, std::pair(logged, transfer));
            }
        }
    }
    marked.act.take_in(marked.mark);
    for (auto step = steps.find(marked.act.before);
         step != steps.end() && marked.act.continues(step->second.first, marked.mark);
         step = steps.find(marked.act.before)) {
        marked.act.take_in(step->second.first);
        marked.settled.push_back(step->second.second);
        marked.last_day = std::max(marked.last_day, step->second.first.event.date);
    }
    marked.act.touched.erase({RecordKind::member, now.id.value});
    return marked;
}

// The member as before the mark, and with whatever its steps set and nobody changed since.
Result<Member> as_before(Work& work, const Member& now, const Marked& marked) {
    JZ_TRY(events, work.ledger.history(RecordKind::member, now.id.value));
    const Member before = replayed<Member>(events, now.id, marked.act.before);
    const Member stepped = replayed<Member>(events, now.id, marked.mark.seq - 1);
    const json::Object since = difference(stepped, now);
    json::Object back = difference(stepped, before);
    std::erase_if(back, [&](const auto& field) { return since.contains(field.first); });
    Member after = now;
    ensure(assign(after, back), "a member with fields it does not have");
    return unmarked(std::move(after), before);
}

bool in_force(const OrgDirectory& organisations, OrgId id) {
    const Organisation* const org = organisations.find(id);
    return !id || (org != nullptr && org->dissolved_on.empty());
}

bool organisations_are_there(const OrgDirectory& organisations, const std::vector<Transfer>& transfers) {
    return std::all_of(transfers.begin(), transfers.end(), [&](const Transfer& one) {
        return in_force(organisations, one.from) && in_force(organisations, one.to) &&
               in_force(organisations, one.addressee) && in_force(organisations, one.branch);
    });
}

std::string title_of(const Marked& marked) {
    return std::string(code_title(*code_from_id<Mark>(json::text_of(marked.mark.event.about, "mark"))).zh);
}

Finding is_back(const Member& member, const Transfer& was, const std::optional<Letter>& letter) {
    const Text state = code_title(was.state);
    return {std::string(kStateRule),
            Severity::info,
            subject_of(member),
            {},
            letter ? say({"一并了结的转接 {0} 已恢复：{1}；介绍信 {2} 仍然有效",
                          "transfer {0}, settled with the mark, is as before: {1}; letter {2} is in force"},
                         was.id.text(), state, letter->no)
                   : say({"一并了结的转接 {0} 已恢复：{1}", "transfer {0}, settled with the mark, is as before: {1}"},
                         was.id.text(), state),
            {}};
}

Finding stays_settled(const OrgDirectory& organisations, const Member& member, const Marked& marked,
                      const Transfer& transfer) {
    return {std::string(kStateRule),
            Severity::info,
            subject_of(member),
            {},
            Message(fmt::format("随“{}”登记了结的转接 {} 没有恢复：此后又有变动", title_of(marked), transfer.id.text()),
                    fmt::format("transfer {}, settled with the mark, stays settled: something changed since",
                                transfer.id.text())),
            say({"需要的重新登记：{}", "where it is still wanted, open it anew: {}"},
                open_anew_command(organisations, transfer))};
}

Result<bool> add_all_back(Work& work, const Member& now, const Marked& marked, Event& event, Findings& findings) {
    if (marked.settled.empty()) {
        return true;
    }
    if (marked.other_open || work.on < marked.last_day ||
        !organisations_are_there(work.organisations, marked.settled)) {
        return false;
    }
    Event whole = event;
    JZ_TRY(back, add_put_back(work, marked.act, whole));
    if (!back) {
        return false;
    }
    for (const Transfer& transfer : marked.settled) {
        JZ_TRY(events, work.ledger.history(RecordKind::transfer, transfer.id.value));
        const auto was = replayed<Transfer>(events, transfer.id, marked.act.before);
        if (is_open(was.state)) {
            JZ_TRY(letter, letter_of(work.ledger, was));
            findings.push_back(is_back(now, was, letter));
        }
    }
    event = std::move(whole);
    return true;
}

// The stay that ended with the mark goes on; all else stays settled. The member as the steps of the others left them.
Result<Member> go_on_without(Work& work, const Member& now, Marked& marked, Event& event, Findings& findings) {
    DoneTogether alone;
    alone.take_in(marked.mark);
    const auto stay = std::find_if(marked.settled.begin(), marked.settled.end(),
                                   [](const Transfer& one) { return one.state == TransferState::ended; });
    if (stay != marked.settled.end() && stay->kind == TransferKind::enrol) { // the last one that was settled
        Transfer goes_on = *stay;
        goes_on.state = TransferState::active;
        goes_on.outcome_reason.clear();
        add_change(event, *stay, goes_on);
        alone.before -= stay == marked.settled.begin() ? 1 : 0;
    }
    for (const Transfer& transfer : marked.settled) {
        if (stay == marked.settled.end() || transfer.id != stay->id || transfer.kind != TransferKind::enrol) {
            findings.push_back(stays_settled(work.organisations, now, marked, transfer));
        }
    }
    marked.act = alone;
    return as_before(work, now, marked);
}

} // namespace

Result<Findings> undo_last_mark(Work& work, const Member& now, Event& event) {
    JZ_TRY(events, work.ledger.history(RecordKind::member, now.id.value));
    JZ_TRY(marked, marked_with(work, now, last_mark(events)));
    Findings findings;
    JZ_TRY(whole, add_all_back(work, now, marked, event, findings));
    JZ_TRY(after, whole ? as_before(work, now, marked) : go_on_without(work, now, marked, event, findings));
    add_change(event, now, after);
    return findings;
}

} // namespace jiezhuan
