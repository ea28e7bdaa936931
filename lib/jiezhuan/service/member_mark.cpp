#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/member_history.hpp"
#include "jiezhuan/service/members.hpp"
#include "jiezhuan/service/transfers.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

constexpr CodeRow kMarks[] = {
    {int(Mark::died), "died", {"去世", "died"}, "死亡"},
    {int(Mark::withdrew), "withdrew", {"退党", "withdrew"}, ""},
    {int(Mark::struck_off), "struck_off", {"除名", "struck off"}, ""},
    {int(Mark::expelled), "expelled", {"开除党籍", "expelled"}, "开除"},
    {int(Mark::probation_cancelled), "probation_cancelled", {"取消预备党员资格", "probation cancelled"}, ""},
    {int(Mark::suspended), "suspended", {"停止党籍", "suspended"}, ""},
    {int(Mark::restored), "restored", {"恢复党籍", "membership restored"}, ""},
    {int(Mark::mistaken), "mistaken", {"登记有误，恢复原状", "the last mark was a mistake"}, "误登"},
    {int(Mark::not_ours), "not_ours", {"误登在册，实未转入", "registered by mistake, never ours"}, ""},
    {int(Mark::lost_contact), "lost_contact", {"失联", "lost contact"}, ""},
    {int(Mark::found), "found", {"失联后取得联系", "found again"}, "找到"},
    {int(Mark::abroad), "abroad", {"出国（境）保留组织关系", "abroad, relation kept"}, "出国"},
    {int(Mark::returned), "returned", {"回国（境）", "returned from abroad"}, "回国"},
    {int(Mark::probation_discipline), "probation_discipline", {"留党察看", "probation within the Party"}, ""},
    {int(Mark::discipline_ended), "discipline_ended", {"恢复党员权利", "rights as a member restored"}, "留党察看期满"},
    {int(Mark::rectification), "rectification", {"限期改正", "rectification"}, ""},
    {int(Mark::rectified), "rectified", {"限期改正期满，已改正", "rectified"}, ""},
};
constexpr CodeTable kMarkTable = {"mark", {"登记事项", "Mark"}, kMarks};

using S = Standing;
using St = MemberStatus;
using L = LeaveReason;

// What a mark does. A standing of none stays; a leave reason other than none means that the member leaves.
struct MarkRow {
    Mark mark;
    std::array<Standing, 6> from; // the standings it fits; none at the end
    Standing to;
    LeaveReason leave;
    MemberStatus needs; // the status it ends; none: any
    MemberStatus status;
};

constexpr MarkRow kRows[] = {
    {Mark::died, {S::home, S::in_transit, S::arriving, S::hosted, S::suspended}, S::left, L::died, St::none, St::none},
    // Decided by the organisation that has the relation: not for those who are hosted or only arriving.
    {Mark::withdrew, {S::home, S::in_transit, S::suspended}, S::left, L::withdrew, St::none, St::none},
    {Mark::struck_off, {S::home, S::in_transit, S::suspended}, S::left, L::struck_off, St::none, St::none},
    {Mark::expelled, {S::home, S::in_transit, S::suspended}, S::left, L::expelled, St::none, St::none},
    {Mark::probation_cancelled, {S::home, S::in_transit}, S::left, L::probation_cancelled, St::none, St::none},
    {Mark::suspended, {S::home, S::in_transit}, S::suspended, L::none, St::none, St::none},
    {Mark::restored, {S::suspended, S::left}, S::home, L::none, St::none, St::restored},
    {Mark::mistaken,
     {S::left, S::suspended, S::not_admitted, S::home, S::in_transit, S::hosted},
     S::none,
     L::none,
     St::none,
     St::none},
    {Mark::not_ours, {S::home}, S::not_admitted, L::none, St::none, St::none},
    {Mark::lost_contact, {S::home, S::in_transit, S::hosted}, S::none, L::none, St::none, St::lost_contact},
    {Mark::found, {S::home, S::in_transit, S::hosted}, S::none, L::none, St::lost_contact, St::none},
    {Mark::abroad, {S::home}, S::none, L::none, St::none, St::abroad},
    {Mark::returned, {S::home}, S::none, L::none, St::abroad, St::none},
    {Mark::probation_discipline, {S::home, S::in_transit}, S::none, L::none, St::none, St::probation_discipline},
    {Mark::discipline_ended, {S::home, S::in_transit}, S::none, L::none, St::probation_discipline, St::none},
    {Mark::rectification, {S::home, S::in_transit}, S::none, L::none, St::none, St::rectification},
    {Mark::rectified, {S::home, S::in_transit}, S::none, L::none, St::rectification, St::none},
};

