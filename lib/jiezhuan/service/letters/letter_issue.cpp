#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/letters/letter_draft.hpp"
#include "jiezhuan/service/letters/letter_notes.hpp"
#include "jiezhuan/service/letters/letter_numbers.hpp"
#include "jiezhuan/service/letters/letters.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"
#include "jiezhuan/service/transfers/transfer_ways.hpp"

namespace jiezhuan {
namespace {

// Issued before: the same act again where what was named fits, else a refusal that says what to do instead.
Result<IssueOutcome> issued_before(Work& work, const Transfer& transfer, const Member& member,
                                   const IssueInput& input) {
    JZ_TRY(stored, work.ledger.letter(transfer.letter));
    ensure_there(stored.has_value(), lost::kLetter);
    const Letter& letter = *stored;
    const bool same = (input.valid_days == 0 || input.valid_days == letter.valid_days) &&
                      (input.number.empty() || plain_number(input.number) == letter.no) &&
                      (input.member_contact.empty() || input.member_contact == letter.member_contact) &&
                      (!work.on_given || work.on == letter.issued_on);
    if (same) {
        return IssueOutcome{Outcome::done_already(), letter.id, letter.no};
    }
    return IssueOutcome{
        refusal(subject_of(transfer, member),
                say({"介绍信 {} 已于 {} 开具，有效期 {} 天", "letter {} was issued {}, valid for {} days"}, letter.no,
                    letter.issued_on.text(), letter.valid_days),
                say({"要换一份：jiezhuan letter reissue {} --reason 原因",
                     "for another one: jiezhuan letter reissue {} --reason REASON"},
                    letter.id.text())),
        letter.id, letter.no};
}

std::optional<Outcome> no_letter_here(const Work& work, const Transfer& transfer, const Member& member) {
    if (find_path(transfer.kind, transfer.state, Action::send) == nullptr && !letter_follows(transfer)) {
        return not_in_this_state(work.organisations, transfer, member, Action::send);
    }
    if (transfer.voucher == Voucher::activity_card) {
        return refusal(subject_of(transfer, member),
                       Text{"带活动证外出的不开证明信", "who goes with an activity card has no certificate"},
                       step_command(Action::send, transfer));
    }
    if (transfer.channel == Channel::online) {
        return refusal(subject_of(transfer, member),
                       Text{"网上转接不开介绍信", "a transfer through the online system has no letter"},
                       step_command(Action::send, transfer));
    }
    return std::nullopt;
}

} // namespace

Result<IssueOutcome> issue_letter(Work& work, TransferId id, const IssueInput& input) {
    JZ_TRY(transfer, work.ledger.transfer(id));
    if (!transfer) {
        return fail(Exit::not_found, say({"没有转接 {}", "there is no transfer {}"}, id.text()),
                    Text{"查看：jiezhuan transfer list", "see: jiezhuan transfer list"});
    }
    JZ_TRY(member, work.ledger.member(transfer->member));
    ensure_there(member.has_value(), lost::kMember);
    const bool out = transfer->state == TransferState::sent || transfer->state == TransferState::active;
    if (out && transfer->letter) {
        return issued_before(work, *transfer, *member, input);
    }
    JZ_TRY(whole, whole_batch_of(work.ledger, *transfer));
    if (whole && is_open(transfer->state)) {
        return IssueOutcome{
            refusal(subject_of(*transfer, *member),
                    say({"是整建制转移（{}），一信一份名单，不单独开信",
                         "goes with a whole organisation ({}): one letter with a list, none of its own"},
                        whole->id.text()),
                    say({"jiezhuan letter issue --batch {}", "jiezhuan letter issue --batch {}"}, whole->id.text())),
            {},
            {}};
    }
    if (auto why = no_letter_here(work, *transfer, *member)) {
        return IssueOutcome{std::move(*why), {}, {}};
    }
    JZ_TRY(draft, draft_letter(work, *transfer, *member, input));
    if (Outcome* why = std::get_if<Outcome>(&draft)) {
        return IssueOutcome{std::move(*why), {}, {}};
    }
    Letter& letter = std::get<Letter>(draft);
    StepInput step;
    step.letter = &letter;
    JZ_TRY(outcome, step_transfer(work, id, Action::send, step));
    const LetterId created{outcome.created};
    if (created) {
        Transfer sent = *transfer;
        sent.letter = created;
        JZ_TRY(notes, notes_on_new_letter(work, sent, letter, input, subject_of(sent, *member)));
        outcome.findings.insert(outcome.findings.end(), notes.begin(), notes.end());
    }
    return IssueOutcome{std::move(outcome), created, created ? letter.no : std::string()};
}

} // namespace jiezhuan
