#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/letters/letter_chain.hpp"
#include "jiezhuan/service/letters/letter_obstacles.hpp"
#include "jiezhuan/service/members/member_dates.hpp"
#include "jiezhuan/service/members/member_transfers.hpp"
#include "jiezhuan/service/members/status_notes.hpp"
#include "jiezhuan/service/organisations/branches_below.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_actions.hpp"
#include "jiezhuan/service/transfers/transfer_attempt.hpp"
#include "jiezhuan/service/transfers/transfer_ways.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"
#include "jiezhuan/service/transfers/way_findings.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// What will forbid receiving is only said when the letter is presented; where a reason helps, how to give it.
void demote(Findings& findings) {
    for (Finding& finding : findings) {
        if (finding.severity != Severity::error) {
            continue;
        }
        finding.severity = Severity::warning;
        if (const RuleText* rule = rule_named(finding.rule); rule != nullptr && rule->overridable) {
            finding.fix =
                say({"{}；确要接收的，接收时加 --accept {}=原因", "{}; to receive it all the same: --accept {}=WHY"},
                    finding.fix, finding.rule);
        }
    }
}

// Each rule once.
void add_new(Findings& findings, const Findings& more) {
    for (const Finding& finding : more) {
        const bool there = std::any_of(findings.begin(), findings.end(),
                                       [&](const Finding& known) { return known.rule == finding.rule; });
        if (!there) {
            findings.push_back(finding);
        }
    }
}

const Letter* letter_in_question(const Attempt& attempt) {
    return attempt.way == Channel::online    ? nullptr
           : attempt.brings_letter()         ? &*attempt.input.voucher
           : attempt.input.letter != nullptr ? attempt.input.letter
           : attempt.letter                  ? &*attempt.letter
                                             : nullptr;
}

// Placed in a general branch that has branches.
void ask_which_branch(const Attempt& attempt, Findings& findings) {
    if (auto which = which_branch(attempt.work.organisations, attempt.after.branch)) {
        met(findings, "RC-06", attempt.work.profile, std::move(*which), {}, attempt.subject());
        findings.back().fix = attempt.before.kind == TransferKind::within // over with this step
                                  ? say({"改编入其中的支部：jiezhuan transfer open {} --kind within --to 支部",
                                         "then into one of them: jiezhuan transfer open {} --kind within --to BRANCH"},
                                        attempt.member.id.text())
                                  : say({"改编入其中的支部：jiezhuan transfer assign {} --branch 支部",
                                         "then into one of them: jiezhuan transfer assign {} --branch BRANCH"},
                                        attempt.before.id.text());
    }
}

// Asks the rules of the step. A letter that is presented is taken as it is, so that it can be recorded and sent back: what is wrong
// with it is said then, and forbids receiving.
Result<Findings> ask_rules(Attempt& attempt) {
    Findings findings;
    const auto moment = action_row(attempt.action).moment;
    const bool decided = attempt.alone && attempt.action == Action::send && !attempt.before.received_on.empty();
    if (!moment || decided) { // who was taken over by one way is not judged again for the other
        return findings;
    }
    JZ_TRY(facts, facts_of(attempt.work, attempt.after, attempt.member));
    findings = ask(transfer_rules(), *moment, facts, attempt.subject());
    if (attempt.action == Action::assign) {
        ask_which_branch(attempt, findings);
    }
    if (attempt.action == Action::send) {
        const Findings notes = status_notes(attempt.member_before, attempt.before, attempt.subject());
        findings.insert(findings.end(), notes.begin(), notes.end());
    }
    name_addressee_anew(findings, attempt.before);
    const bool receives = attempt.action == Action::receive;
    if (receives) {
        add_new(findings, ask(transfer_rules(), Moment::present, facts, attempt.subject()));
    }
    const Letter* letter = letter_in_question(attempt);
    const bool of_list = letter != nullptr && has_list(*letter) && !receives; // asked once for all on the list
    const bool asked_before = of_list && attempt.action != Action::present;
    if (letter != nullptr && !asked_before && attempt.action != Action::refuse && attempt.action != Action::assign) {
        const Date day = receives ? attempt.after.presented_on : attempt.work.on;
        JZ_TRY(letter_facts, facts_of(attempt.work, *letter, attempt.member, day));
        Findings of_letter = ask(letter_rules(), receives ? Moment::present : *moment, letter_facts, attempt.subject());
        if (of_list) { // but the dues are each one's own
            std::erase_if(of_letter, [](const Finding& finding) { return !finding.rule.starts_with("DU-"); });
        }
        if (receives || attempt.action == Action::present) {
            send_back_to_issuer(of_letter, attempt.before.id);
        }
        add_new(findings, of_letter);
    }
    if (attempt.action == Action::present) {
        demote(findings);
    }
    return findings;
}