const MarkRow& row_of(Mark mark) {
    const auto found =
        std::find_if(std::begin(kRows), std::end(kRows), [&](const MarkRow& r) { return r.mark == mark; });
    ensure(found != std::end(kRows), "a mark without a row");
    return *found;
}

bool ends_work_here(const MarkRow& row) { return row.to == S::left || row.to == S::suspended; }

auto last_mark(const std::vector<LoggedEvent>& events) {
    return std::find_if(events.rbegin(), events.rend(),
                        [](const LoggedEvent& event) { return event.event.type == "member_marked"; });
}

// The member as the mark leaves them.
Member marked(const Member& before, const MarkRow& row, Date on, const std::string& basis) {
    Member after = before;
    after.status = row.status;
    after.status_since = on;
    after.status_basis = basis;
    // Who was never ours is not counted as having left us.
    const bool never_ours = before.standing == S::arriving || before.standing == S::not_admitted;
    const Standing to = never_ours && row.to == S::left ? S::not_admitted : row.to;
    if (to != S::none) { // the day of the mark, also where a stay was ended with it
        after.standing = to;
        after.standing_since = on;
    }
    after.leave_reason = row.leave;
    after.left_on = row.leave == L::none ? Date() : on;
    return after;
}

bool says(const Event& event, Mark mark) { return json::text_of(event.about, "mark") == code_id(mark); }

// Is it the last mark that was made? The day counts only where it was named.
Result<bool> done_before(Work& work, const Member& member, Mark mark, const std::string& basis) {
    JZ_TRY(events, work.ledger.history(RecordKind::member, member.id.value));
    const auto last = last_mark(events);
    return last != events.rend() && says(last->event, mark) && json::text_of(last->event.about, "basis") == basis &&
           (!work.on_given || last->event.date == work.on);
}

// A mark can be taken back once: what was before it may itself rest on an older one. Of those who were not admitted, only the one
// that says so of a registration.
Result<bool> taken_back(Work& work, const Member& member) {
    JZ_TRY(events, work.ledger.history(RecordKind::member, member.id.value));
    const auto last = last_mark(events);
    return last == events.rend() || says(last->event, Mark::mistaken) ||
           (member.standing == S::not_admitted && !says(last->event, Mark::not_ours));
}

// Who came by a transfer, or has one, was not registered by mistake.
Result<bool> has_transfers(Work& work, const Member& member) {
    JZ_TRY(transfers, work.ledger.transfers(Query().equal("member", member.id.text())));
    return !transfers.empty();
}

// What to type instead; each for whom it is meant.
Message way_out(const Member& member, Mark mark) {
    const std::string id = member.id.text();
    if (mark == Mark::mistaken && member.standing == S::home) {
        return say(
            {"没有可以撤销的登记；误登在册、实未转入的：jiezhuan member mark {} --as not_ours --basis 依据",
             "no mark is there to be undone; who was registered by mistake: jiezhuan member mark {} --as not_ours "
             "--basis TEXT"},
            id);
    }
    if (mark == Mark::mistaken && member.standing == S::not_admitted) {
        return say(
            {"重新报到的：jiezhuan transfer open {} --kind in", "who comes again: jiezhuan transfer open {} --kind in"},
            id);
    }
    if (mark == Mark::not_ours) {
        return say({"经转接来的用 jiezhuan transfer revoke；经过见 jiezhuan member history {}",
                    "who came by a transfer: jiezhuan transfer revoke; see jiezhuan member history {}"},
                   id);
    }
    const bool undoable =
        mark != Mark::mistaken &&
        (member.standing == S::suspended || member.leave_reason != L::none || member.status != St::none) &&
        member.leave_reason != L::transferred;
    return undoable
               ? say({"登记有误的：jiezhuan member mark {} --as mistaken --basis 依据",
                      "a mistake is undone with jiezhuan member mark {} --as mistaken --basis TEXT"},
                     id)
               : say({"查看经过：jiezhuan member history {}", "see what happened: jiezhuan member history {}"}, id);
}

Outcome does_not_fit(const Member& member, Mark mark) {
    const Text title = code_title(mark);
    const Text standing = code_title(member.standing);
    const Text leave = code_title(member.leave_reason);
    const std::string zh = leave.zh.empty() ? std::string(standing.zh) : fmt::format("{}：{}", standing.zh, leave.zh);
    const std::string en = leave.en.empty() ? std::string(standing.en) : fmt::format("{}: {}", standing.en, leave.en);
    return refusal(subject_of(member),
                   Message(fmt::format("归属状态是“{}”，不能登记“{}”", zh, title.zh),
                           fmt::format("stands as '{}': cannot be marked '{}'", en, title.en)),
                   way_out(member, mark));
}

