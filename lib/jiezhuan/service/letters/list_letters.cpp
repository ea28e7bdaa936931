// The letters of a whole organisation: one for each stage, with its list.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/letters/list_pages.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/letters/letter_draft.hpp"
#include "jiezhuan/service/letters/letter_numbers.hpp"
#include "jiezhuan/service/letters/letter_validity.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

struct Group {
    std::vector<Transfer> transfers;
    std::vector<Member> members;
};

// Those of the batch who go on paper and are still to be sent, by their stage; what was sent by a list before.
struct Ready {
    Group full;
    Group probationary;
    std::vector<LetterId> issued;
    std::vector<Transfer> waiting; // neither approved nor over
};

Result<Ready> ready_of(Work& work, const Batch& batch) {
    JZ_TRY(transfers, work.ledger.transfers(Query().equal("batch", batch.id.text())));
    Ready ready;
    for (Transfer& transfer : transfers) {
        const bool sent = transfer.state == TransferState::sent && transfer.letter;
        if (sent && std::find(ready.issued.begin(), ready.issued.end(), transfer.letter) == ready.issued.end()) {
            ready.issued.push_back(transfer.letter);
        }
        const bool approved = transfer.state == TransferState::approved;
        if (transfer.state == TransferState::opened || (approved && transfer.held())) {
            ready.waiting.push_back(std::move(transfer));
        } else if (approved && transfer.channel != Channel::online) {
            JZ_TRY(member, work.ledger.member(transfer.member));
            ensure_there(member.has_value(), lost::kMember);
            Group& group = member->stage == Stage::probationary ? ready.probationary : ready.full;
            group.transfers.push_back(std::move(transfer));
            group.members.push_back(std::move(*member));
        }
    }
    return ready;
}

Outcome somebody_waits(const Batch& batch, const std::vector<Transfer>& waiting) {
    const bool held = waiting.front().held();
    return refusal(
        batch.id.text() + " " + batch.title,
        held ? say({"有 {} 人暂缓办理，名单要一次列全", "{} are held, and the list names everybody"}, waiting.size())
             : say({"还有 {} 人没有批准，名单要一次列全", "{} are not approved, and the list names everybody"},
                   waiting.size()),
        held ? say({"先恢复或撤回：jiezhuan transfer resume {}",
                    "resume or withdraw them first: jiezhuan transfer resume {}"},
                   waiting.front().id.text())
             : say({"先批准：jiezhuan transfer approve --batch {} --state opened --minutes 会议记录",
                    "approve first: jiezhuan transfer approve --batch {} --state opened --minutes RECORD"},
                   batch.id.text()));
}

// The rules of the letter and of its list, once for all who are on it.
Result<Findings> asked(Work& work, const Batch& batch, const Letter& letter, const Group& group) {
    const std::string subject = batch.id.text() + " " + letter.name;
    JZ_TRY(facts, facts_of(work, letter, group.members.front(), work.on));
    facts.member.reset();
    Findings findings = ask(letter_rules(), Moment::send, facts, subject);
    ListFacts list{.batch = batch, .profile = work.profile};
    list.persons = letter.persons;
    for (const Member& member : group.members) {
        (member.stage == Stage::probationary ? list.probationary : list.full) += 1;
    }
    for (Finding& finding : ask(list_rules(), Moment::send, list, subject)) {
        findings.push_back(std::move(finding));
    }
    return findings;
}

void add(Outcome& outcome, Outcome more) {
    outcome.refused = outcome.refused || more.refused;
    outcome.findings.insert(outcome.findings.end(), more.findings.begin(), more.findings.end());
}

// The letter is written first, then everybody is sent by it.
Result<LetterId> issue_for(Work& work, const Batch& batch, const Group& group, const IssueInput& input,
                           Outcome& outcome) {
    JZ_TRY(draft, draft_list_letter(work, batch, group.transfers, group.members, input));
    if (Outcome* why = std::get_if<Outcome>(&draft)) {
        add(outcome, std::move(*why));
        return LetterId();
    }
    const Letter& letter = std::get<Letter>(draft);
    JZ_TRY(findings, asked(work, batch, letter, group));
    Event event = work.event("letter_issued");
    Judgement judgement = judge(std::move(findings), work.accept, event);
    add(outcome, Outcome{judgement.refused, false, std::move(judgement.findings), 0});
    if (judgement.refused) {
        return LetterId();
    }
    event.create = Creation{RecordKind::letter, to_json(letter)};
    JZ_TRY(seq, work.ledger.append(std::move(event)));
    StepInput step;
    step.listed = LetterId{seq};
    for (const Transfer& transfer : group.transfers) {
        JZ_TRY(sent, step_transfer(work, transfer.id, Action::send, step));
        add(outcome, std::move(sent));
    }
    Letter stored = letter;
    stored.id = LetterId{seq};
    JZ_TRY(notes, notes_on_number(work, stored));
    outcome.findings.insert(outcome.findings.end(), notes.begin(), notes.end());
    if (auto far =
            distance_unknown(work, group.transfers.front(), stored, input, batch.id.text() + " " + stored.name)) {
        outcome.findings.push_back(std::move(*far));
    }
    return LetterId{seq};
}

