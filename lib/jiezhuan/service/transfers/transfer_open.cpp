#include "jiezhuan/service/transfers/transfer_open.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/members/member_dates.hpp"
#include "jiezhuan/service/members/member_transfers.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/members/same_person.hpp"
#include "jiezhuan/service/members/status_notes.hpp"
#include "jiezhuan/service/migrants/temporary_stay.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/routes.hpp"
#include "jiezhuan/service/transfers/transfer_channel.hpp"
#include "jiezhuan/service/transfers/transfer_ends.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

Message standing_words(const Member& member) { return Message(code_title(member.standing)); }

// Somebody who is with us no more, or never was: may come (again), as long as the membership did not end (ST-02).
bool comes_again(const Member& member) {
    return member.standing == Standing::left || member.standing == Standing::not_admitted;
}

// Which standings a kind can start from: also that of who is gone, where somebody comes.
bool fits_standing(const KindRow& kind, const Member& member) {
    return kind.is_for(member.standing) || (kind.comes() && comes_again(member));
}

// Arriving from today: what was said of the leaving is in the history.
Member arriving_again(const Work& work, const Member& member) {
    Member after = member;
    after.standing = Standing::arriving;
    after.standing_since = work.on;
    after.left_on = Date();
    after.leave_reason = LeaveReason::none;
    after.branch = OrgId();
    return after;
}

std::string kinds_there_are() {
    std::string all;
    for (const KindRow& row : kind_rows()) {
        all += (all.empty() ? "" : ", ") + std::string(code_id(row.kind));
    }
    return all;
}

Outcome standing_does_not_fit(const std::string& subject, const Member& member, TransferKind kind) {
    if (member.standing == Standing::suspended) {
        return refusal(
            subject,
            say({"自 {} 停止党籍，期间不办理转接（ST-01）",
                 "the membership is suspended since {}: no transfer meanwhile (ST-01)"},
                member.standing_since.text()),
            say({"按程序恢复党籍后再转接：jiezhuan member mark {} --as restored --basis 依据 --decided-by 党组织",
                 "restore it first: jiezhuan member mark {} --as restored --basis DOC --decided-by ORG"},
                member.id.text()));
    }
    return refusal(subject,
                   say({"归属状态是“{}”，不能办理“{}”", "stands as '{}': no transfer of kind '{}'"},
                       standing_words(member), code_title(kind)),
                   say({"查看经过：jiezhuan member history {}", "see what happened: jiezhuan member history {}"},
                       member.id.text()));
}

Finding came_before_leaving(const Member& member, Date opened) {
    return {std::string(kStateRule),
            Severity::warning,
            subject_of(member),
            {},
            say({"{} 来报到，而离开本单位登记在 {}", "came {}, and left only {} by the record"}, opened.text(),
                member.left_on.text()),
            Text{"核对报到日期，以及登记对方接收的日期",
                 "check the day of coming, and the one on which the receiver took over"}};
}

// Writes the transfer, and that somebody who was gone is arriving.
Result<std::int64_t> append_opened(Work& work, Event event, const Transfer& wanted, const Member& member) {
    event.create = Creation{RecordKind::transfer, to_json(wanted)};
    if (comes_again(member)) {
        event.set.push_back({RecordKind::member, member.id.value, difference(member, arriving_again(work, member))});
    }
    return work.ledger.append(std::move(event));
}

Result<Outcome> append_judged(Work& work, const Transfer& wanted, const Member& member) {
    JZ_TRY(facts, facts_of(work, wanted, member));
    Event event = work.event("transfer_opened");
    Findings findings = ask(transfer_rules(), Moment::open, facts, subject_of(member));
    const Findings notes = status_notes(member, wanted, subject_of(member));
    findings.insert(findings.end(), notes.begin(), notes.end());
    Judgement judgement = judge(std::move(findings), work.accept, event);
    if (judgement.refused) {
        return Outcome{true, false, std::move(judgement.findings), 0};
    }
    if (comes_again(member) && wanted.opened_on < member.left_on) {
        judgement.findings.push_back(came_before_leaving(member, wanted.opened_on));
    }
    if (auto nameless = without_department(work.organisations, work.profile, wanted, subject_of(member))) {
        judgement.findings.push_back(std::move(*nameless));
    }
    JZ_TRY(seq, append_opened(work, std::move(event), wanted, member));
    return Outcome{false, false, std::move(judgement.findings), seq};
}

