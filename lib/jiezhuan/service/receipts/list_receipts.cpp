// Receipts of letters with a list: one for all, each person with an outcome of their own.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/letters/letter_form.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/letters/letter_numbers.hpp"
#include "jiezhuan/service/receipts/receipts.hpp"
#include "jiezhuan/service/records/event_changes.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/transfer_attempt.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

struct Listed {
    Transfer transfer;
    Member member;
};

// Received, and not taken back since.
bool is_done(const Listed& each) { return was_received(each.transfer); }

Result<std::vector<Listed>> listed_on(Work& work, const Letter& letter) {
    JZ_TRY(transfers, transfers_of_list(work.ledger, letter));
    std::vector<Listed> listed;
    for (Transfer& transfer : transfers) {
        JZ_TRY(member, work.ledger.member(transfer.member));
        ensure_there(member.has_value(), lost::kMember);
        listed.push_back({std::move(transfer), std::move(*member)});
    }
    return listed;
}

// The slip is for the letter, or for one person on its list: RC-03 and RC-04 compare it with what stands there.
Letter stub_for(const Letter& letter, const std::vector<Listed>& listed, const std::string& name) {
    Letter stub = letter;
    const auto one = std::find_if(listed.begin(), listed.end(), [&](const Listed& each) {
        return normal_name(each.member.name) == normal_name(name);
    });
    if (normal_name(name) != normal_name(letter.name) && one != listed.end()) {
        stub.name = one->member.name;
        stub.member = one->member.id;
        stub.id_no = one->member.citizen_id.empty() ? one->member.document_no : one->member.citizen_id.text();
    }
    return stub;
}

std::string evidence_of(const Letter& letter, Date receipt) {
    return fmt::format("回执 {}（{}）", letter.no, receipt.text());
}

// One person whom the slip names, and who is not on the way.
Outcome not_on_the_way(const Letter& letter, const Listed& one) {
    const std::string subject = letter.id.text() + " " + letter.no + " " + one.member.name;
    const Transfer& transfer = one.transfer;
    if (transfer.state == TransferState::revoked) {
        return taken_back(letter, transfer);
    }
    if (is_done(one)) {
        return refusal(
            subject,
            say({"此人已凭{}接收，与这份回执的日期不同", "was received by {}; this receipt has another date"},
                transfer.received_evidence),
            say({"核对回执日期；查看：jiezhuan transfer show {}",
                 "check the date on the receipt; see: jiezhuan transfer show {}"},
                transfer.id.text()));
    }
    return refusal(
        subject,
        Message(fmt::format("{} 的状态是“{}”，没有凭这份介绍信在途", transfer.id.text(), code_title(transfer.state).zh),
                fmt::format("{} is '{}', and not on the way by this letter", transfer.id.text(),
                            code_title(transfer.state).en)),
        say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, transfer.id.text()));
}

// Nobody of those whom the slip names is on the way: it was recorded before, or says something else than what was.
Outcome nobody_meant(const Letter& letter, const std::vector<Listed>& listed, const Letter& stub, Date receipt) {
    const std::string evidence = evidence_of(letter, receipt);
    const auto one = std::find_if(listed.begin(), listed.end(),
                                  [&](const Listed& each) { return stub.member && each.member.id == stub.member; });
    const bool other_evidence = one != listed.end() && is_done(*one) &&
                                !one->transfer.received_evidence.starts_with("回执 " + letter.no + "（");
    if (one == listed.end() || other_evidence || (is_done(*one) && one->transfer.received_evidence == evidence)) {
        return Outcome::done_already();
    }
    return not_on_the_way(letter, *one);
}

std::vector<TransferId> meant(const std::vector<Listed>& listed, const Letter& stub,
                              const std::vector<TransferId>& except) {
    std::vector<TransferId> ids;
    for (const Listed& each : listed) {
        const bool left_out = std::find(except.begin(), except.end(), each.transfer.id) != except.end();
        const bool other = stub.member && each.member.id != stub.member;
        if (each.transfer.state == TransferState::sent && !left_out && !other) {
            ids.push_back(each.transfer.id);
        }
    }
    return ids;
}

// "孙三元等7名" of a list of eight: one of those who are still on the way, with how many they are. Whoever died or stayed meanwhile is
// no difference from the stub.
bool is_for_those(const std::vector<Listed>& listed, const std::vector<TransferId>& ids, const std::string& name) {
    return std::any_of(listed.begin(), listed.end(), [&](const Listed& each) {
        const std::string those = list_name(each.member.name, static_cast<std::int64_t>(ids.size()));
        return std::find(ids.begin(), ids.end(), each.transfer.id) != ids.end() &&
               normal_name(name) == normal_name(those);
    });
}