// Of ours it goes back a step, and only the reason tells that it did.
bool went_back(const Transfer& transfer) {
    const Path* const back = find_path(transfer.kind, TransferState::approved, Action::return_);
    return back != nullptr && back->to == transfer.state && !transfer.outcome_reason.empty();
}

// Is there a trace of such a step? A letter of ours that comes with it says something new, and so does another card.
bool leaves_trace(const Attempt& attempt) {
    const ActionRow& row = action_row(attempt.action);
    if (attempt.action == Action::return_online) {
        const TransferState state = attempt.before.state;
        return (state == TransferState::approved || state == TransferState::returned) &&
               !attempt.before.outcome_reason.empty();
    }
    if (row.ends_in != TransferState::none) {
        return attempt.before.state == row.ends_in || (attempt.action == Action::return_ && went_back(attempt.before));
    }
    if (row.day == nullptr || (attempt.before.*row.day).empty()) {
        return false;
    }
    if (attempt.action == Action::present && attempt.input.voucher) {
        return attempt.letter_before &&
               letter_with(*attempt.letter_before, *attempt.input.voucher) == *attempt.letter_before;
    }
    if (attempt.action == Action::send) {
        const std::string_view card = trimmed(attempt.input.card_no);
        return attempt.input.letter == nullptr && (card.empty() || card == attempt.member_before.card_no);
    }
    return true;
}

// Would the step change nothing that it says? Then it was done before. The day counts only where it was named.
bool done_before(const Attempt& attempt) {
    if (attempt.alone) {
        return false; // that way can take the step, so that it has not
    }
    if (way_done_before(attempt)) {
        return true;
    }
    Transfer wanted = attempt.after;
    const ActionRow& row = action_row(attempt.action);
    if (row.day != nullptr && !attempt.work.on_given) {
        wanted.*row.day = attempt.before.*row.day;
    }
    if (attempt.action == Action::present) { // what was verified stays so where nothing else was presented
        wanted.verified_on = attempt.before.verified_on;
        wanted.verified_by = attempt.before.verified_by;
        wanted.verified_items = attempt.before.verified_items;
        wanted.verified_basis = attempt.before.verified_basis;
    }
    return leaves_trace(attempt) && wanted == attempt.before;
}

Event event_of(Attempt& attempt) {
    Work& work = attempt.work;
    const bool presents = attempt.brings_letter();
    Letter* ours = attempt.input.letter;
    const bool receipt = attempt.action == Action::accept || attempt.action == Action::close;
    const std::string type = presents                                                   ? "letter_presented"
                             : ours != nullptr && !ours->id                             ? "letter_issued"
                             : receipt && ours != nullptr                               ? "receipt_recorded"
                             : attempt.action == Action::void_letter && ours != nullptr ? "letter_voided"
                             : attempt.action == Action::return_ && attempt.letter && !has_list(*attempt.letter)
                                 ? "letter_returned"
                                 : "transfer_stepped";
    Event event = work.event(type);
    event.about.emplace("action", json::Value(code_id(attempt.action)));
    if (attempt.way != Channel::none) {
        event.about.emplace("channel", json::Value(code_id(attempt.way)));
    }
    if (presents) {
        Letter voucher = *attempt.input.voucher;
        voucher.direction = LetterDirection::incoming;
        voucher.state = LetterState::issued;
        voucher.transfer = attempt.before.id;
        voucher.member = attempt.before.member;
        event.create = Creation{RecordKind::letter, to_json(voucher)};
        attempt.after.letter = LetterId{work.ledger.next_seq()};
    } else if (ours != nullptr && !ours->id) {
        event.create = Creation{RecordKind::letter, to_json(*ours)};
        attempt.after.letter = LetterId{work.ledger.next_seq()};
    }
    return event;
}