// Why the mark cannot be made; nothing where it can.
std::optional<Outcome> obstacle(const Member& member, const MarkRow& row, const std::string& basis) {
    if (basis.empty()) {
        return refusal(subject_of(member), Text{"没有写依据", "the basis is missing"},
                       Text{"用 --basis 写明依据的文件或证明；本程序不作任何认定",
                            "name the document with --basis; this program concludes nothing by itself"});
    }
    const bool fits = std::find(row.from.begin(), row.from.end(), member.standing) != row.from.end();
    const bool restorable = row.mark != Mark::restored || member.standing == S::suspended ||
                            member.leave_reason == L::struck_off || member.leave_reason == L::expelled;
    const bool by_mark = member.standing == S::suspended || member.standing == S::not_admitted ||
                         (member.leave_reason != L::none && member.leave_reason != L::transferred) ||
                         member.status != St::none;
    const bool undoable = row.mark != Mark::mistaken || by_mark;
    if (!fits || !restorable || !undoable) {
        return does_not_fit(member, row.mark);
    }
    if (row.mark == Mark::probation_cancelled && member.stage != Stage::probationary) {
        return refusal(subject_of(member), Text{"不是预备党员", "is no probationary member"},
                       say({"核对：jiezhuan member show {}", "check: jiezhuan member show {}"}, member.id.text()));
    }
    if (row.needs != St::none && member.status != row.needs) {
        return refusal(subject_of(member),
                       Message(fmt::format("现在的状况不是“{}”", code_title(row.needs).zh),
                               fmt::format("is not marked '{}' now", code_title(row.needs).en)),
                       say({"查看经过：jiezhuan member history {}", "see what happened: jiezhuan member history {}"},
                           member.id.text()));
    }
    return std::nullopt;
}

Finding stays_open(const Member& member, const Transfer& transfer) {
    return {std::string(kStateRule),
            Severity::warning,
            subject_of(member),
            {},
            say({"转接 {} 的关系已接收，回执还没有办完",
                 "the relation of transfer {} was received; its receipt is not done"},
                transfer.id.text()),
            say({"照常办完：jiezhuan transfer show {}", "finish it: jiezhuan transfer show {}"}, transfer.id.text())};
}

Finding was_settled(const Member& member, const Transfer& transfer, Action action) {
    return {std::string(kStateRule),
            Severity::info,
            subject_of(member),
            {},
            Message(fmt::format("未办结的转接 {}（{}）已一并{}", transfer.id.text(), code_title(transfer.kind).zh,
                                code_title(action).zh),
                    fmt::format("the open transfer {} ({}) was settled with it: {}", transfer.id.text(),
                                code_title(transfer.kind).en, code_title(action).en)),
            {}};
}

// Nobody who is gone stays on the way: withdraws what can be withdrawn, ends a stay. Today: it happens now, whenever the other did.
Result<Outcome> settle_transfers(Work& work, const Member& member, const std::string& reason) {
    Outcome settled;
    JZ_TRY(transfers, work.ledger.transfers(Query().equal("member", member.id.text())));
    std::sort(transfers.begin(), transfers.end(), [](const Transfer& a, const Transfer& b) { return b.id < a.id; });
    for (const Transfer& one : transfers) { // the newest first: the stay that goes on with its withdrawal comes later
        JZ_TRY(now, work.ledger.transfer(one.id));
        const Transfer& transfer = *now;
        if (!is_open(transfer.state)) {
            continue;
        }
        const Action action = transfer.state == TransferState::active ? Action::end : Action::withdraw;
        if (find_path(transfer.kind, transfer.state, action) == nullptr) {
            settled.findings.push_back(stays_open(member, transfer));
            continue;
        }
        StepInput input;
        input.reason = reason;
        input.leaves = true;
        const Date happened = work.on;
        work.on = work.today();
        auto outcome = step_transfer(work, transfer.id, action, input);
        work.on = happened;
        JZ_TRY(stepped, std::move(outcome));
        settled.refused = settled.refused || stepped.refused;
        settled.findings.insert(settled.findings.end(), stepped.findings.begin(), stepped.findings.end());
        if (!stepped.refused) {
            settled.findings.push_back(was_settled(member, transfer, action));
        }
    }
    return settled;
}

bool ended_with(const LoggedEvent& step, const LoggedEvent& mark) {
    return step.seq == mark.seq - 1 && json::text_of(step.event.about, "action") == code_id(Action::end);
}

// What was before the last mark, and before the end of the stay that came with it.
Result<Member> before_last_mark(Work& work, const Member& member) {
    JZ_TRY(events, work.ledger.history(RecordKind::member, member.id.value));
    const auto last = last_mark(events);
    ensure(last != events.rend(), "somebody who left without a mark or a transfer");
    const auto step = std::next(last);
    const bool stay = step != events.rend() && ended_with(*step, *last);
    const Member earlier = replayed<Member>(events, member.id, (stay ? step->seq : last->seq) - 1);
    Member after = member;
    after.standing = earlier.standing;
    after.standing_since = earlier.standing_since;
    after.leave_reason = earlier.leave_reason;
    after.left_on = earlier.left_on;
    after.status = earlier.status;
    after.status_since = earlier.status_since;
    after.status_basis = earlier.status_basis;
    return after;
}

