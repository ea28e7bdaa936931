// A step while it is judged: what the action writes into the records, and what it needs. Used by the files of transfer steps alone.
#pragma once

#include "jiezhuan/service/transfers/transfer_facts.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jiezhuan {

// How things are, and how they would be.
struct Attempt {
    Work& work;
    Action action;
    const StepInput& input;
    Transfer before;
    Transfer after;
    Member member_before;
    Member member;
    std::optional<Letter> letter_before; // the transfer's letter
    std::optional<Letter> letter;
    std::vector<Letter> onward;          // what departments on the way gave for it: they end as it does
    std::optional<Transfer> stay_before; // the stay that goes on where this transfer comes to nothing
    std::optional<Transfer> stay;
    Channel way = Channel::none; // which way the step is about, of a transfer that goes both
    bool alone = false;          // it moves that way, and not the transfer

    // A letter comes in that is not in the ledger yet.
    [[nodiscard]] bool brings_letter() const { return input.voucher && before.kind != TransferKind::between; }
    [[nodiscard]] std::string subject() const { return subject_of(before, member_before); }
};

// To hold and to resume change no state.
[[nodiscard]] bool flag_action(Action action);
// Why the step cannot be taken now; nothing where it can. `path` is the step's, null where there is none.
[[nodiscard]] Result<std::optional<Outcome>> obstacle(const Attempt& attempt, const Path* path);
// What is required and missing; nothing where all is there.
[[nodiscard]] std::optional<Outcome> missing_input(const Attempt& attempt);
// Writes what the action says into `after` and `member`; the state follows from the path.
void fill(Attempt& attempt);
// What a revocation puts back.
void put_back(Attempt& attempt);
// The migrant whose relation does not come after all is placed with us as before. Nothing where there was no such stay.
void go_on_with_stay(Attempt& attempt);
// The letter of the attempt with what `voucher` says instead; the last day follows from the day of issue and the days.
[[nodiscard]] Letter letter_with(const Letter& stored, const Letter& voucher);
// What we wrote down of a letter that was presented is put right, as long as the member is not received. Nothing where the attempt is
// no such correction.
[[nodiscard]] Result<std::optional<Outcome>> correct_presented(Attempt& attempt);
// The minutes of an approval that was recorded without them (LT-22). Nothing where the attempt is not that.
[[nodiscard]] Result<std::optional<Outcome>> supply_minutes(Attempt& attempt);
// A letter cannot be of a later day than that on which it was presented.
[[nodiscard]] std::optional<Outcome> dated_after_presentation(const std::string& subject, const Letter& letter,
                                                              Date presented);
// What the clerk should know of an act that stands: papers that are out, a stay that goes on.
[[nodiscard]] Result<void> add_papers(const Attempt& attempt, Findings& findings);
// The letter goes with the transfer: used when received, back to its issuer, or void with its withdrawal.
void move_letter(Attempt& attempt);
// A letter of ours with a list goes with the last who was sent by it and comes to nothing. Else nothing.
[[nodiscard]] Result<void> end_list_letter(Attempt& attempt);

} // namespace jiezhuan
