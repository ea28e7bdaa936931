// The letter that somebody brings: completed from what is known, and put right where we wrote it down wrongly.
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/letters/letter_numbers.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_attempt.hpp"

namespace jiezhuan {
namespace {

void count_days(Letter& voucher) {
    if (voucher.issued_on.is_day() && voucher.valid_days > 0) {
        voucher.valid_until = voucher.issued_on.plus_days(voucher.valid_days);
    }
}

// Who issued it is said: a department on the way (换信), or the sender after all. Whom the receipt is for then stands beside it.
void name_issuer(const Work& work, const Transfer& transfer, Letter& voucher) {
    const auto issuer = addressee_named(work.organisations, voucher.issuer_name);
    if (issuer) {
        voucher.issuer_name = work.organisations.find(*issuer)->name;
    }
    voucher.issuer = issuer.value_or(OrgId());
    voucher.receipt_to = sender_name(work.organisations, transfer);
}

// By the sender it came straight: nothing is to be said beside it.
void say_issuer_once(Letter& letter) {
    if (letter.receipt_to == letter.issuer_name) {
        letter.receipt_to.clear();
    }
}

bool at_hand(const Transfer& transfer) {
    return transfer.kind == TransferKind::in &&
           (transfer.state == TransferState::presented || transfer.state == TransferState::verified);
}

Outcome held(const Attempt& attempt) {
    return refusal(attempt.subject(),
                   say({"自 {} 起暂缓办理：{}", "held since {}: {}"}, attempt.before.held_since.text(),
                       attempt.before.hold_reason),
                   step_command(Action::resume, attempt.before));
}

// What stands in the way of the correction.
std::optional<Outcome> cannot_correct(const Attempt& attempt) {
    const Transfer& after = attempt.after;
    if (attempt.before.held()) {
        return held(attempt);
    }
    if (after.presented_on < after.opened_on ||
        (!after.verified_on.empty() && after.verified_on < after.presented_on)) {
        return refusal(attempt.subject(),
                       after.presented_on < after.opened_on
                           ? say({"报到日期 {} 早于登记日期 {}", "presented {}, before it was opened on {}"},
                                 after.presented_on.text(), after.opened_on.text())
                           : say({"报到日期 {} 晚于核实日期 {}", "presented {}, after it was verified on {}"},
                                 after.presented_on.text(), after.verified_on.text()),
                       say({"--on 是报到日期：报到日期原来登记对了的，更正信上内容时不写 --on；原来是 {}",
                            "--on is the day of presentation: leave it out where that was right, to correct what is on "
                            "the letter; it "
                            "is {}"},
                           attempt.before.presented_on.text()));
    }
    return attempt.letter ? dated_after_presentation(attempt.subject(), *attempt.letter, after.presented_on)
                          : std::nullopt;
}

// What the rules say of it now; as when it was presented, nothing of it forbids writing down what stands on the paper.
Result<Findings> judged_as_presented(Attempt& attempt) {
    JZ_TRY(facts, facts_of(attempt.work, attempt.after, attempt.member));
    Findings findings = ask(transfer_rules(), Moment::present, facts, attempt.subject());
    if (attempt.letter) {
        JZ_TRY(about, facts_of(attempt.work, *attempt.letter, attempt.member, attempt.after.presented_on));
        for (Finding& finding : ask(letter_rules(), Moment::present, about, attempt.subject())) {
            findings.push_back(std::move(finding));
        }
    }
    for (Finding& finding : findings) {
        finding.severity = std::min(finding.severity, Severity::warning);
    }
    return findings;
}

} // namespace

Letter voucher_of(const Work& work, const Transfer& transfer, const Member& member, Letter written) {
    const std::string sender = sender_name(work.organisations, transfer);
    const Organisation* addressee = work.organisations.find(transfer.addressee);
    written.no = plain_number(written.no);
    written.kind = LetterKind::introduction;
    if (written.issuer_name.empty()) {
        written.issuer = transfer.from;
        written.issuer_name = sender;
    } else {
        name_issuer(work, transfer, written);
        say_issuer_once(written);
    }
    written.year = (written.issued_on.empty() ? work.on : written.issued_on).year();
    const auto fill = [](auto& field, const auto& known) {
        if (field == std::decay_t<decltype(field)>()) {
            field = known;
        }
    };
    fill(written.name, member.name);
    fill(written.sex, member.sex);
    fill(written.ethnic, member.ethnic);
    fill(written.stage, member.stage);
    fill(written.id_no, member.citizen_id.empty() ? member.document_no : member.citizen_id.text());
    fill(written.from_unit, sender);
    fill(written.to_unit, transfer.destination);
    fill(written.addressee, (addressee == nullptr ? work.organisations.own() : *addressee).name);
    fill(written.dues_paid_through, member.dues_paid_through);
    fill(written.member_contact, member.phone);
    count_days(written);
    return written;
}

Result<void> complete_voucher(Work& work, const Transfer& transfer, const Member& member, Letter& voucher) {
    const bool in_ledger = transfer.kind == TransferKind::between;
    if (in_ledger || (transfer.letter && transfer.state != TransferState::returned)) {
        if (!in_ledger && !voucher.issuer_name.empty()) {
            name_issuer(work, transfer, voucher);
        }
        return {}; // it was presented before: what is not said stays
    }
    voucher = voucher_of(work, transfer, member, std::move(voucher));
    return {};
}

Letter letter_with(const Letter& stored, const Letter& voucher) {
    Letter after = stored;
    const bool names_issuer = !voucher.receipt_to.empty();
    for (const Field<Letter>& field : fields_of<Letter>()) {
        const bool of_issuer = field.id == "issuer" || field.id == "issuer_name";
        const bool kept = of_issuer && !names_issuer && !stored.receipt_to.empty();
        if (!field.absent(voucher) && !kept && field.id != "state" && field.id != "direction") {
            static_cast<void>(field.read(after, field.text(voucher)));
        }
    }
    if (names_issuer) {
        after.issuer = voucher.issuer;
        say_issuer_once(after);
    }
    if (after.issued_on != stored.issued_on || after.valid_days != stored.valid_days) {
        after.year = after.issued_on.empty() ? after.year : after.issued_on.year();
        count_days(after);
    }
    return after;
}

std::optional<Outcome> dated_after_presentation(const std::string& subject, const Letter& letter, Date presented) {
    if (letter.issued_on.empty() || letter.issued_on.earliest() <= presented) {
        return std::nullopt;
    }
    return refusal(subject,
                   say({"介绍信日期 {} 晚于报到日期 {}", "the letter is of {}, after it was presented, {}"},
                       letter.issued_on.text(), presented.text()),
                   Text{"核对介绍信上的日期（--letter-date，名单中的“开具日期”）和报到日期（--on，名单中的“报到日期”）",
                        "check the date on the letter (--letter-date; 开具日期 in a list) and the day of presentation "
                        "(--on; 报到日期 in a list)"});
}

Result<std::optional<Outcome>> correct_presented(Attempt& attempt) {
    const StepInput& input = attempt.input;
    if (attempt.action != Action::present || !at_hand(attempt.before) || (input.voucher && !attempt.letter)) {
        return std::optional<Outcome>();
    }
    Work& work = attempt.work;
    attempt.after = attempt.before;
    attempt.after.presented_on = work.on_given ? work.on : attempt.before.presented_on;
    attempt.after.online_no = input.online_no.empty() ? attempt.before.online_no : input.online_no;
    if (input.voucher) {
        attempt.letter = letter_with(*attempt.letter_before, *input.voucher);
    }
    json::Object of_transfer = difference(attempt.before, attempt.after);
    json::Object of_letter = attempt.letter ? difference(*attempt.letter_before, *attempt.letter) : json::Object();
    if (of_transfer.empty() && of_letter.empty()) {
        return std::optional(Outcome::done_already());
    }
    if (auto why = cannot_correct(attempt)) {
        return why;
    }
    JZ_TRY(findings, judged_as_presented(attempt));
    Event event = work.event("letter_corrected");
    event.date = work.today();
    event.about.emplace("action", json::Value(code_id(attempt.action)));
    const auto add = [&event](RecordKind kind, std::int64_t id, json::Object changes) {
        if (!changes.empty()) {
            event.set.push_back({kind, id, std::move(changes)});
        }
    };
    add(RecordKind::transfer, attempt.before.id.value, std::move(of_transfer));
    add(RecordKind::letter, attempt.letter ? attempt.letter->id.value : 0, std::move(of_letter));
    JZ_CHECK(work.ledger.append(std::move(event)));
    return std::optional(Outcome{false, false, std::move(findings), 0, true});
}

Result<std::optional<Outcome>> supply_minutes(Attempt& attempt) {
    const Transfer& before = attempt.before;
    if (attempt.action != Action::approve || before.approved_on.empty() || !before.minutes.empty() ||
        attempt.input.minutes.empty() || !is_open(before.state) || before.state == TransferState::opened) {
        return std::optional<Outcome>();
    }
    if (before.held()) {
        return std::optional(held(attempt));
    }
    Transfer after = before;
    after.minutes = attempt.input.minutes;
    after.approved_on = attempt.work.on_given ? attempt.work.on : before.approved_on;
    if (after.approved_on < before.opened_on || (!before.sent_on.empty() && before.sent_on < after.approved_on)) {
        return std::optional(refusal(
            attempt.subject(),
            say({"批准日期 {} 不在登记日期和转出日期之间", "approved {}: before it was opened, or after it was sent"},
                after.approved_on.text()),
            Text{"核对 --on", "check --on"}));
    }
    Event event = attempt.work.event("transfer_stepped");
    event.date = attempt.work.today();
    event.about.emplace("action", json::Value(code_id(attempt.action)));
    event.set.push_back({RecordKind::transfer, before.id.value, difference(before, after)});
    JZ_CHECK(attempt.work.ledger.append(std::move(event)));
    return std::optional(Outcome());
}

} // namespace jiezhuan