std::string settling_reason(Mark mark, const std::string& basis) {
    return fmt::format("{}：{}", code_title(mark).zh, basis);
}

struct Unsettled {
    std::optional<Transfer> stay; // a migrant's, that goes on
    Findings findings;
};

// What becomes of the transfers that the last mark settled: a migrant stays in the branch as before; the others are not open again,
// since their letters are void.
Result<Unsettled> unsettled(Work& work, const Member& member) {
    Unsettled result;
    JZ_TRY(events, work.ledger.history(RecordKind::member, member.id.value));
    const auto last = last_mark(events);
    const auto mark = code_from_id<Mark>(json::text_of(last->event.about, "mark"));
    if (!mark) {
        return result;
    }
    const std::string reason = settling_reason(*mark, std::string(json::text_of(last->event.about, "basis")));
    JZ_TRY(transfers, work.ledger.transfers(Query().equal("member", member.id.text())));
    for (const Transfer& transfer : transfers) {
        if (is_open(transfer.state) || transfer.outcome_reason != reason) {
            continue;
        }
        if (transfer.state == TransferState::ended) {
            result.stay = transfer;
            continue;
        }
        result.findings.push_back(
            {std::string(kStateRule),
             Severity::info,
             subject_of(member),
             {},
             Message(fmt::format("随“{}”登记了结的转接 {} 没有恢复", code_title(*mark).zh, transfer.id.text()),
                     fmt::format("transfer {}, settled with the mark '{}', stays settled", transfer.id.text(),
                                 code_title(*mark).en)),
             Text{"需要的重新登记：jiezhuan transfer open",
                  "where it is still wanted, open it anew: jiezhuan transfer open"}});
    }
    return result;
}

Result<Outcome> write_mark(Work& work, const Member& before, const Member& after, Mark mark, const std::string& basis,
                           const std::optional<Transfer>& stay = std::nullopt) {
    Event event = work.event("member_marked");
    event.about.emplace("basis", json::Value(basis));
    event.about.emplace("mark", json::Value(code_id(mark)));
    event.set.push_back({RecordKind::member, before.id.value, difference(before, after)});
    if (stay) {
        Transfer goes_on = *stay;
        goes_on.state = TransferState::active;
        goes_on.outcome_reason.clear();
        event.set.push_back({RecordKind::transfer, stay->id.value, difference(*stay, goes_on)});
    }
    JZ_CHECK(work.ledger.append(std::move(event)));
    return Outcome();
}

} // namespace

template <> const CodeTable& code_table<Mark>() { return kMarkTable; }

Result<Outcome> mark_member(Work& work, MemberId id, Mark mark, const std::string& written) {
    const MarkRow& row = row_of(mark);
    const std::string basis = to_nfc(trimmed(written));
    JZ_TRY(member, member_called(work.ledger, id.text()));
    JZ_TRY(before, done_before(work, member, mark, basis));
    if (before) {
        return Outcome::done_already();
    }
    if (auto why = obstacle(member, row, basis)) {
        return std::move(*why);
    }
    if (mark == Mark::not_ours) {
        JZ_TRY(moved, has_transfers(work, member));
        if (moved) {
            return does_not_fit(member, mark);
        }
    }
    if (mark == Mark::mistaken) {
        JZ_TRY(nothing_left, taken_back(work, member));
        if (nothing_left) {
            return does_not_fit(member, mark);
        }
    }
    Outcome outcome;
    const auto settle_and_mark = [&]() -> Result<bool> {
        if (ends_work_here(row)) {
            JZ_TRY(settled, settle_transfers(work, member, settling_reason(mark, basis)));
            outcome = std::move(settled);
        }
        if (outcome.refused) {
            return false;
        }
        JZ_TRY(now, member_called(work.ledger, id.text()));
        if (mark == Mark::mistaken) {
            JZ_TRY(earlier, before_last_mark(work, now));
            JZ_TRY(undone, unsettled(work, now));
            outcome.findings = std::move(undone.findings);
            JZ_CHECK(write_mark(work, now, earlier, mark, basis, undone.stay));
            return true;
        }
        JZ_CHECK(write_mark(work, now, marked(now, row, work.on, basis), mark, basis));
        return true;
    };
    JZ_CHECK(work.ledger.attempt(settle_and_mark));
    return outcome;
}

} // namespace jiezhuan