// Whom this very receipt settled.
std::vector<TransferId> received_by(const std::vector<Listed>& listed, const std::string& evidence) {
    std::vector<TransferId> ids;
    for (const Listed& each : listed) {
        if (each.transfer.received_evidence == evidence) {
            ids.push_back(each.transfer.id);
        }
    }
    return ids;
}

// Who is on the list of the letter and on the way no more, without having been received.
Findings left_out(const std::vector<Listed>& listed) {
    Findings findings;
    for (const Listed& each : listed) {
        if (each.transfer.state != TransferState::sent && !is_done(each)) {
            findings.push_back(
                {std::string(kStateRule),
                 Severity::info,
                 subject_of(each.transfer, each.member),
                 {},
                 say({"名单上有此人，{}（{}），回执不包括", "is on the list and not in the receipt: {} ({})"},
                     code_title(each.transfer.state), each.transfer.outcome_reason),
                 {}});
        }
    }
    return findings;
}

// Who was sent by the letter and is not among these keeps it in use: the reminders go on for them.
bool somebody_is_left(const std::vector<Listed>& listed, const std::vector<TransferId>& received) {
    return std::any_of(listed.begin(), listed.end(), [&](const Listed& each) {
        return is_on_the_way(each.transfer) &&
               std::find(received.begin(), received.end(), each.transfer.id) == received.end();
    });
}

std::optional<Outcome> not_on_list(const Letter& letter, const std::vector<Listed>& listed,
                                   const std::vector<TransferId>& except) {
    for (const TransferId id : except) {
        if (std::none_of(listed.begin(), listed.end(), [id](const Listed& each) { return each.transfer.id == id; })) {
            return refusal(
                subject_of(letter), say({"{} 不在这份名单上", "{} is not on this list"}, id.text()),
                say({"名单：jiezhuan batch show {}", "the list: jiezhuan batch show {}"}, letter.batch.text()));
        }
    }
    return std::nullopt;
}

Result<bool> accept_all(Work& work, const Letter& letter, const Letter& after, const std::vector<TransferId>& ids,
                        const std::string& evidence, Outcome& outcome) {
    Event event = work.event("receipt_recorded");
    add_change(event, letter, after);
    if (!event.set.empty()) {
        JZ_CHECK(work.ledger.append(std::move(event)));
    }
    StepInput step;
    step.listed = letter.id;
    step.evidence = evidence;
    for (const TransferId id : ids) {
        JZ_TRY(accepted, step_transfer(work, id, Action::accept, step));
        outcome.refused = outcome.refused || accepted.refused;
        outcome.findings.insert(outcome.findings.end(), accepted.findings.begin(), accepted.findings.end());
    }
    return !outcome.refused;
}

// Who is neither received nor out of the question.
std::int64_t undecided(const std::vector<Listed>& listed) {
    return std::count_if(listed.begin(), listed.end(), [](const Listed& each) { return is_undecided(each.transfer); });
}

// The receipt says how many were received: it is written when that is known, and not for nobody.
std::optional<Outcome> nothing_to_confirm(const Letter& letter, const std::vector<Listed>& listed) {
    if (const std::int64_t open = undecided(listed); open > 0) {
        return refusal(
            subject_of(letter),
            say({"名单上还有 {} 人没有接收，也没有退回或拒接；回执要写明接收的人数",
                 "{} on the list are neither received nor sent back; the receipt says how many were received"},
                open),
            say({"先办完：jiezhuan transfer worksheet {}", "first: jiezhuan transfer worksheet {}"},
                letter.batch.text()));
    }
    if (std::any_of(listed.begin(), listed.end(), is_done)) {
        return std::nullopt;
    }
    return refusal(subject_of(letter),
                   Text{"名单上没有人接收，不开回执", "nobody on the list was received: there is no receipt"},
                   say({"逐人查看：jiezhuan batch show {}", "see each: jiezhuan batch show {}"}, letter.batch.text()));
}

std::optional<Outcome> for_another_clerk(const Work& work, const Letter& letter, const std::vector<Listed>& listed) {
    return listed.empty() ? std::nullopt
                          : step_of_another_committee(work, subject_of(letter), listed.front().transfer, Action::close);
}

Result<Outcome> append_for_all(Work& work, std::string type, const Letter& before, const Letter& after,
                               const std::vector<Listed>& listed) {
    Event event = work.event(std::move(type));
    add_change(event, before, after);
    for (const Listed& each : listed) {
        Transfer settled = each.transfer;
        if (is_open(settled.state)) {
            settle(settled, &after, work.on);
        }
        add_change(event, each.transfer, settled);
    }
    JZ_CHECK(work.ledger.append(std::move(event)));
    return Outcome{};
}

} // namespace

