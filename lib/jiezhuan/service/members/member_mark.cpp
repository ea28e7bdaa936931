#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/members/mark_rows.hpp"
#include "jiezhuan/service/members/mark_settling.hpp"
#include "jiezhuan/service/members/mark_undone.hpp"
#include "jiezhuan/service/members/mark_warnings.hpp"
#include "jiezhuan/service/members/member_dates.hpp"
#include "jiezhuan/service/members/member_findings.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/records/replay.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

using S = Standing;
using St = MemberStatus;
using L = LeaveReason;

auto last_mark(const std::vector<LoggedEvent>& events) {
    return std::find_if(events.rbegin(), events.rend(),
                        [](const LoggedEvent& event) { return event.event.type == "member_marked"; });
}

bool says(const Event& event, Mark mark) { return json::text_of(event.about, "mark") == code_id(mark); }

// What is said of a mark beyond its basis, as it is kept.
json::Object details_of(const MarkInput& input) {
    json::Object details;
    for (const auto& [key, value] : {std::pair{"decided_by", input.decided_by}, std::pair{"until", input.until.text()},
                                     std::pair{"cause", std::string(code_id(input.cause))},
                                     std::pair{"abroad", std::string(code_id(input.purpose))},
                                     std::pair{"last_contact", input.last_contact.text()}}) {
        if (!value.empty()) {
            details.emplace(key, json::Value(value));
        }
    }
    return details;
}

// Is it the last mark that was made? The day and the details count only where they were named.
Result<bool> done_before(Work& work, const Member& member, const MarkInput& input) {
    JZ_TRY(events, work.ledger.history(RecordKind::member, member.id.value));
    const auto last = last_mark(events);
    if (last == events.rend() || !says(last->event, input.mark) ||
        json::text_of(last->event.about, "basis") != input.basis || (work.on_given && last->event.date != work.on)) {
        return false;
    }
    const json::Object details = details_of(input);
    return std::all_of(details.begin(), details.end(), [&](const auto& one) {
        const auto known = last->event.about.find(one.first);
        return known != last->event.about.end() && known->second == one.second;
    });
}

