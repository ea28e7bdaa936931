#include "jiezhuan/service/receipts/receipt_corrections.hpp"

#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/letters/letters.hpp"
#include "jiezhuan/service/records/put_back.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/open_anew.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

void add(Outcome& outcome, Outcome more) {
    outcome.refused = outcome.refused || more.refused;
    outcome.findings.insert(outcome.findings.end(), std::make_move_iterator(more.findings.begin()),
                            std::make_move_iterator(more.findings.end()));
}

Letter as_issued(Letter letter) {
    letter.state = LetterState::issued;
    letter.state_on = Date();
    letter.state_reason.clear();
    letter.replaced_by = LetterId();
    return letter;
}

// The event that recorded the receipt of a letter.
const LoggedEvent* recorded_in(const std::vector<LoggedEvent>& events, LetterId letter) {
    const auto found = std::find_if(events.rbegin(), events.rend(), [&](const LoggedEvent& logged) {
        return std::any_of(logged.event.set.begin(), logged.event.set.end(), [&](const Change& change) {
            return change.kind == RecordKind::letter && change.id == letter.value &&
                   change.to.contains("receipt_recorded_on");
        });
    });
    return found == events.rend() ? nullptr : &*found;
}

bool issues_again(const Event& event, LetterId letter) {
    return std::any_of(event.set.begin(), event.set.end(), [&](const Change& change) {
        return change.kind == RecordKind::letter && change.id == letter.value &&
               json::text_of(change.to, "state") == code_id(LetterState::issued);
    });
}

// The receipt; where its letter had ended, that was issued again first, and before that another one voided.
DoneTogether recording_of(const std::vector<LoggedEvent>& of_transfer, const LoggedEvent& receipt, LetterId letter) {
    DoneTogether act;
    act.take_in(receipt);
    auto one = std::find_if(of_transfer.rbegin(), of_transfer.rend(),
                            [&](const LoggedEvent& logged) { return logged.seq == act.before; });
    if (one != of_transfer.rend() && act.continues(*one, receipt) && issues_again(one->event, letter)) {
        act.take_in(*one++);
        if (one != of_transfer.rend() && act.continues(*one, receipt) && one->event.type == "letter_voided") {
            act.take_in(*one);
        }
    }
    return act;
}

// The same was taken back for the same reason, and nothing was done with the letter since.
bool revoked_before(const Work& work, const std::vector<LoggedEvent>& events, const std::string& reason) {
    const Event& last = events.back().event;
    return last.type == "receipt_revoked" && json::text_of(last.about, "reason") == reason &&
           (!work.on_given || work.on == last.date);
}

std::optional<Outcome> cannot_revoke(const Work& work, const Letter& letter) {
    if (letter.receipt_recorded_on.empty() || !issued_here(letter)) {
        return refusal(subject_of(letter),
                       say({"没有登记过介绍信 {} 的回执", "no receipt of letter {} was recorded"}, letter.no),
                       say({"查看：jiezhuan letter show {}", "see: jiezhuan letter show {}"}, letter.id.text()));
    }
    if (has_list(letter)) {
        return refusal(
            subject_of(letter),
            Text{"名单的回执涉及多人，逐人撤销", "the receipt of a list is of several people, revoked one by one"},
            say({"名单：jiezhuan batch show {}；撤销：jiezhuan transfer revoke 编号 --reason 原因",
                 "the list: jiezhuan batch show {}; then: jiezhuan transfer revoke ID --reason REASON"},
                letter.batch.text()));
    }
    if (work.on < letter.receipt_recorded_on) {
        return refusal(subject_of(letter),
                       say({"撤销日期 {} 早于登记日期 {}", "the day, {}, is before the receipt was recorded, {}"},
                           work.on.text(), letter.receipt_recorded_on.text()),
                       Text{"核对 --on", "check --on"});
    }
    return std::nullopt;
}

// Of one that ended with a mark, which may have been a mistake, or was withdrawn, and goes on as a new one.
Message how_to_go_on(const OrgDirectory& organisations, const Transfer& transfer, const Member& member) {
    const bool marked = member.standing == Standing::suspended || member.standing == Standing::left;
    const bool withdrawn = transfer.state == TransferState::withdrawn;
    return withdrawn && marked
               ? say({"状况登记有误的先撤销，转接随之恢复：jiezhuan member mark {} --as mistaken --basis 依据",
                      "where the mark was a mistake, take it back, and the transfer comes back with it: jiezhuan "
                      "member "
                      "mark {} --as mistaken --basis TEXT"},
                     member.id.text())
           : withdrawn
               ? say({"与接收单位核实；确要转出的重新登记，由对方凭新开的介绍信出具回执：{}",
                      "ask the receiver; to transfer all the same, open it anew, for a receipt of the new letter: {}"},
                     open_anew_command(organisations, transfer))
               : say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, transfer.id.text());
}

