#include "jiezhuan/service/transfers/letter_correction.hpp"

#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/letters/letter_numbers.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_attempt.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

Result<Findings> asked(Work& work, const LetterCorrection& one, Letter letter) {
    if (letter.no != one.before.no) {
        letter.id = LetterId(); // a number that it did not have: everybody else's counts, later ones too
    }
    JZ_TRY(facts, facts_of(work, letter, one.member, one.transfer.presented_on));
    if (has_list(letter)) {
        facts.member.reset();
    }
    return ask(letter_rules(), Moment::present, facts, one.subject);
}

Finding reprint(const LetterCorrection& one, Message says, Message to_send) {
    const bool sent = !one.after.receipt_sent_on.empty();
    Finding finding =
        state_finding(one.subject, std::move(says),
                      sent ? std::move(to_send)
                           : say({"重新打印后寄出：jiezhuan letter print {} --paper receipt",
                                  "print it again and send that: jiezhuan letter print {} --paper receipt"},
                                 one.after.id.text()));
    finding.severity = Severity::warning;
    return finding;
}

} // namespace

std::optional<Outcome> no_letter_came(const Transfer& transfer, const std::optional<Letter>& letter,
                                      const std::string& subject) {
    if (letter && letter->direction == LetterDirection::incoming) {
        return std::nullopt;
    }
    if (letter) {
        return refusal(
            subject,
            say({"介绍信 {} 是本账本开具的：介绍信不得涂改（LT-18），要作废后重新开具",
                 "letter {} was issued in this ledger: it is not altered (LT-18) but voided and issued anew"},
                letter->no),
            say({"查看：jiezhuan letter show {}", "see: jiezhuan letter show {}"}, letter->id.text()));
    }
    const bool presents = find_path(transfer.kind, transfer.state, Action::present) != nullptr;
    return refusal(
        subject, Text{"没有登记过带来的介绍信", "no letter is recorded that came with the member"},
        presents ? step_command(Action::present, transfer)
                 : say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, transfer.id.text()));
}

Result<Letter> letter_as_written(const Letter& stored, const FieldValues& values) {
    Letter written;
    for (const auto& [field, value] : values) {
        JZ_CHECK(set_field(written, field, value));
    }
    if (const auto no = values.find("no"); no != values.end()) {
        written.no = plain_number(written.no);
        if (written.no.empty()) {
            return fail(Exit::usage, Text{"介绍信编号是空的", "the number of the letter is empty"},
                        Text{"写信上的编号：--letter-no 编号", "write the number on the letter: --letter-no NUMBER"});
        }
    }
    return letter_with(stored, written);
}

Letter letter_from(const Letter& stored, OrgId sender, const std::string& was, const std::string& now) {
    Letter letter = stored;
    const bool by_department = !letter.receipt_to.empty() || (was.empty() && !letter.issuer_name.empty());
    if (by_department) {
        letter.receipt_to = now;
    } else {
        letter.issuer = sender;
        letter.issuer_name = now;
    }
    letter.from_unit = letter.from_unit == was ? now : letter.from_unit;
    return letter;
}

std::optional<Outcome> letter_too_young(const LetterCorrection& one) {
    return one.after.issued_on == one.before.issued_on
               ? std::nullopt
               : dated_after_presentation(one.subject, one.after, one.transfer.presented_on);
}

Result<Findings> rules_of_letter_now(Work& work, const LetterCorrection& one) {
    JZ_TRY(now, asked(work, one, one.after));
    JZ_TRY(before, asked(work, one, one.before));
    std::erase_if(now, [&](const Finding& finding) {
        return std::any_of(before.begin(), before.end(), [&](const Finding& known) {
            return known.rule == finding.rule && known.message.zh == finding.message.zh;
        });
    });
    for (Finding& finding : now) {
        finding.severity = std::min(finding.severity, Severity::warning);
        if (!one.transfer.received_on.empty()) { // too late for what the rule says to do
            finding.fix = Text{"核对信上的内容；确实如此的，与原单位联系",
                               "check what is on the letter; where it is so, ask its issuer"};
        }
    }
    return now;
}

Findings receipt_says_otherwise(const LetterCorrection& one) {
    Findings findings;
    if (one.after.receipt_issued_on.empty()) {
        return findings;
    }
    if (one.after.no != one.before.no) {
        findings.push_back(reprint(
            one,
            say({"回执上写的是原来的编号“{}”", "the receipt was written with the old number, '{}'"}, one.before.no),
            say({"再打印一份寄给原单位，并书面告知前一份作废：jiezhuan letter print {} --paper receipt",
                 "print another one and send it, and tell the sending organisation that the first is void: jiezhuan "
                 "letter print {} --paper receipt"},
                one.after.id.text())));
    }
    const std::string& was = receipt_addressee(one.before);
    const std::string& now = receipt_addressee(one.after);
    if (was != now) {
        findings.push_back(
            reprint(one, say({"回执已写给“{}”", "the receipt was written to '{}'"}, was),
                    say({"再打印一份寄往“{}”：jiezhuan letter print {} --paper receipt",
                         "print another one and send it to '{}': jiezhuan letter print {} --paper receipt"},
                        now, one.after.id.text())));
    }
    return findings;
}

} // namespace jiezhuan