// Both or neither: the stay is converted, and goes on as the transfer.
Result<Outcome> convert_and_append(Work& work, const Transfer& stay, Transfer wanted, const Member& member) {
    const bool hosted = comes(stay.kind);
    Outcome result;
    JZ_CHECK(work.ledger.attempt([&]() -> Result<bool> {
        JZ_TRY(converted, step_transfer(work, stay.id, Action::convert, {}));
        result = std::move(converted);
        if (result.refused) {
            return false;
        }
        JZ_TRY(opened, append_judged(work, wanted, member));
        opened.findings.insert(opened.findings.begin(), result.findings.begin(), result.findings.end());
        result = std::move(opened);
        return !result.refused;
    }));
    if (!result.refused) {
        result.findings.push_back(
            {std::string(kStateRule),
             Severity::info,
             subject_of(member),
             {},
             hosted ? say({"流动党员编入 {} 已转为转入", "the migrant's stay {} was converted into it"}, stay.id.text())
                    : say({"临时外出 {} 随之结束，转为正式转接", "the temporary stay {} was converted into it"},
                          stay.id.text()),
             {}});
    }
    return result;
}

} // namespace

// The note of a list is its remark about the person, and says nothing about the move.
bool same_request(const Transfer& open, const Transfer& wanted) {
    const bool same_note = wanted.batch || wanted.reason_note.empty() || open.reason_note == wanted.reason_note;
    const bool same_from =
        (!wanted.from && wanted.from_name.empty()) || (open.from == wanted.from && open.from_name == wanted.from_name);
    const bool same_number = wanted.online_no.empty() || open.online_no.empty() || wanted.online_no == open.online_no;
    return same_note && same_from && same_number && open.kind == wanted.kind && open.to == wanted.to &&
           open.addressee == wanted.addressee && open.destination == wanted.destination &&
           open.reason == wanted.reason && open.channel == wanted.channel && open.batch == wanted.batch &&
           open.voucher == wanted.voucher && open.away_until == wanted.away_until;
}

void fill_in(const Work& work, Transfer& wanted, const Member& member) {
    if (wanted.opened_on.empty()) {
        wanted.opened_on = work.on;
    }
    if (wanted.channel == Channel::none) {
        wanted.channel = Channel::paper;
    }
    if (!comes(wanted.kind)) {
        if (!wanted.from) {
            wanted.from = member.branch;
        }
        const Organisation* const to = work.organisations.find(wanted.to);
        const bool placed = wanted.kind == TransferKind::between && to != nullptr && is_branch(to->kind);
        if ((wanted.kind == TransferKind::within || placed) && !wanted.branch) {
            wanted.branch = wanted.to;
        }
    } else if (!wanted.to) {
        wanted.to = work.organisations.own().id;
    }
    if (!wanted.addressee && wanted.to && wanted.kind != TransferKind::within) {
        wanted.addressee = planned_addressee(work, wanted);
    }
}

Outcome has_another(const Transfer& open, const Member& member) {
    return refusal(
        member.id.text() + " " + member.name,
        say({"已有未办结的转接 {}（{}）", "has another open transfer {} ({})"}, open.id.text(), code_title(open.state)),
        say({"先办结或撤回：jiezhuan transfer show {}", "finish or withdraw it first: jiezhuan transfer show {}"},
            open.id.text()));
}