Outcome waits_for_none(const OrgDirectory& organisations, const Letter& letter, const Transfer& transfer,
                       const Member& member) {
    return refusal(
        subject_of(letter),
        Message(fmt::format("转接 {} 的状态是“{}”，不再等回执", transfer.id.text(), code_title(transfer.state).zh),
                fmt::format("transfer {} is '{}' and waits for no receipt", transfer.id.text(),
                            code_title(transfer.state).en)),
        how_to_go_on(organisations, transfer, member));
}

// It was given for the other one, and somebody may still carry it.
Finding ended_with_it(const Letter& former, const Letter& voided) {
    return {std::string(kStateRule),
            Severity::info,
            subject_of(former),
            {},
            say({"此后开具的介绍信 {} 随之作废", "letter {}, issued since, is void with it"}, voided.no),
            say({"收回 {}；登错的：jiezhuan receipt revoke {} --reason 原因",
                 "take {} back; where this was a mistake: jiezhuan receipt revoke {} --reason WHY"},
                voided.no, former.no)};
}

Outcome changed_since(const Letter& letter) {
    return refusal(
        subject_of(letter), Text{"登记回执之后又办理过", "something was done since the receipt was recorded"},
        say({"经过：jiezhuan explain {}；已接收而有误的：jiezhuan transfer revoke {} --reason 原因",
             "so far: jiezhuan explain {}; to take the acceptance back: jiezhuan transfer revoke {} --reason WHY"},
            letter.transfer.text(), letter.transfer.text()));
}

} // namespace

Result<Outcome> record_by_former_letter(Work& work, const Letter& letter, const Transfer& transfer,
                                        const ReceiptInput& slip) {
    if (transfer.state != TransferState::sent && transfer.state != TransferState::approved) {
        JZ_TRY(member, work.ledger.member(transfer.member));
        return waits_for_none(work.organisations, letter, transfer, *member);
    }
    Outcome outcome;
    JZ_CHECK(work.ledger.attempt([&]() -> Result<bool> {
        if (transfer.state == TransferState::sent) {
            VoidInput given_for_it;
            given_for_it.reason = slip.reason;
            JZ_TRY(voided, void_letter(work, transfer.letter, given_for_it));
            if (voided.refused) {
                outcome = std::move(voided);
                return false;
            }
            add(outcome, std::move(voided));
            JZ_TRY(ended, work.ledger.letter(transfer.letter));
            outcome.findings.push_back(ended_with_it(letter, *ended));
        }
        Letter again = as_issued(letter);
        StepInput step;
        step.letter = &again;
        JZ_TRY(sent,
               step_transfer(work, transfer.id, Action::send, step)); // what it reminds of was said when it was issued
        if (sent.refused) {
            outcome = std::move(sent);
            return false;
        }
        ReceiptInput as_any = slip;
        as_any.reason.clear();
        JZ_TRY(recorded, record_receipt(work, as_any));
        add(outcome, std::move(recorded));
        return !outcome.refused;
    }));
    return outcome;
}

Result<Outcome> revoke_receipt(Work& work, const Letter& letter, const std::string& reason) {
    JZ_TRY(events, work.ledger.history(RecordKind::letter, letter.id.value));
    if (letter.receipt_recorded_on.empty() && revoked_before(work, events, reason)) {
        return Outcome::done_already();
    }
    if (auto why = cannot_revoke(work, letter)) {
        return std::move(*why);
    }
    JZ_TRY(transfer, work.ledger.transfer(letter.transfer));
    const LoggedEvent* recorded = recorded_in(events, letter.id);
    ensure(transfer && recorded != nullptr, "a receipt that no event recorded");
    if (auto why = step_of_another_committee(work, subject_of(letter), *transfer, Action::accept)) {
        return std::move(*why);
    }
    JZ_TRY(of_transfer, work.ledger.history(RecordKind::transfer, transfer->id.value));
    Event event = work.event("receipt_revoked");
    event.about.emplace("reason", json::Value(reason));
    JZ_TRY(back, add_put_back(work, recording_of(of_transfer, *recorded, letter.id), event));
    if (!back) {
        return changed_since(letter);
    }
    JZ_CHECK(work.ledger.append(std::move(event)));
    return Outcome{};
}

} // namespace jiezhuan
