// A step while it is judged: what the action writes into the records, and what it needs. Used by transfer_step.cpp alone.
#pragma once

#include "jiezhuan/service/transfer_facts.hpp"
#include "jiezhuan/service/transfers.hpp"

#include <optional>
#include <string>

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

    [[nodiscard]] std::string subject() const { return subject_of(before, member_before); }
};

// What is required and missing; nothing where all is there.
[[nodiscard]] std::optional<Outcome> missing_input(const Attempt& attempt);
// Writes what the action says into `after` and `member`; the state follows from the path.
void fill(Attempt& attempt);
// What a revocation puts back.
void put_back(Attempt& attempt);
// The letter goes with the transfer: used when received, back to its issuer, or void with its withdrawal.
void move_letter(Attempt& attempt);

} // namespace jiezhuan
