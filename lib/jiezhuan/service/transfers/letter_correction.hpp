// What we wrote down wrongly of the letter that somebody brought, put right at any time: the paper itself is another's and is not altered.
#pragma once

#include "jiezhuan/service/records/record_values.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>
#include <string>

namespace jiezhuan {

// Refused: the transfer has no letter that came from outside.
[[nodiscard]] std::optional<Outcome> no_letter_came(const Transfer& transfer, const std::optional<Letter>& letter,
                                                    const std::string& subject);
// The letter with these fields as they stand on the paper; the last day follows from the day of issue and the days. Exit::usage as set_field(),
// and for days that no letter has.
[[nodiscard]] Result<Letter> letter_as_written(const Letter& stored, const FieldValues& values);
// The letter under its sender's right name, where it names the wrong one.
[[nodiscard]] Letter letter_from(const Letter& stored, OrgId sender, const std::string& was, const std::string& now);

struct LetterCorrection {
    const Transfer& transfer;
    const Member& member;
    const Letter& before;
    const Letter& after;
    std::string subject;
};
// Refused: a letter of a later day than that on which it was presented.
[[nodiscard]] std::optional<Outcome> letter_too_young(const LetterCorrection& one);
// What the rules of presentation say of it now and did not say before; as then, nothing of it forbids writing down what stands on the paper.
[[nodiscard]] Result<Findings> rules_of_letter_now(Work& work, const LetterCorrection& one);
// Warnings: our receipt was written with another number, or to somebody else.
[[nodiscard]] Findings receipt_says_otherwise(const LetterCorrection& one);

} // namespace jiezhuan
