// A letter as it would be issued: every field filled in from what the ledger knows.
#pragma once

#include "jiezhuan/letters/letter_form.hpp"
#include "jiezhuan/service/letters/letters.hpp"

#include <span>
#include <variant>

namespace jiezhuan {

// How letters are printed under a profile. `letter` decides on what does not: a pre-printed number makes our page a sample.
[[nodiscard]] LetterStyle style_of(const Profile& profile, const Letter& letter);

// Does the transfer say where the member goes (去), beside the committee that the letter is addressed to?
[[nodiscard]] inline bool says_destination(const Transfer& transfer) {
    return !transfer.destination.empty() || (transfer.to && transfer.to != transfer.addressee);
}

// The letter of a transfer with its number, its validity, its form and the hash of its text, or why there is none. Replaces is set
// where the transfer's last letter was lost. Exit::invalid_input for characters that cannot be printed.
[[nodiscard]] Result<std::variant<Letter, Outcome>> draft_letter(Work& work, const Transfer& transfer,
                                                                 const Member& member, const IssueInput& input);

// The letter of a whole organisation for those members of the batch, who go the same way, with its list.
[[nodiscard]] Result<std::variant<Letter, Outcome>> draft_list_letter(Work& work, const Batch& batch,
                                                                      std::span<const Transfer> transfers,
                                                                      std::span<const Member> members,
                                                                      const IssueInput& input);

} // namespace jiezhuan
