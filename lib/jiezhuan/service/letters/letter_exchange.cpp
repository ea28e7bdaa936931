// A department on the way takes a letter in and gives one of its own instead (换信).
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/letters/letter_chain.hpp"
#include "jiezhuan/service/letters/letter_numbers.hpp"
#include "jiezhuan/service/letters/letters.hpp"
#include "jiezhuan/service/records/event_changes.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

Message show_command(const Letter& letter) {
    return say({"查看：jiezhuan letter show {}", "see: jiezhuan letter show {}"}, letter.id.text());
}

// Where nobody said how long it is valid, the last day of the letter that was taken in goes on: a transfer without one is never due.
Date last_day(const Letter& given, const Letter& taken) {
    if (given.valid_days == 0) {
        return taken.valid_until;
    }
    return given.issued_on.is_day() ? given.issued_on.plus_days(given.valid_days) : Date();
}

// The person, the dues and where the member is to go are those of the letter that was taken in.
void describe(Letter& given, const Letter& taken, const Work& work, const ExchangeInput& input) {
    const auto department = addressee_named(work.organisations, input.by);
    const bool outside = department && !work.organisations.is_ours(*department);
    given.issuer = outside ? *department : OrgId(); // the numbers of ours are a series that we keep
    given.issuer_name = department ? work.organisations.find(*department)->name : std::string(trimmed(input.by));
    given.no = plain_number(input.no);
    given.issued_on = input.issued_on.empty() ? work.on : input.issued_on;
    given.year = given.issued_on.year();
    given.valid_days = input.valid_days;
    given.valid_until = last_day(given, taken);
    given.addressee = trimmed(input.addressee);
}

Letter given_for(const Letter& taken, const Work& work, const ExchangeInput& input) {
    Letter given;
    given.direction = LetterDirection::onward;
    given.kind = taken.kind;
    given.state = LetterState::issued;
    given.state_on = work.on;
    given.transfer = taken.transfer;
    given.member = taken.member;
    given.name = taken.name;
    given.id_no = taken.id_no;
    given.stage = taken.stage;
    given.from_unit = taken.from_unit;
    given.to_unit = taken.to_unit;
    given.dues_paid_through = taken.dues_paid_through;
    given.exchanges = taken.id;
    describe(given, taken, work, input);
    return given;
}

std::optional<Outcome> not_under_way(const Letter& letter) {
    if (has_list(letter)) {
        return refusal(subject_of(letter),
                       Text{"带名单的介绍信直接写给新的上级党组织，不换信",
                            "a letter with a list goes straight to the new superior: it is not exchanged"},
                       show_command(letter));
    }
    if (letter.kind == LetterKind::introduction && is_live(letter)) {
        return std::nullopt;
    }
    const bool ended = letter.kind == LetterKind::introduction;
    return refusal(subject_of(letter),
                   ended ? say({"介绍信 {} {}（{}），只有在途的才换信",
                                "letter {} is {} ({}): only one that is under way is exchanged"},
                               letter.no, code_title(letter.state), letter.state_on.text())
                         : Message(Text{"党员证明信不换信", "a certificate is not exchanged"}),
                   show_command(letter));
}

std::optional<Outcome> day_wrong(const Work& work, const Letter& taken, const Letter& given) {
    const bool before = work.on < taken.issued_on || given.issued_on.latest() < taken.issued_on;
    if (!before && given.issued_on.earliest() <= work.today()) {
        return std::nullopt;
    }
    return refusal(
        subject_of(taken),
        before ? say({"换信日期 {}、新信日期 {} 不能早于原信的开具日期 {}",
                      "exchanged {}, the new letter of {}: not before the letter itself was issued, {}"},
                     work.on.text(), given.issued_on.text(), taken.issued_on.text())
               : say({"新信日期 {} 在今天之后", "the new letter is dated {}, after today"}, given.issued_on.text()),
        Text{"核对 --on（交出换信的日期）和 --letter-date（新信的日期）",
             "check --on (the day it was handed in) and --letter-date (of the new letter)"});
}