// It ended by this act: by another one before, those that were given for it ended, too.
void end_onward(const Attempt& attempt, const Letter& ours, Event& event) {
    for (const Letter& onward : attempt.onward) {
        if (!is_live(onward) || is_live(ours)) {
            continue;
        }
        Letter after = onward;
        after.state = ours.state;
        after.state_on = ours.state_on;
        after.state_reason = ours.state_reason;
        event.set.push_back({RecordKind::letter, onward.id.value, difference(onward, after)});
    }
}

void add_changes(Attempt& attempt, Event& event, const std::optional<Letter>& ours_before) {
    const auto add = [&event](RecordKind kind, std::int64_t id, json::Object changes) {
        if (!changes.empty()) {
            event.set.push_back({kind, id, std::move(changes)});
        }
    };
    json::Object moved = difference(attempt.before, attempt.after);
    if (attempt.alone && moved.empty()) { // of its letter alone, and yet about the transfer
        event.set.push_back({RecordKind::transfer, attempt.before.id.value, {}});
    }
    add(RecordKind::transfer, attempt.before.id.value, std::move(moved));
    add(RecordKind::member, attempt.before.member.value, difference(attempt.member_before, attempt.member));
    if (attempt.stay) {
        add(RecordKind::transfer, attempt.stay->id.value, difference(*attempt.stay_before, *attempt.stay));
    }
    if (ours_before) {
        add(RecordKind::letter, ours_before->id.value, difference(*ours_before, *attempt.input.letter));
    } else if (attempt.letter) {
        add(RecordKind::letter, attempt.letter->id.value, difference(*attempt.letter_before, *attempt.letter));
    }
    if (const Letter* const ours = ours_before ? attempt.input.letter : attempt.letter ? &*attempt.letter : nullptr) {
        end_onward(attempt, *ours, event);
    }
}

Result<std::optional<Letter>> stored(Work& work, LetterId id) {
    return id ? work.ledger.letter(id) : Result<std::optional<Letter>>(std::optional<Letter>());
}

bool comes_to_nothing(Action action) {
    return action == Action::withdraw || action == Action::refuse || action == Action::revoke;
}

Result<Attempt> attempt_of(Work& work, TransferId id, Action action, const StepInput& input) {
    JZ_TRY(transfer, work.ledger.transfer(id));
    if (!transfer) {
        return fail(Exit::not_found, say({"没有转接 {}", "there is no transfer {}"}, id.text()),
                    Text{"查看：jiezhuan transfer list", "see: jiezhuan transfer list"});
    }
    JZ_TRY(member, work.ledger.member(transfer->member));
    ensure_there(member.has_value(), lost::kMember);
    JZ_TRY(letter, stored(work, input.listed ? input.listed : transfer->letter));
    std::optional<Transfer> stay;
    if (transfer->kind == TransferKind::in && comes_to_nothing(action)) {
        JZ_TRY(before, converted_stay(work.ledger, *transfer));
        stay = std::move(before);
    }
    std::vector<Letter> onward;
    if (letter && letter->exchanged_for) {
        JZ_TRY(chain, chain_from(work.ledger, *letter));
        onward.assign(chain.begin() + 1, chain.end());
    }
    Attempt attempt{work, action, input, *transfer, *transfer, *member, *member, letter, letter, onward, stay, stay};
    attempt.way = way_of(*transfer, action, input);
    attempt.alone = moves_way_alone(attempt);
    return attempt;
}

// The letter as it is after the act. Of a letter with a list the receipt may have come for this person only.
std::optional<Letter> papers_of(const Attempt& attempt) {
    std::optional<Letter> letter =
        attempt.input.letter != nullptr ? std::optional(*attempt.input.letter) : attempt.letter;
    if (letter && attempt.input.listed && attempt.action == Action::accept) {
        letter->receipt_recorded_on = attempt.work.on;
    }
    return letter;
}