// A mark can be taken back once: what was before it may itself rest on an older one. Of those who were not admitted, only one that
// says so of a registration, or that ended the membership while they were arriving.
Result<bool> taken_back(Work& work, const Member& member) {
    JZ_TRY(events, work.ledger.history(RecordKind::member, member.id.value));
    const auto last = last_mark(events);
    return last == events.rend() || says(last->event, Mark::mistaken) ||
           (member.standing == S::not_admitted && member.leave_reason == L::none && !says(last->event, Mark::not_ours));
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
        return say({"重新报到的：jiezhuan transfer open {} --kind in --from 转出党组织",
                    "who comes again: jiezhuan transfer open {} --kind in --from ORGANISATION"},
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

// What a mark needs, or what goes with another mark.
std::optional<Outcome> wrong_details(const Member& member, const MarkRow& row, const MarkInput& input) {
    const std::string subject = subject_of(member);
    const bool loss = row.detail == MarkDetail::loss;
    const bool abroad = row.detail == MarkDetail::purpose;
    if ((!input.until.empty() && row.detail != MarkDetail::until) || (input.cause != LossCause::none && !loss) ||
        (input.purpose != AbroadPurpose::none && !abroad) || (!input.last_contact.empty() && !loss && !abroad)) {
        return refusal(
            subject, say({"登记“{}”用不着这一项", "a mark '{}' takes no such option"}, code_title(row.mark)),
            Text{"--until 用于留党察看、限期改正，--cause 用于失联、停止党籍，--purpose 用于出国（境），"
                 "--last-contact 用于失联、停止党籍、出国（境）",
                 "--until goes with probation_discipline and rectification, --cause with lost_contact and "
                 "suspended, --purpose with abroad, --last-contact with lost_contact, suspended and abroad"});
    }
    if (row.status == St::lost_contact && input.cause == LossCause::none) {
        return refusal(subject, Text{"没有写失联原因", "the cause is missing"},
                       Text{"用 --cause 写明七种之一；有哪些：jiezhuan member mark --help",
                            "say it with --cause, one of seven: jiezhuan member mark --help"});
    }
    if (row.status == St::lost_contact && marked(member, row, Date(), input).last_contact.empty()) {
        return refusal(subject, Text{"没有写最近一次取得联系是什么时候", "it is not said when contact was last had"},
                       Text{"用 --last-contact 写明，知道到年月也可以", "say it with --last-contact, a month will do"});
    }
    if (abroad && input.purpose == AbroadPurpose::none) {
        return refusal(subject, Text{"没有写出国（境）事由", "the purpose of being abroad is missing"},
                       Text{"用 --purpose study（学习研究）、private_affairs（因私）或 official（因公）写明",
                            "say it with --purpose: study, private_affairs or official"});
    }
    return std::nullopt;
}

// Why the mark cannot be made; nothing where it can.
std::optional<Outcome> obstacle(const Member& member, const MarkRow& row, const MarkInput& input) {
    if (input.basis.empty()) {
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
    const bool again = row.status != St::none && row.status == member.status && row.status != St::restored;
    if (again) {
        return refusal(subject_of(member),
                       say({"现在的状况已是“{}”，自 {}", "is marked '{}' already, since {}"}, code_title(row.status),
                           member.status_since.text()),
                       say({"登记有误的：jiezhuan member mark {} --as mistaken --basis 依据",
                            "a mistake is undone with jiezhuan member mark {} --as mistaken --basis TEXT"},
                           member.id.text()));
    }
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

// Contact is found again, somebody returns: a status that was there before holds on.
Result<Member> with_earlier_status(Work& work, const Member& member, const MarkRow& row, Member after) {
    JZ_TRY(events, work.ledger.history(RecordKind::member, member.id.value));
    const auto begun = std::find_if(events.rbegin(), events.rend(), [&](const LoggedEvent& event) {
        const auto mark = code_from_id<Mark>(json::text_of(event.event.about, "mark"));
        return mark && *mark != Mark::mistaken && mark_row(*mark).status == row.needs;
    });
    if (begun == events.rend()) {
        return after;
    }
    const Member earlier = replayed<Member>(events, member.id, begun->seq - 1);
    return earlier.status == St::none ? after : with_status_of(std::move(after), earlier);
}

// A mistake undoes the last mark; every other mark sets what its row says.
Result<Findings> write(Work& work, const Member& now, const MarkRow& row, const MarkInput& input) {
    Event event = work.event("member_marked");
    event.about = details_of(input);
    event.about.emplace("basis", json::Value(input.basis));
    event.about.emplace("mark", json::Value(code_id(input.mark)));
    Findings findings;
    if (row.mark == Mark::mistaken) {
        JZ_TRY(said, undo_last_mark(work, now, event));
        findings = std::move(said);
    } else {
        Member after = marked(now, row, work.on, input);
        if (row.needs == St::lost_contact || row.needs == St::abroad) {
            JZ_TRY(before, with_earlier_status(work, now, row, std::move(after)));
            after = std::move(before);
        }
        event.set.push_back({RecordKind::member, now.id.value, difference(now, after)});
    }
    JZ_CHECK(work.ledger.append(std::move(event)));
    return findings;
}

Result<std::optional<Outcome>> why_not(Work& work, const Member& member, const MarkRow& row, const MarkInput& input) {
    if (auto why = obstacle(member, row, input)) {
        return std::optional(std::move(*why));
    }
    if (auto why = wrong_details(member, row, input)) {
        return std::optional(std::move(*why));
    }
    bool nothing_there = false;
    if (row.mark == Mark::not_ours) {
        JZ_TRY(moved, has_transfers(work, member));
        nothing_there = moved;
    }
    if (row.mark == Mark::mistaken) {
        JZ_TRY(undone, taken_back(work, member));
        nothing_there = undone;
    }
    if (nothing_there) {
        return std::optional(does_not_fit(member, row.mark));
    }
    if (row.mark != Mark::died) {
        JZ_TRY(late, moved_since(work.ledger, member, work.on));
        if (late) {
            return std::move(late);
        }
    }
    const bool moves = row.to != S::none || row.mark == Mark::mistaken;
    return moves ? before_entry(work.ledger, member, work.on)
                 : Result<std::optional<Outcome>>(std::optional<Outcome>());
}

} // namespace

Result<Outcome> mark_member(Work& work, MemberId id, const MarkInput& written) {
    MarkInput input = written;
    input.basis = to_nfc(trimmed(input.basis));
    input.decided_by = to_nfc(trimmed(input.decided_by));
    const MarkRow& row = mark_row(input.mark);
    JZ_TRY(member, member_called(work.ledger, id.text()));
    JZ_TRY(before, done_before(work, member, input));
    if (before) {
        return Outcome::done_already();
    }
    JZ_TRY(why, why_not(work, member, row, input));
    if (why) {
        return std::move(*why);
    }
    Outcome outcome;
    if (row.mark != Mark::mistaken) {
        JZ_TRY(findings, new_record_findings(work, member, marked(member, row, work.on, input))); // ST-07
        outcome.refused = has_errors(findings);
        outcome.findings = std::move(findings);
    }
    if (outcome.refused) {
        return outcome;
    }
    JZ_CHECK(warn_of_mark(work, member, input, outcome.findings));
    JZ_CHECK(work.ledger.attempt([&]() -> Result<bool> {
        if (ends_membership_here(row)) {
            JZ_TRY(settled, settle_transfers(work, member, settling_reason(row.mark, input.basis)));
            outcome.refused = settled.refused;
            outcome.findings.insert(outcome.findings.end(), settled.findings.begin(), settled.findings.end());
        }
        if (outcome.refused) {
            return false;
        }
        JZ_TRY(now, member_called(work.ledger, id.text()));
        JZ_TRY(said, write(work, now, row, input));
        outcome.findings.insert(outcome.findings.end(), said.begin(), said.end());
        return true;
    }));
    return outcome;
}

} // namespace jiezhuan