Result<bool> issue_both(Work& work, const Batch& batch, const Ready& ready, const IssueInput& input,
                        ListLetters& result) {
    for (const Group* group : {&ready.full, &ready.probationary}) {
        if (group->transfers.empty()) {
            continue;
        }
        JZ_TRY(letter, issue_for(work, batch, *group, input, result.outcome));
        result.letters.push_back(letter);
    }
    return !result.outcome.refused;
}

// The paper is void; who was received by it before is not brought back.
void tell_who_stays(const Letter& letter, const std::vector<Transfer>& transfers, Outcome& outcome) {
    const auto received = std::count_if(transfers.begin(), transfers.end(), was_received);
    if (outcome.refused || received == 0) {
        return;
    }
    outcome.findings.push_back(state_finding(
        letter.id.text() + " " + letter.no,
        say({"名单上已接收的 {} 人不受影响；其余的回到已批准",
             "{} of the list were received before and stay so; the others are approved again"},
            received),
        say({"另开一份：jiezhuan letter issue --batch {}", "a new list: jiezhuan letter issue --batch {}"},
            letter.batch.text())));
    outcome.findings.back().severity = Severity::info;
}

// Between two of ours: the receiver has it before it, and decides first, or sends these back.
std::optional<Outcome> with_the_receiver(const Letter& letter, const std::vector<Transfer>& transfers) {
    const auto with = std::find_if(transfers.begin(), transfers.end(), [](const Transfer& transfer) {
        return is_on_the_way(transfer) && find_path(transfer.kind, transfer.state, Action::void_letter) == nullptr;
    });
    if (with == transfers.end()) {
        return std::nullopt;
    }
    return refusal(
        letter.id.text() + " " + letter.no,
        say({"接收方正在办理名单上的人（{}，{}）", "the receiver is at work on the list ({}, {})"}, with->id.text(),
            code_title(with->state)),
        say({"由接收方接收或退回以后再作废：jiezhuan transfer return {} --reason 原因",
             "when the receiver has received them or sent them back: jiezhuan transfer return {} --reason WHY"},
            with->id.text()));
}

// Between two of ours the receiver's receipt is written here: by the letter by which somebody was received, and which did its work.
LetterState ended_state(const Letter& letter, const std::vector<Transfer>& transfers, const VoidInput& input) {
    const bool used =
        letter.direction == LetterDirection::between && std::any_of(transfers.begin(), transfers.end(), was_received);
    return used ? LetterState::used : input.lost ? LetterState::lost : LetterState::void_;
}

} // namespace

Result<ListLetters> issue_list_letters(Work& work, const Batch& batch, const IssueInput& input) {
    JZ_TRY(ready, ready_of(work, batch));
    ListLetters result;
    if (!ready.waiting.empty()) {
        result.outcome = somebody_waits(batch, ready.waiting);
        return result;
    }
    if (ready.full.transfers.empty() && ready.probationary.transfers.empty()) {
        result.outcome =
            ready.issued.empty()
                ? refusal(batch.id.text() + " " + batch.title,
                          Text{"没有等着开介绍信的人", "nobody waits for a letter"},
                          say({"查看：jiezhuan batch show {}", "see: jiezhuan batch show {}"}, batch.id.text()))
                : Outcome::done_already();
        result.letters = std::move(ready.issued);
        return result;
    }
    JZ_CHECK(work.ledger.attempt([&] { return issue_both(work, batch, ready, input, result); }));
    if (result.outcome.refused) {
        result.letters.clear();
    }
    return result;
}

Result<Outcome> void_list_letter(Work& work, const Letter& letter, const VoidInput& input) {
    JZ_TRY(transfers, transfers_of_list(work.ledger, letter));
    if (auto why = with_the_receiver(letter, transfers)) {
        return std::move(*why);
    }
    Outcome outcome;
    JZ_CHECK(work.ledger.attempt([&]() -> Result<bool> {
        Letter after = letter;
        after.state = ended_state(letter, transfers, input);
        after.state_on = work.on;
        after.state_reason = input.reason;
        after.receiver_notified_on = input.receiver_notified_on;
        Event event = work.event("letter_voided");
        event.set.push_back({RecordKind::letter, letter.id.value, difference(letter, after)});
        JZ_TRY(seq, work.ledger.append(std::move(event)));
        static_cast<void>(seq);
        StepInput step;
        step.reason = input.reason;
        for (const Transfer& transfer : transfers) {
            if (is_on_the_way(transfer)) {
                JZ_TRY(back, step_transfer(work, transfer.id, Action::void_letter, step));
                add(outcome, std::move(back));
            }
        }
        return !outcome.refused;
    }));
    tell_who_stays(letter, transfers, outcome);
    return outcome;
}

} // namespace jiezhuan
