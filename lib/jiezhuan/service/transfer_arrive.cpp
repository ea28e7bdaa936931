// Somebody arrives: the person, the transfer and the letter in one act.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/member_transfers.hpp"
#include "jiezhuan/service/members.hpp"
#include "jiezhuan/service/same_person.hpp"
#include "jiezhuan/service/transfer_open.hpp"

namespace jiezhuan {
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

// Somebody who presented a letter is on a list again, with another one: which counts is not for a list to say.
Result<Findings> other_letter(Work& work, const Transfer& open, const Arrival& arrival) {
    Findings findings;
    JZ_TRY(letter,
           open.letter ? work.ledger.letter(open.letter) : Result<std::optional<Letter>>(std::optional<Letter>()));
    if (letter && arrival.voucher && !arrival.voucher->no.empty() && arrival.voucher->no != letter->no) {
        findings.push_back(
            {std::string(kStateRule),
             Severity::warning,
             open.id.text() + " " + arrival.member.name,
             {},
             say({"已凭介绍信 {} 报到，这里的 {} 没有采用", "came with letter {}; {} was not taken over"}, letter->no,
                 printable(arrival.voucher->no)),
             say({"登记错的：jiezhuan transfer present {} --letter-no 编号",
                  "where the record is wrong: jiezhuan transfer present {} --letter-no NUMBER"},
                 open.id.text())});
    }
    return findings;
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
        JZ_TRY(open, open_transfer_of(work.ledger, known->id));
        if (open && !converts(open, arrival.transfer)) {
            if (!same_request(*open, arrival.transfer)) {
                return ArrivalOutcome{has_another(*open, *known), known->id, open->id};
            }
            if (arrival.voucher && (open->state == TransferState::expected || open->state == TransferState::returned)) {
                StepInput input;
                input.voucher = arrival.voucher;
                JZ_TRY(presented, step_transfer(work, open->id, Action::present, input));
                return ArrivalOutcome{std::move(presented), known->id, open->id};
            }
            ArrivalOutcome again{Outcome::done_already(), known->id, open->id};
            JZ_TRY(other, other_letter(work, *open, arrival));
            again.outcome.findings = std::move(other);
            return again;
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
    JZ_TRY(open, open_transfer_of(work.ledger, who));
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

} // namespace jiezhuan