// A department numbers its letter itself: the number of the one handed in, or of another of ours, was read from the wrong paper, and
// by it nobody could say afterwards which letter is meant.
Result<std::optional<Outcome>> number_of_another(Work& work, const Letter& taken, const Letter& given) {
    JZ_TRY(first, chain_beginning(work.ledger, taken));
    JZ_TRY(chain, chain_from(work.ledger, first));
    JZ_TRY(same, work.ledger.letters(Query().equal("no", given.no)));
    const auto other = std::find_if(same.begin(), same.end(), [&](const Letter& letter) {
        const bool linked =
            std::any_of(chain.begin(), chain.end(), [&](const Letter& one) { return one.id == letter.id; });
        return letter.id != given.id && (linked || issued_here(letter));
    });
    if (other == same.end()) {
        return std::optional<Outcome>();
    }
    return std::optional(refusal(
        subject_of(taken),
        say({"新信编号 {} 是 {}（{}，“{}”开具）的编号", "the number {} is that of {} ({}, issued by '{}')"}, given.no,
            other->id.text(), other->name, other->issuer_name),
        Text{"核对新信上的编号（--letter-no）；新信确实是这个编号的，编号前写上开具单位的字头",
             "check the number on the new letter (--letter-no); where it is that, write its issuer's word before it"}));
}

void handed_in_late(Findings& findings, const Work& work, const Letter& taken, Date on) {
    if (is_validity_known(taken) && !taken.valid_until.empty() && on > taken.valid_until.latest()) {
        met(findings, "LT-08", work.profile,
            say({"有效期至 {}，{} 才换信，过期 {} 天", "valid until {}, exchanged {}: {} days too late"},
                taken.valid_until.text(), on.text(), days_between(taken.valid_until.latest(), on)),
            {}, subject_of(taken));
    }
}

// Said, not refused: the paper may be gone. The command that is printed supplies it.
void validity_not_said(Findings& findings, const Letter& taken, const Letter& given) {
    if (is_validity_known(given) || given.valid_until.empty()) {
        return;
    }
    findings.push_back(state_finding(
        subject_of(taken),
        say({"没有登记 {} 的有效期，先按交出的信的有效期至 {} 提醒",
             "how long {} is valid was not said: until it is, the last day of the one handed in, {}, counts"},
            given.no, given.valid_until.text()),
        say({"问明后补记：同一命令加 --valid-days 天数 --reason 补记有效期",
             "ask, then supply it: the same command with --valid-days DAYS --reason 'validity supplied'"})));
    findings.back().severity = Severity::warning;
}

// What the paper says is taken down as it is; that it came late, or that its number or validity cannot be, is said.
Result<Findings> judged(Work& work, const Letter& taken, Date taken_on, const Letter& given, const Member& member) {
    Findings findings;
    handed_in_late(findings, work, taken, taken_on);
    JZ_TRY(facts, facts_of(work, given, member, given.issued_on));
    for (Finding& finding : ask(letter_rules(), Moment::present, facts, subject_of(taken))) {
        if (finding.rule == "LT-02" || (finding.rule == "LT-05" && given.valid_days > 0)) {
            findings.push_back(std::move(finding));
        }
    }
    for (Finding& finding : findings) {
        finding.severity = std::min(finding.severity, Severity::warning);
        finding.fix = Text{"核对登记的内容；确实如此的，与换信的组织部联系",
                           "check what was recorded; where it is so, ask the department that exchanged it"};
    }
    validity_not_said(findings, taken, given);
    return findings;
}

Result<Outcome> append(Work& work, const Letter& taken, const Letter& given, const Member& member) {
    JZ_TRY(findings, judged(work, taken, work.on, given, member));
    Letter after = taken;
    after.exchanged_for = LetterId{work.ledger.next_seq()};
    after.exchanged_on = work.on;
    Event event = work.event("letter_exchanged");
    event.create = Creation{RecordKind::letter, to_json(given)};
    event.set.push_back({RecordKind::letter, taken.id.value, difference(taken, after)});
    JZ_TRY(seq, work.ledger.append(std::move(event)));
    return Outcome{false, false, std::move(findings), seq};
}

Outcome exchanged_otherwise(const Letter& taken, const Letter& known) {
    return refusal(subject_of(taken),
                   say({"已于 {} 由“{}”换开为 {}", "was exchanged {}, by '{}', for {}"}, taken.exchanged_on.text(),
                       known.issuer_name, known.no),
                   !is_live(known) ? say({"已了结，不再更正；查看：jiezhuan letter show {}",
                                          "it is over and stays so; see: jiezhuan letter show {}"},
                                         taken.id.text())
                   : known.exchanged_for
                       ? say({"登记错的，同一命令加 --reason 原因；此后又换的信：jiezhuan letter show {}",
                              "recorded wrongly: the same command with --reason WHY; what it was exchanged for since: "
                              "jiezhuan letter show {}"},
                             taken.id.text())
                       : say({"再换一次的：{}；登记错的，同一命令加 --reason 原因",
                              "exchanged once more: {}; recorded wrongly: the same command with --reason WHY"},
                             exchange_command(known)));
}

