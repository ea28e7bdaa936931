// What becomes of the papers by a step, and is to be done with them.
#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/transfers/transfer_attempt.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// The receiver holds the member by its own receipt: nobody may stand with both, or with none.
Finding receiver_holds(const Attempt& attempt, Message evidence) {
    return {
        std::string(kStateRule),
        Severity::warning,
        attempt.subject(),
        {},
        std::move(evidence),
        Text{"书面告知接收方转接已撤销，由对方下册；对方确已接收的，不应撤销，重新登记转出",
             "tell the receiver in writing that it was revoked, so that the member leaves the roster there; where it "
             "did take over, transfer the member out anew"}};
}

// The stub lies here; the member has the letter that was given for it, whose issuer knows of nothing.
Message take_back(const Letter& in_hand) {
    return say({"已换开为 {}（{}），请收回并与开具单位联系",
                "it was exchanged for {} (of {}): take that back, and tell its issuer"},
               in_hand.no, in_hand.issuer_name);
}

// It settled nothing, and whoever holds it could still be received on it.
Finding letter_is_out(const Attempt& attempt, const Letter& letter) {
    return {std::string(kStateRule),
            Severity::warning,
            attempt.subject(),
            {},
            say({"介绍信 {} 还在外面，没有随之作废", "letter {} is still out: it is not void with it"}, letter.no),
            say({"收回后作废：jiezhuan letter void {} --reason 原因",
                 "take it back, then: jiezhuan letter void {} --reason WHY"},
                letter.id.text())};
}

// What the receiver holds of a transfer out that is taken back.
void add_revoked(const Attempt& attempt, Findings& findings) {
    const std::optional<Letter>& letter = attempt.letter;
    const Way online = online_way(attempt.before);
    const bool by_list = letter && has_list(*letter) && !attempt.before.received_on.empty();
    if (by_list) {
        findings.push_back(
            receiver_holds(attempt, say({"接收方已接收（凭{}），党员在对方在册",
                                         "the receiver took over ({}): the member is on the roster there"},
                                        attempt.before.received_evidence)));
    } else if (letter && !letter->receipt_recorded_on.empty()) {
        findings.push_back(receiver_holds(
            attempt, say({"接收方已回执（介绍信 {}，{}），党员在对方在册",
                          "the receiver's receipt came (letter {}, {}): the member is on the roster there"},
                         letter->no, letter->receipt_on.text())));
    } else if (goes_both_ways(attempt.before) && online.state == WayState::accepted) {
        findings.push_back(
            receiver_holds(attempt, say({"接收方已在网上接收（{}），党员在对方在册",
                                         "the receiver accepted online ({}): the member is on the roster there"},
                                        online.on.text())));
    }
    if (letter && letter->state == LetterState::issued && !has_list(*letter)) {
        findings.push_back(letter_is_out(attempt, *letter));
    }
}

// Of a letter with a list: is anybody left whom its receipt confirms?
Result<bool> others_are_received(const Attempt& attempt, const Letter& letter) {
    if (!has_list(letter)) {
        return false;
    }
    JZ_TRY(transfers, transfers_of_list(attempt.work.ledger, letter));
    return std::any_of(transfers.begin(), transfers.end(),
                       [&](const Transfer& other) { return other.id != attempt.before.id && was_received(other); });
}

// Our receipt says that the member was received; of a list it goes on for the others.
Message about_that_receipt(const Letter& letter, bool others) {
    const bool sent = !letter.receipt_sent_on.empty();
    if (others) {
        return sent ? say({"书面告知原单位：此人的接收已撤销；名单上其余的再打印一份寄出：jiezhuan letter print {} "
                           "--paper receipt",
                           "tell the sending organisation in writing: this one was not received; print one for the "
                           "others and send it: jiezhuan letter print {} --paper receipt"},
                          letter.id.text())
                    : say({"已打印的不要寄出；名单上其余的再打印一份：jiezhuan letter print {} --paper receipt",
                           "do not send what was printed; print one for the others on the list: jiezhuan letter print "
                           "{} "
                           "--paper receipt"},
                          letter.id.text());
    }
    return sent ? Text{"书面告知原单位：接收已撤销，回执作废",
                       "tell the sending organisation in writing: nobody was received, the receipt is void"}
                : Text{"已打印的回执作废，不要寄出", "the printed receipt is void: do not send it"};
}

Result<Finding> receipt_was_written(const Attempt& attempt, const Letter& letter) {
    JZ_TRY(others, others_are_received(attempt, letter));
    return Finding{std::string(kStateRule),
                   Severity::warning,
                   attempt.subject(),
                   {},
                   letter.receipt_sent_on.empty()
                       ? say({"介绍信 {} 的回执已于 {} 开具", "the receipt of letter {} was issued {}"}, letter.no,
                             letter.receipt_issued_on.text())
                       : say({"介绍信 {} 的回执已于 {} 寄出", "the receipt of letter {} was sent {}"}, letter.no,
                             letter.receipt_sent_on.text()),
                   about_that_receipt(letter, others)};
}

Finding stay_goes_on(const Attempt& attempt) {
    return {std::string(kStateRule),
            Severity::info,
            attempt.subject(),
            {},
            say({"流动党员编入 {} 照旧，仍在“{}”", "the migrant's stay {} goes on in '{}'"}, attempt.stay->id.text(),
                attempt.work.organisations.label(attempt.stay->branch)),
            {}};
}

Finding void_with_it(const Attempt& attempt, const Letter& letter) {
    return {std::string(kStateRule),
            Severity::info,
            attempt.subject(),
            {},
            say({"介绍信 {} 随之作废", "letter {} is void with it"}, letter.no),
            attempt.onward.empty() ? Message(Text{"已领走的请收回，与存根一并保存",
                                                  "take it back if it was handed out, and keep it with the stub"})
                                   : take_back(attempt.onward.back())};
}

Finding another_in_hand(const Attempt& attempt, const Letter& letter) {
    const Letter& in_hand = attempt.onward.back();
    Finding finding =
        state_finding(attempt.subject(),
                      say({"党员手里的是 {}，不是 {}", "the member has {} in hand, not {}"}, in_hand.no, letter.no),
                      take_back(in_hand));
    finding.severity = Severity::warning;
    return finding;
}

} // namespace

Result<void> add_papers(const Attempt& attempt, Findings& findings) {
    if (attempt.stay && !attempt.input.leaves) {
        findings.push_back(stay_goes_on(attempt));
    }
    if (!attempt.letter) {
        return {};
    }
    const Letter& letter = *attempt.letter;
    const bool ours = letter.direction != LetterDirection::incoming;
    const bool revoked = attempt.action == Action::revoke;
    if (revoked && answered_here(letter) && !letter.receipt_issued_on.empty()) {
        JZ_TRY(written, receipt_was_written(attempt, letter));
        findings.push_back(std::move(written));
    }
    if (revoked && ours) {
        add_revoked(attempt, findings);
    }
    const bool ended = letter.state == LetterState::void_ && attempt.letter_before->state == LetterState::issued;
    if (ours && ended && (attempt.action == Action::withdraw || attempt.action == Action::refuse)) {
        findings.push_back(void_with_it(attempt, letter));
    }
    if (attempt.action == Action::void_letter && !attempt.onward.empty()) {
        findings.push_back(another_in_hand(attempt, letter));
    }
    return {};
}

} // namespace jiezhuan
