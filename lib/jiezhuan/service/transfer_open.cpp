#include "jiezhuan/service/transfers.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/members.hpp"
#include "jiezhuan/service/same_person.hpp"
#include "jiezhuan/service/transfer_facts.hpp"

namespace jiezhuan {
namespace {

// The note of a list is its remark about the person, and says nothing about the move.
bool same_request(const Transfer& open, const Transfer& wanted) {
    const bool same_note = wanted.batch || wanted.reason_note.empty() || open.reason_note == wanted.reason_note;
    return same_note && open.kind == wanted.kind && open.from == wanted.from && open.from_name == wanted.from_name &&
           open.to == wanted.to && open.addressee == wanted.addressee && open.destination == wanted.destination &&
           open.reason == wanted.reason && open.channel == wanted.channel && open.batch == wanted.batch;
}

Message standing_words(const Member& member) { return Message(code_title(member.standing)); }

// Somebody who is with us no more, or never was: may come (again), as long as the membership did not end (ST-02).
bool comes_again(const Member& member) {
    return member.standing == Standing::left || member.standing == Standing::not_admitted;
}

// Which standings a kind can start from.
bool fits_standing(TransferKind kind, const Member& member) {
    const Standing standing = member.standing;
    switch (kind) {
    case TransferKind::in:
        return standing == Standing::arriving || standing == Standing::hosted || comes_again(member);
    case TransferKind::enrol:
        return standing == Standing::arriving || comes_again(member);
    default:
        return standing == Standing::home;
    }
}

void fill_in(const Work& work, Transfer& wanted, const Member& member) {
    if (wanted.opened_on.empty()) {
        wanted.opened_on = work.on;
    }
    if (wanted.channel == Channel::none) {
        wanted.channel = Channel::paper;
    }
    if (wanted.kind == TransferKind::out || wanted.kind == TransferKind::within) {
        if (!wanted.from) {
            wanted.from = member.branch;
        }
        if (wanted.kind == TransferKind::within && !wanted.branch) {
            wanted.branch = wanted.to;
        }
    } else if (!wanted.to) {
        wanted.to = work.organisations.own().id;
    }
    if (!wanted.addressee && wanted.to && wanted.kind != TransferKind::within) {
        wanted.addressee = default_addressee(work.organisations, wanted.to);
    }
}

Result<std::optional<Transfer>> open_one(Work& work, MemberId member) {
    JZ_TRY(transfers, work.ledger.transfers(Query().equal("member", member.text())));
    for (const Transfer& transfer : transfers) {
        if (is_open(transfer.state)) {
            return std::optional(transfer);
        }
    }
    return std::optional<Transfer>();
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

Outcome without_destination(const std::string& subject) {
    return refusal(
        subject, Text{"没有写转往哪个党组织", "it is not said where to"},
        Text{"用 --to 写明；名录里没有的先登记：jiezhuan org add --outside yes --name 全称 --kind 类别",
             "say it with --to; one that is in no directory first: jiezhuan org add --outside yes --name NAME "
             "--kind KIND"});
}

Outcome standing_does_not_fit(const std::string& subject, const Member& member, TransferKind kind) {
    return refusal(subject,
                   say({"归属状态是“{}”，不能办理“{}”", "stands as '{}': no transfer of kind '{}'"},
                       standing_words(member), code_title(kind)),
                   say({"查看经过：jiezhuan member history {}", "see what happened: jiezhuan member history {}"},
                       member.id.text()));
}

// Writes the transfer, and that somebody who was gone is arriving.
Result<std::int64_t> append_opened(Work& work, Event event, const Transfer& wanted, const Member& member) {
    event.create = Creation{RecordKind::transfer, to_json(wanted)};
    if (comes_again(member)) {
        event.set.push_back({RecordKind::member, member.id.value, difference(member, arriving_again(work, member))});
    }
    return work.ledger.append(std::move(event));
}

Outcome has_another(const Transfer& open, const Member& member) {
    return refusal(
        member.id.text() + " " + member.name,
        say({"已有未办结的转接 {}（{}）", "has another open transfer {} ({})"}, open.id.text(), code_title(open.state)),
        say({"先办结或撤回：jiezhuan transfer show {}", "finish or withdraw it first: jiezhuan transfer show {}"},
            open.id.text()));
}

} // namespace

Result<Outcome> open_transfer(Work& work, Transfer wanted) {
    JZ_TRY(member, work.ledger.member(wanted.member));
    if (!member) {
        return fail(Exit::not_found, say({"没有党员 {}", "there is no member {}"}, wanted.member.text()));
    }
    const std::string subject = member->id.text() + " " + member->name;
    const auto beginning = beginning_of(wanted.kind, false);
    if (!beginning) {
        return refusal(
            subject,
            say({"本版本还不能办理“{}”", "this version cannot do transfers of kind '{}'"}, code_title(wanted.kind)),
            Text{"可用：within、out、in、enrol", "there are: within, out, in, enrol"});
    }
    fill_in(work, wanted, *member);
    JZ_TRY(open, open_one(work, member->id));
    const bool converting = open && open->kind == TransferKind::enrol && wanted.kind == TransferKind::in;
    if (open && !converting) {
        return same_request(*open, wanted) ? Outcome::done_already() : has_another(*open, *member);
    }
    if (!fits_standing(wanted.kind, *member)) {
        return standing_does_not_fit(subject, *member, wanted.kind);
    }
    if (wanted.kind == TransferKind::out && !wanted.to && !wanted.addressee) {
        return without_destination(subject);
    }
    wanted.state = beginning->state;
    JZ_TRY(facts, facts_of(work, wanted, *member));
    Event event = work.event("transfer_opened");
    Judgement judgement = judge(ask(transfer_rules(), Moment::open, facts, subject), work.accept, event);
    if (judgement.refused) {
        return Outcome{true, false, std::move(judgement.findings), 0};
    }
    JZ_TRY(seq, append_opened(work, std::move(event), wanted, *member));
    return Outcome{false, false, std::move(judgement.findings), seq};
}

namespace {

// The member as the arrival says, with the number and history of who was here before.
Result<std::optional<Member>> known_person(Work& work, const Member& arriving) {
    if (arriving.citizen_id.empty() && arriving.document_no.empty()) {
        return std::optional<Member>();
    }
    JZ_TRY(id, work.ledger.member_by_identity({arriving.citizen_id, arriving.document_type, arriving.document_no}));
    return id ? work.ledger.member(*id) : Result<std::optional<Member>>(std::optional<Member>());
}

bool may_come(Standing standing) {
    return standing == Standing::arriving || standing == Standing::left || standing == Standing::not_admitted ||
           standing == Standing::hosted;
}

// Why somebody whom the ledger knows cannot arrive.
std::optional<Outcome> known_otherwise(const Member& known, const Member& arriving) {
    const std::string subject = known.id.text() + " " + known.name;
    if (!may_come(known.standing)) {
        return refusal(subject,
                       say({"已在本单位，归属状态是“{}”", "is with us already ({})"}, code_title(known.standing)),
                       say({"核对是否重复：jiezhuan member show {}", "is it the same person? jiezhuan member show {}"},
                           known.id.text()));
    }
    if (normal_name(known.name) != normal_name(arriving.name)) {
        return refusal(
            subject,
            say({"这个证件号码登记的姓名是“{}”，不是“{}”", "this identity is registered for '{}', not for '{}'"},
                known.name, printable(arriving.name)),
            say({"核对号码；原来登记错的或改了名的：jiezhuan member correct {} --name 姓名 --reason 原因",
                 "check the number; where the name was wrong or changed: jiezhuan member correct {} --name NAME "
                 "--reason REASON"},
                known.id.text()));
    }
    return std::nullopt;
}

// What the arrival says replaces what was known; what it does not say stays.
Member merged(const Member& known, const Member& arriving) {
    Member result = known;
    for (const Field<Member>& field : fields_of<Member>()) {
        if (!field.absent(arriving)) {
            static_cast<void>(field.read(result, field.text(arriving)));
        }
    }
    return result;
}

struct Registered {
    Outcome outcome;
    MemberId id;
};

Result<Registered> register_arrival(Work& work, Member arriving) {
    JZ_TRY(known, known_person(work, arriving));
    const Member judged = known ? merged(*known, arriving) : arriving; // what is on record is not missing
    MemberFacts facts{.member = judged, .profile = work.profile, .today = work.today()};
    Event event = work.event(known ? "member_changed" : "member_registered");
    Judgement judgement = judge(ask(member_rules(), Moment::record, facts, arriving.name), work.accept, event);
    if (judgement.refused) {
        return Registered{{true, false, std::move(judgement.findings), 0}, {}};
    }
    if (!known) {
        arriving.standing = Standing::arriving;
        arriving.standing_since = work.on;
        event.create = Creation{RecordKind::member, to_json(arriving)};
        JZ_TRY(seq, work.ledger.append(std::move(event)));
        return Registered{{false, false, std::move(judgement.findings), seq}, MemberId{seq}};
    }
    Member after = merged(*known, arriving);
    json::Object changes = difference(*known, after);
    if (!changes.empty()) {
        event.set.push_back({RecordKind::member, known->id.value, std::move(changes)});
        JZ_CHECK(work.ledger.append(std::move(event)));
    }
    return Registered{{false, false, std::move(judgement.findings), 0}, known->id};
}

// Where the whole act is refused, what it began with is in no ledger: the findings speak of the person.
void name_person_only(ArrivalOutcome& result, const std::string& person, MemberId registered) {
    if (!result.outcome.refused) {
        return;
    }
    for (const std::string& id : {result.transfer.text(), registered.text()}) {
        for (Finding& finding : result.outcome.findings) {
            if (!id.empty() && (finding.subject == id || finding.subject.starts_with(id + " "))) {
                finding.subject = person;
            }
            if (!id.empty() && finding.fix.zh.find(id) != std::string::npos) {
                finding.fix = Message();
            }
        }
    }
}

} // namespace

Result<ArrivalOutcome> arrive(Work& work, Arrival arrival) {
    JZ_TRY(known, known_person(work, arrival.member));
    if (auto why = known ? known_otherwise(*known, arrival.member) : std::nullopt) {
        return ArrivalOutcome{std::move(*why), known->id, {}};
    }
    if (auto other = known ? another_name(*known, arrival.member.name) : std::nullopt) {
        return ArrivalOutcome{Outcome{true, false, {std::move(*other)}, 0}, known->id, {}};
    }
    fill_in(work, arrival.transfer, arrival.member);
    if (known) {
        JZ_TRY(open, open_one(work, known->id));
        const bool converting = open && open->kind == TransferKind::enrol && arrival.transfer.kind == TransferKind::in;
        if (open && !converting) {
            if (!same_request(*open, arrival.transfer)) {
                return ArrivalOutcome{has_another(*open, *known), known->id, open->id};
            }
            if (arrival.voucher && (open->state == TransferState::expected || open->state == TransferState::returned)) {
                StepInput input;
                input.voucher = arrival.voucher;
                JZ_TRY(presented, step_transfer(work, open->id, Action::present, input));
                return ArrivalOutcome{std::move(presented), known->id, open->id};
            }
            return ArrivalOutcome{Outcome::done_already(), known->id, open->id};
        }
    }
    JZ_TRY(registered, register_arrival(work, arrival.member));
    if (registered.outcome.refused) {
        return ArrivalOutcome{std::move(registered.outcome), {}, {}};
    }
    arrival.transfer.member = registered.id;
    JZ_TRY(opened, open_transfer(work, arrival.transfer));
    ArrivalOutcome result{std::move(opened), registered.id, {}};
    result.transfer = TransferId{result.outcome.created};
    Findings findings = std::move(registered.outcome.findings);
    if (arrival.voucher && !result.outcome.refused && result.outcome.created != 0) {
        StepInput input;
        input.voucher = arrival.voucher;
        JZ_TRY(presented, step_transfer(work, result.transfer, Action::present, input));
        result.outcome.refused = presented.refused;
        findings.insert(findings.end(), presented.findings.begin(), presented.findings.end());
    }
    result.outcome.findings.insert(result.outcome.findings.begin(), findings.begin(), findings.end());
    name_person_only(result, known ? subject_of(*known) : arrival.member.name, known ? MemberId() : registered.id);
    return result;
}

Result<ArrivalOutcome> arrive(Work& work, Arrival arrival, Findings person) {
    if (has_errors(person)) {
        sort_findings(person);
        return ArrivalOutcome{Outcome{true, false, std::move(person), 0}, {}, {}};
    }
    if (arrival.voucher) {
        fill_in(work, arrival.transfer, arrival.member);
        JZ_CHECK(complete_voucher(work, arrival.transfer, arrival.member, *arrival.voucher));
    }
    JZ_TRY(came, arrive(work, std::move(arrival)));
    came.outcome.findings.insert(came.outcome.findings.begin(), person.begin(), person.end());
    return std::move(came);
}

Result<ArrivalOutcome> open_and_present(Work& work, Transfer wanted, Letter voucher) {
    const MemberId who = wanted.member;
    JZ_TRY(opened, open_transfer(work, std::move(wanted)));
    ArrivalOutcome result{std::move(opened), who, {}};
    if (result.outcome.refused) {
        return result;
    }
    JZ_TRY(open, open_one(work, who));
    JZ_TRY(member, work.ledger.member(who));
    ensure(open && member, "a transfer that was just opened");
    result.transfer = open->id;
    JZ_CHECK(complete_voucher(work, *open, *member, voucher));
    StepInput input;
    input.voucher = std::move(voucher);
    JZ_TRY(presented, step_transfer(work, open->id, Action::present, input));
    result.outcome.refused = presented.refused;
    result.outcome.already = result.outcome.already && presented.already;
    result.outcome.findings.insert(result.outcome.findings.end(), presented.findings.begin(), presented.findings.end());
    name_person_only(result, subject_of(*member), {});
    return result;
}

Result<Outcome> convert_transfer(Work& work, TransferId id) {
    Outcome result;
    JZ_CHECK(work.ledger.attempt([&]() -> Result<bool> {
        JZ_TRY(stay, work.ledger.transfer(id));
        if (stay && stay->state == TransferState::converted) {
            JZ_TRY(open, open_one(work, stay->member));
            if (open && open->kind == TransferKind::in) {
                result = Outcome::done_already();
                return false;
            }
        }
        JZ_TRY(stepped, step_transfer(work, id, Action::convert, {}));
        result = std::move(stepped);
        if (result.refused) {
            return false;
        }
        Transfer wanted;
        wanted.kind = TransferKind::in;
        wanted.member = stay->member;
        wanted.from = stay->from;
        wanted.from_name = stay->from_name;
        wanted.to = stay->to;
        wanted.branch = stay->branch;
        wanted.reason = TransferReason::settled_migrant;
        wanted.channel = Channel::paper;
        JZ_TRY(opened, open_transfer(work, wanted));
        opened.findings.insert(opened.findings.begin(), result.findings.begin(), result.findings.end());
        result = std::move(opened);
        return !result.refused;
    }));
    return result;
}

} // namespace jiezhuan