// The link after this one was given for it: not before it was there.
std::optional<Outcome> after_the_next(const Letter& handed_in, const Letter& right) {
    if (!right.exchanged_for ||
        (handed_in.exchanged_on <= right.exchanged_on && right.issued_on.earliest() <= right.exchanged_on)) {
        return std::nullopt;
    }
    return refusal(subject_of(right),
                   say({"{} 已于 {} 再换信：换开、开具的日期不能晚于这一天",
                        "{} was exchanged in turn on {}: it was not given, or dated, later than that"},
                       right.no, right.exchanged_on.text()),
                   say({"核对 --on、--letter-date；后一环登记错的，先更正：jiezhuan letter show {}",
                        "check --on and --letter-date; where the next link is wrong, put that right first: jiezhuan "
                        "letter show {}"},
                       right.id.text()));
}

// Of the links after it those of which nobody said how long they are valid have its last day.
Result<std::vector<std::pair<Letter, Letter>>> with_last_day(Reading& ledger, const Letter& known,
                                                             const Letter& right) {
    std::vector<std::pair<Letter, Letter>> changed;
    JZ_TRY(chain, chain_from(ledger, known));
    Letter before = right;
    for (std::size_t i = 1; i < chain.size() && chain[i].valid_days == 0; ++i) {
        Letter after = chain[i];
        after.valid_until = before.valid_until;
        changed.emplace_back(chain[i], after);
        before = std::move(after);
    }
    return changed;
}

// Recorded before: the same again, or what was written down of it is put right.
Result<Outcome> recorded_before(Work& work, const Letter& taken, const ExchangeInput& input, const Member& member) {
    JZ_TRY(stored, work.ledger.letter(taken.exchanged_for));
    ensure_there(stored.has_value(), lost::kLetter);
    const Letter& known = *stored;
    ExchangeInput said = input;
    said.issued_on = input.issued_on.empty() && !work.on_given ? known.issued_on : input.issued_on;
    said.valid_days = input.valid_days == 0 ? known.valid_days : input.valid_days;
    said.addressee = input.addressee.empty() ? known.addressee : input.addressee;
    Letter right = known;
    describe(right, taken, work, said);
    Letter handed_in = taken;
    handed_in.exchanged_on = work.on_given ? work.on : taken.exchanged_on;
    if (right == known && handed_in == taken) {
        return Outcome::done_already();
    }
    if (trimmed(input.reason).empty() || !is_live(known)) {
        return exchanged_otherwise(taken, known);
    }
    if (auto why = day_wrong(work, taken, right)) {
        return std::move(*why);
    }
    if (auto why = after_the_next(handed_in, right)) {
        return std::move(*why);
    }
    JZ_TRY(misread, number_of_another(work, taken, right));
    if (misread) {
        return std::move(*misread);
    }
    JZ_TRY(findings, judged(work, taken, handed_in.exchanged_on, right, member));
    JZ_TRY(corrected, with_last_day(work.ledger, known, right));
    corrected.emplace(corrected.begin(), known, right);
    corrected.emplace(corrected.begin(), taken, handed_in);
    Event event = work.event("letter_corrected");
    event.date = work.today();
    event.about.emplace("reason", json::Value(to_nfc(trimmed(input.reason))));
    for (const auto& [before, after] : corrected) {
        add_change(event, before, after);
    }
    JZ_CHECK(work.ledger.append(std::move(event)));
    return Outcome{false, false, std::move(findings), 0, true};
}

} // namespace

Result<Outcome> exchange_letter(Work& work, LetterId id, const ExchangeInput& input) {
    JZ_TRY(stored, work.ledger.letter(id));
    if (!stored) {
        return fail(Exit::not_found, say({"没有介绍信 {}", "there is no letter {}"}, id.text()),
                    Text{"查看：jiezhuan letter list", "see: jiezhuan letter list"});
    }
    const Letter& taken = *stored;
    if (taken.direction != LetterDirection::issued_by_us && taken.direction != LetterDirection::onward) {
        return refusal(subject_of(taken),
                       Text{"不是本单位向外开具的介绍信", "it is no letter of ours to somebody outside"},
                       show_command(taken));
    }
    if (auto why = taken.exchanged_for ? std::nullopt : not_under_way(taken)) {
        return std::move(*why);
    }
    JZ_TRY(member, work.ledger.member(taken.member));
    ensure_there(member.has_value(), lost::kMember);
    if (taken.exchanged_for) {
        return recorded_before(work, taken, input, *member);
    }
    const Letter given = given_for(taken, work, input);
    if (auto why = day_wrong(work, taken, given)) {
        return std::move(*why);
    }
    JZ_TRY(misread, number_of_another(work, taken, given));
    if (misread) {
        return std::move(*misread);
    }
    return append(work, taken, given, *member);
}

} // namespace jiezhuan