bool converts(const std::optional<Transfer>& open, const Transfer& wanted) {
    if (!open) {
        return false;
    }
    const bool leaves = wanted.kind == TransferKind::out || wanted.kind == TransferKind::between;
    return (open->kind == TransferKind::enrol && wanted.kind == TransferKind::in) ||
           (open->kind == TransferKind::temporary && open->state == TransferState::active && leaves);
}

Result<Outcome> open_transfer(Work& work, Transfer wanted) {
    JZ_TRY(member, work.ledger.member(wanted.member));
    if (!member) {
        return fail(Exit::not_found, say({"没有党员 {}", "there is no member {}"}, wanted.member.text()));
    }
    const std::string subject = subject_of(*member);
    const KindRow* const kind = kind_row(wanted.kind);
    if (kind == nullptr) {
        return refusal(
            subject,
            say({"本版本还不能办理“{}”", "this version cannot do transfers of kind '{}'"}, code_title(wanted.kind)),
            say({"可用：{0}", "there are: {0}"}, kinds_there_are()));
    }
    if (auto early = before_membership(*member, work.on); early) {
        return std::move(*early);
    }
    fill_in(work, wanted, *member);
    JZ_TRY(open, open_transfer_of(work.ledger, member->id));
    if (open && !converts(open, wanted)) {
        return same_request(*open, wanted) ? Outcome::done_already() : has_another(*open, *member);
    }
    if (open && comes(open->kind) && !wanted.from && wanted.from_name.empty()) { // it comes from where the stay has it
        wanted.from = open->from;
        wanted.from_name = open->from_name;
    }
    if (!fits_standing(*kind, *member)) {
        return standing_does_not_fit(subject, *member, wanted.kind);
    }
    JZ_TRY(late, moved_since(work.ledger, *member, work.on));
    if (late) {
        return std::move(*late);
    }
    if (auto why = step_of_another_committee(work, subject, wanted, Action::none)) {
        return std::move(*why);
    }
    if (auto why = wrong_way(work, wanted, *member)) {
        return std::move(*why);
    }
    JZ_TRY(channel, wrong_channel(work.ledger, wanted, subject));
    if (channel) {
        return std::move(*channel);
    }
    wanted.state = kind->begins;
    return open ? convert_and_append(work, *open, std::move(wanted), *member) : append_judged(work, wanted, *member);
}

namespace {

// What the stay becomes where nothing else is said: the relation comes to us; or goes to where the member is.
Transfer converted(const Work& work, const Transfer& stay, Transfer wanted) {
    wanted.member = stay.member;
    wanted.to = wanted.to ? wanted.to : stay.to;
    if (comes(stay.kind)) {
        wanted.kind = TransferKind::in;
        wanted.branch = stay.branch;
        wanted.reason = TransferReason::settled_migrant;
        return wanted;
    }
    wanted.kind = work.organisations.is_ours(wanted.to) ? TransferKind::between : TransferKind::out;
    wanted.destination = wanted.destination.empty() && wanted.to == stay.to ? stay.destination : wanted.destination;
    wanted.reason = wanted.reason == TransferReason::none ? stay.reason : wanted.reason;
    return wanted;
}

} // namespace

Result<Outcome> convert_transfer(Work& work, TransferId id, Transfer wanted) {
    JZ_TRY(stay, work.ledger.transfer(id));
    if (!stay) {
        return step_transfer(work, id, Action::convert, {}); // which says why not
    }
    wanted = converted(work, *stay, std::move(wanted));
    if (stay->state == TransferState::converted) {
        JZ_TRY(open, open_transfer_of(work.ledger, stay->member));
        fill_in(work, wanted, Member());
        wanted.from = open ? open->from : OrgId();
        wanted.from_name = open ? open->from_name : std::string();
        if (open && same_request(*open, wanted)) {
            return Outcome::done_already();
        }
    }
    if (find_path(stay->kind, stay->state, Action::convert) == nullptr) {
        return step_transfer(work, id, Action::convert, {});
    }
    return open_transfer(work, std::move(wanted));
}

} // namespace jiezhuan
