// What a step needs to be told, and was not.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_actions.hpp"
#include "jiezhuan/service/transfers/transfer_attempt.hpp"
#include "jiezhuan/service/transfers/verified_items.hpp"

namespace jiezhuan {
namespace {

Outcome lacks(const Attempt& attempt, Text what, std::string_view option) {
    return refusal(attempt.subject(), Message(what), say({"用 {} 补充", "say it with {}"}, option));
}

Outcome without_card(const Attempt& attempt) {
    return refusal(attempt.subject(), Text{"没有写活动证编号", "the number of the activity card is missing"},
                   step_command(Action::send, attempt.before));
}

// Nobody leaves the roster by a telephone call.
Outcome without_receipt(const Attempt& attempt) {
    Outcome outcome{true, false, {}, 0};
    met(outcome.findings, "RC-05", attempt.work.profile,
        Text{"纸质转接凭回执销号，不能凭电话", "a transfer on paper is received by its receipt, never by telephone"},
        {}, attempt.subject());
    outcome.findings.back().fix = say({"收到回执后：{}", "when the receipt came back: {}"},
                                      step_command(Action::accept, attempt.before, attempt.letter));
    return outcome;
}

std::optional<Outcome> no_reason(const Attempt& attempt) {
    if (!action_row(attempt.action).needs_reason || !trimmed(attempt.input.reason).empty()) {
        return std::nullopt;
    }
    if (attempt.action != Action::refuse) {
        return lacks(attempt, {"没有写原因", "no reason was given"}, "--reason");
    }
    Outcome outcome{true, false, {}, 0};
    met(outcome.findings, "RT-11", attempt.work.profile, Text{"拒接没有写原因", "a refusal without a reason"}, {},
        attempt.subject());
    return outcome;
}

std::optional<Outcome> no_verification(const Attempt& attempt) {
    const std::string& basis = attempt.input.verified_basis;
    if (basis.empty()) {
        return lacks(attempt, {"没有写核实依据", "the basis of the verification is missing"}, "--basis");
    }
    if (!own_word_only(basis)) {
        return std::nullopt;
    }
    return refusal(
        attempt.subject(),
        say({"核实依据“{}”只是本人的说法，没有核实", "'{}' is the person's own word, which verifies nothing"},
            printable(basis)),
        Text{"向原党组织核实，或查档案、系统、证件，再写明依据（--basis，表中填“核实依据”）",
             "ask the former organisation, or look at file, system or papers, then name that "
             "(--basis, or the sheet's column)"});
}

std::optional<Outcome> no_branch(const Attempt& attempt) {
    return attempt.after.branch
               ? std::nullopt
               : std::optional(lacks(attempt, {"没有写编入哪个支部", "the branch is missing"}, "--branch"));
}

// Neither a letter nor the list that it came with: a step of the online way, or one on paper that lacks its paper.
bool without_letter(const Attempt& attempt) { return attempt.input.letter == nullptr && !attempt.input.listed; }

std::optional<Outcome> no_acceptance(const Attempt& attempt) {
    if (!attempt.input.receiver.empty() && !goes_both_ways(attempt.before)) {
        return refusal(attempt.subject(),
                       Text{"只有纸质和网上同时办的转接才另记网上接收方",
                            "who accepted online is kept of a transfer that goes both ways only"},
                       Text{"不写 --receiver，写在凭据里：--evidence 凭据",
                            "leave --receiver out, and say it with the evidence: --evidence TEXT"});
    }
    if (without_letter(attempt) && attempt.before.channel == Channel::paper) {
        return without_receipt(attempt);
    }
    if (attempt.input.letter == nullptr && attempt.input.evidence.empty()) {
        return lacks(attempt, {"没有写网上接收凭据", "the evidence of the online acceptance is missing"}, "--evidence");
    }
    return std::nullopt;
}

std::optional<Outcome> nothing_to_send(const Attempt& attempt) {
    const Transfer& before = attempt.before;
    if (before.voucher == Voucher::activity_card) {
        return trimmed(attempt.input.card_no).empty() ? std::optional(without_card(attempt)) : std::nullopt;
    }
    if (!without_letter(attempt)) {
        return std::nullopt;
    }
    if (before.channel == Channel::paper) {
        return refusal(attempt.subject(),
                       before.kind == TransferKind::temporary
                           ? Text{"须开具证明信", "the member goes with a certificate"}
                           : Text{"纸质转接须开具介绍信", "a transfer on paper goes with a letter"},
                       step_command(Action::send, before));
    }
    // What the system gave back comes under another number.
    const bool old_number = before.online_state == WayState::returned && trimmed(attempt.input.online_no).empty();
    if (attempt.after.online_no.empty() || old_number) {
        return lacks(attempt, {"没有写系统流水号", "the online system's number is missing"}, "--online-no");
    }
    return std::nullopt;
}

std::optional<Outcome> nothing_to_present(const Attempt& attempt) {
    const StepInput& input = attempt.input;
    if (attempt.before.kind == TransferKind::between) {
        return std::nullopt;
    }
    const bool unnumbered = !input.listed && (!input.voucher || trimmed(input.voucher->no).empty());
    if (attempt.before.channel == Channel::paper && unnumbered) {
        return lacks(attempt, {"没有写介绍信编号", "the letter's number is missing"}, "--letter-no");
    }
    if (attempt.before.channel == Channel::both && !input.voucher && input.online_no.empty()) {
        return lacks(attempt, {"没有写介绍信编号，也没有写系统流水号", "neither letter nor online case is named"},
                     "--letter-no / --online-no");
    }
    return std::nullopt;
}

} // namespace

std::optional<Outcome> missing_input(const Attempt& attempt) {
    if (auto why = no_reason(attempt)) {
        return why;
    }
    switch (attempt.action) {
    case Action::verify:
        return no_verification(attempt);
    case Action::assign:
        return no_branch(attempt);
    case Action::accept:
        return no_acceptance(attempt);
    case Action::send:
        return nothing_to_send(attempt);
    case Action::present:
        return nothing_to_present(attempt);
    default:
        return std::nullopt;
    }
}

} // namespace jiezhuan