// What the path makes of the state of the transfer and of where the member stands.
void walk(Attempt& attempt, const Path* path) {
    if (path == nullptr) {
        return;
    }
    attempt.after.state = path->to;
    if (path->standing != Standing::none && path->standing != attempt.member.standing) {
        attempt.member.standing = path->standing;
        attempt.member.standing_since = attempt.work.on;
    }
}

// What becomes of branch, stay and letter by the step, and whether it closes the transfer.
Result<void> take_along(Attempt& attempt) {
    if (attempt.action == Action::revoke) {
        put_back(attempt);
    }
    go_on_with_stay(attempt);
    move_letter(attempt);
    JZ_CHECK(end_list_letter(attempt));
    const std::optional<Letter> papers = papers_of(attempt);
    settle(attempt.after, papers ? &*papers : nullptr, attempt.work.on);
    return {};
}

void add_disagreement(const Attempt& attempt, Findings& findings) {
    if (attempt.way != Channel::none) {
        const Letter* const ours = attempt.input.letter;
        const std::optional<Letter> letter = ours == nullptr ? attempt.letter : std::optional(*ours);
        add_new(findings,
                way_findings(attempt.work.profile, attempt.after, letter, attempt.work.on, attempt.subject()));
    }
}

} // namespace

bool settle(Transfer& transfer, const Letter* letter, Date on) {
    const Path* const close = find_path(transfer.kind, transfer.state, Action::close);
    const Date receipt = letter == nullptr         ? Date()
                         : receives(transfer.kind) ? letter->receipt_sent_on
                                                   : letter->receipt_recorded_on;
    const bool done = close != nullptr && (transfer.channel == Channel::online || !receipt.empty()) &&
                      ways_are_through(transfer, letter);
    if (done) {
        transfer.state = close->to;
    }
    if (transfer.state == TransferState::closed && transfer.closed_on.empty()) {
        // The act that completes it may be dated before one that was recorded earlier.
        const Date sent = letter == nullptr ? Date() : letter->receipt_sent_on;
        transfer.closed_on = std::max({on, transfer.received_on, transfer.assigned_on, sent});
    }
    return done;
}

Result<Outcome> step_transfer(Work& work, TransferId id, Action action, const StepInput& input) {
    JZ_TRY(attempt, attempt_of(work, id, action, input));
    for (const auto put_right : {correct_presented, supply_minutes}) {
        JZ_TRY(outcome, attempt.alone ? Result<std::optional<Outcome>>(std::optional<Outcome>()) : put_right(attempt));
        if (outcome) {
            return std::move(*outcome);
        }
    }
    fill(attempt);
    const Path* path = attempt.alone ? nullptr : find_path(attempt.before.kind, attempt.before.state, action);
    const bool stays = path != nullptr && path->to == path->from;
    const bool may_be_done = path == nullptr || stays || flag_action(action) || attempt.way != Channel::none;
    if (may_be_done && done_before(attempt)) {
        return Outcome::done_already();
    }
    JZ_TRY(why, obstacle(attempt, path));
    if (why) {
        return std::move(*why);
    }
    walk(attempt, path);
    if (on_roster(attempt.member.standing) != on_roster(attempt.member_before.standing)) {
        JZ_TRY(early, before_entry(work.ledger, attempt.member_before, work.on));
        if (early) {
            return std::move(*early);
        }
    }
    JZ_TRY(ours_before, stored(work, input.letter == nullptr ? LetterId() : input.letter->id));
    JZ_CHECK(take_along(attempt));
    JZ_TRY(findings, ask_rules(attempt));
    Event event = event_of(attempt);
    Judgement judgement = judge(std::move(findings), work.accept, event);
    if (judgement.refused) {
        if (action == Action::receive) {
            add_way_out(judgement.findings, attempt.before);
        }
        return Outcome{true, false, std::move(judgement.findings), 0};
    }
    JZ_CHECK(add_papers(attempt, judgement.findings));
    add_disagreement(attempt, judgement.findings);
    add_changes(attempt, event, ours_before);
    const bool creates = event.create.has_value();
    JZ_TRY(seq, work.ledger.append(std::move(event)));
    return Outcome{false, false, std::move(judgement.findings), creates ? seq : 0};
}

} // namespace jiezhuan