Result<Outcome> record_list_receipt(Work& work, const Letter& letter, const ReceiptInput& slip,
                                    const std::vector<TransferId>& except) {
    JZ_TRY(listed, listed_on(work, letter));
    Letter stub = stub_for(letter, listed, slip.name);
    const std::vector<TransferId> ids = meant(listed, stub, except);
    const std::string evidence = evidence_of(letter, slip.date);
    const bool again = ids.empty();
    if (!stub.member && is_for_those(listed, again ? received_by(listed, evidence) : ids, slip.name)) {
        stub.name = slip.name;
    }
    const ReceiptFacts facts{stub, work.profile, plain_number(slip.no), slip.name, slip.id_no, slip.date, work.today()};
    Findings findings = ask(receipt_rules(), Moment::receipt, facts, subject_of(letter));
    if (has_errors(findings)) {
        sort_findings(findings);
        return Outcome{true, false, std::move(findings), 0};
    }
    if (auto why = not_on_list(letter, listed, except)) {
        return std::move(*why);
    }
    if (ids.empty()) {
        return nobody_meant(letter, listed, stub, slip.date);
    }
    Letter after = letter;
    if (!somebody_is_left(listed, ids)) {
        after.state = LetterState::used;
        after.state_on = after.receipt_recorded_on = work.on;
    }
    after.receipt_on = slip.date;
    after.receipt_handler = slip.handler.empty() ? letter.receipt_handler : slip.handler;
    after.receipt_phone = slip.phone.empty() ? letter.receipt_phone : slip.phone;
    after.remarks = slip.remarks.empty() ? letter.remarks : slip.remarks;
    Outcome outcome;
    if (!stub.member) {
        outcome.findings = left_out(listed);
    }
    JZ_CHECK(work.ledger.attempt([&] { return accept_all(work, letter, after, ids, evidence, outcome); }));
    return outcome;
}

Result<Outcome> issue_list_receipt(Work& work, const Letter& letter, const ReceiptIssue& input) {
    JZ_TRY(listed, listed_on(work, letter));
    if (auto why = for_another_clerk(work, letter, listed)) {
        return std::move(*why);
    }
    const auto received = std::count_if(listed.begin(), listed.end(), is_done);
    if (!letter.receipt_issued_on.empty()) {
        return Outcome::done_already();
    }
    if (auto why = nothing_to_confirm(letter, listed)) {
        return std::move(*why);
    }
    const auto first = std::find_if(listed.begin(), listed.end(), is_done);
    Letter after = letter;
    after.name = list_name(first->member.name, received);
    after.receipt_on = after.receipt_issued_on = work.on;
    after.receipt_handler = input.handler;
    const Organisation* committee = work.organisations.basic_committee_of(first->transfer.to);
    after.receipt_phone = !input.phone.empty()   ? input.phone
                          : committee == nullptr ? work.organisations.own().phone
                                                 : committee->phone;
    JZ_CHECK(render_receipt(receipt_of(after), LetterFormat::text, {}));
    return append_for_all(work, "receipt_issued", letter, after, listed);
}

Result<Outcome> send_list_receipt(Work& work, const Letter& letter, const std::string& how) {
    JZ_TRY(listed, listed_on(work, letter));
    if (auto why = for_another_clerk(work, letter, listed)) {
        return std::move(*why);
    }
    if (!letter.receipt_sent_on.empty()) {
        return sent_before(work, letter, how);
    }
    if (letter.receipt_issued_on.empty()) {
        if (auto why = nothing_to_confirm(letter, listed)) {
            return std::move(*why);
        }
        return refusal(
            subject_of(letter), Text{"回执还没有开具", "the receipt was not issued yet"},
            say({"先开：jiezhuan receipt issue {}", "issue it: jiezhuan receipt issue {}"}, letter.id.text()));
    }
    Letter after = letter;
    after.receipt_sent_on = work.on;
    after.receipt_sent_how = how;
    return append_for_all(work, "receipt_sent", letter, after, listed);
}

// Where the last who was on the way comes to nothing, or is received here, the letter ends: used where somebody was received by it.
Result<void> end_list_letter(Attempt& attempt) {
    const bool receives = attempt.action == Action::receive;
    const bool ends = receives || attempt.action == Action::withdraw || attempt.action == Action::refuse;
    if (!ends || !is_on_the_way(attempt.before) || !attempt.letter || !has_list(*attempt.letter) ||
        !issued_here(*attempt.letter) || !is_live(*attempt.letter)) {
        return {};
    }
    JZ_TRY(listed, listed_on(attempt.work, *attempt.letter));
    if (!somebody_is_left(listed, {attempt.before.id})) {
        const bool used = receives || std::any_of(listed.begin(), listed.end(), is_done);
        attempt.letter->state = used ? LetterState::used : LetterState::void_;
        attempt.letter->state_on = attempt.work.on;
        attempt.letter->state_reason = used ? "" : attempt.input.reason;
    }
    return {};
}

} // namespace jiezhuan
