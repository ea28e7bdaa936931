// Somebody arrives: the person, the transfer and the letter in one act.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/model/item_list.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/members/member_transfers.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/members/same_person.hpp"
#include "jiezhuan/service/transfers/transfer_open.hpp"

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

Result<Registered> register_arrival(Work& work, const Member& arriving) {
    JZ_TRY(known, known_person(work, arriving));
    Member judged = known ? merged(*known, arriving) : arriving; // what is on record is not missing
    complete_from_id(judged);
    MemberFacts facts{.member = judged, .profile = work.profile, .today = work.today()};
    Event event = work.event(known ? "member_changed" : "member_registered");
    Judgement judgement = judge(ask(member_rules(), Moment::record, facts, arriving.name), work.accept, event);
    if (judgement.refused) {
        return Registered{{true, false, std::move(judgement.findings), 0}, {}};
    }
    if (!known) {
        judged.standing = Standing::arriving;
        judged.standing_since = work.on;
        event.create = Creation{RecordKind::member, to_json(judged)};
        JZ_TRY(seq, work.ledger.append(std::move(event)));
        return Registered{{false, false, std::move(judgement.findings), seq}, MemberId{seq}};
    }
    json::Object changes = difference(*known, judged);
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

// What is presented with the opening: the letter in hand, or the number under which it came through the online system.
std::optional<StepInput> presentation_of(const Transfer& transfer, std::optional<Letter> voucher) {
    const bool online =
        transfer.kind == TransferKind::in && transfer.channel != Channel::paper && transfer.channel != Channel::none;
    if (!voucher && !(online && !transfer.online_no.empty())) {
        return std::nullopt;
    }
    StepInput input;
    input.voucher = std::move(voucher);
    input.online_no = online ? transfer.online_no : std::string();
    return input;
}

bool waits_for_letter(const Transfer& transfer) {
    return transfer.state == TransferState::expected || transfer.state == TransferState::returned;
}

Message letter_in_words(const Letter& letter) {
    Message words(printable(letter.no), printable(letter.no));
    if (!letter.issued_on.empty()) {
        words = say({"{}（{} 开具）", "{} (of {})"}, words, letter.issued_on.text());
    }
    words = letter.valid_days == 0 ? words : say({"{}，{} 天", "{}, {} days"}, words, letter.valid_days);
    if (!letter.dues_paid_through.empty()) {
        words = say({"{}，党费交至 {}", "{}, dues through {}"}, words, letter.dues_paid_through.text());
    }
    return letter.flaws.empty()
               ? words
               : say({"{}，{}", "{}, {}"}, words, items_in_words(letter.flaws, code_table<PaperFlaw>()));
}

// The letter that somebody came with, where what is said now is another one, or of another day.
Result<std::optional<Letter>> came_with_another(Work& work, const Transfer& open, const Letter& voucher) {
    if (!open.letter || waits_for_letter(open)) {
        return std::optional<Letter>();
    }
    JZ_TRY(letter, work.ledger.letter(open.letter));
    ensure_there(letter.has_value(), lost::kLetter);
    const bool same = (voucher.no.empty() || voucher.no == letter->no) &&
                      (voucher.issued_on.empty() || voucher.issued_on == letter->issued_on) &&
                      (voucher.valid_days == 0 || voucher.valid_days == letter->valid_days) &&
                      (voucher.dues_paid_through.empty() || voucher.dues_paid_through == letter->dues_paid_through) &&
                      (voucher.flaws.empty() || voucher.flaws == letter->flaws);
    return same ? std::optional<Letter>() : std::move(letter);
}

// Which of two letters counts is not for a second registration to say.
Finding another_letter(const Transfer& open, const std::string& name, const Letter& letter, const Letter& voucher) {
    Finding finding = state_finding(
        open.id.text() + " " + name,
        say({"已凭介绍信 {} 报到，这里的 {} 没有采用", "came with letter {}; {} was not taken over"},
            letter_in_words(letter), letter_in_words(voucher)),
        say({"登记错的：jiezhuan transfer present {} --letter-no 编号 --letter-date 日期 --valid-days 天数 --dues 年月",
             "where the record is wrong: jiezhuan transfer present {} --letter-no NUMBER --letter-date DATE "
             "--valid-days DAYS --dues YYYY-MM"},
            open.id.text()));
    return finding;
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
            const auto presentation = presentation_of(arrival.transfer, arrival.voucher);
            if (presentation && waits_for_letter(*open)) {
                JZ_TRY(presented, step_transfer(work, open->id, Action::present, *presentation));
                return ArrivalOutcome{std::move(presented), known->id, open->id};
            }
            ArrivalOutcome again{Outcome::done_already(), known->id, open->id};
            JZ_TRY(other, arrival.voucher ? came_with_another(work, *open, *arrival.voucher)
                                          : Result<std::optional<Letter>>(std::optional<Letter>()));
            if (other) {
                again.outcome.findings.push_back(another_letter(*open, known->name, *other, *arrival.voucher));
                again.outcome.findings.back().severity = Severity::warning;
            }
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
    const auto presentation = presentation_of(arrival.transfer, arrival.voucher);
    if (presentation && !result.outcome.refused && result.outcome.created != 0) {
        JZ_TRY(presented, step_transfer(work, result.transfer, Action::present, *presentation));
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
    if (came.outcome.already && !came.outcome.findings.empty()) { // a list may go on; a single act said something else
        came.outcome.findings.front().severity = Severity::error;
        came.outcome.already = false;
        came.outcome.refused = true;
    }
    came.outcome.findings.insert(came.outcome.findings.begin(), person.begin(), person.end());
    return std::move(came);
}

Result<ArrivalOutcome> open_and_present(Work& work, Transfer wanted, std::optional<Letter> voucher) {
    const MemberId who = wanted.member;
    Transfer said = wanted;
    JZ_TRY(opened, open_transfer(work, std::move(wanted)));
    const TransferId created{opened.created};
    ArrivalOutcome result{std::move(opened), who, created};
    if (result.outcome.refused) {
        return result;
    }
    JZ_TRY(open, open_transfer_of(work.ledger, who));
    JZ_TRY(member, work.ledger.member(who));
    ensure(open && member, "a transfer that was just opened");
    result.transfer = open->id;
    if (voucher) {
        JZ_TRY(other, came_with_another(work, *open, *voucher));
        if (other) {
            result.outcome = Outcome{true, false, {another_letter(*open, member->name, *other, *voucher)}, 0};
            return result;
        }
        JZ_CHECK(complete_voucher(work, *open, *member, *voucher));
    }
    said.channel = open->channel;
    auto presentation = presentation_of(said, std::move(voucher));
    if (!presentation || (!presentation->voucher && !waits_for_letter(*open))) {
        return result;
    }
    JZ_TRY(presented, step_transfer(work, open->id, Action::present, *presentation));
    result.outcome.refused = presented.refused;
    result.outcome.already = result.outcome.already && presented.already;
    result.outcome.findings.insert(result.outcome.findings.end(), presented.findings.begin(), presented.findings.end());
    name_person_only(result, subject_of(*member), {});
    return result;
}

} // namespace jiezhuan
