// The list that belongs to a letter for several persons: pages of their own, to be sealed and kept with it.
#pragma once

#include "jiezhuan/letters/document.hpp"
#include "jiezhuan/letters/letter_fields.hpp"
#include "jiezhuan/model/letter.hpp"
#include "jiezhuan/model/member.hpp"

#include <span>
#include <string>
#include <vector>

namespace jiezhuan {

// Whom a letter lists, as they were on the day of issue: a line a person, kept with the letter so that it is printed again as it was.
[[nodiscard]] std::string list_of_persons(std::span<const Member> members);
// The pages of a letter's list; none for a letter of one person.
[[nodiscard]] std::vector<LetterDocument> list_pages(const Letter& letter, const FieldStyle& style, bool sample);

// What the receipt of a letter with a list says of those on it.
struct ReceivedList {
    std::string persons; // list_of_persons() of whom it confirms
    std::string others;  // "丑三、丑四": who is on the list and was not received
};
// The list of a receipt, to be sealed with it: beneath it where it fits on the page, else on pages of its own. Precondition: the last of
// the documents is that receipt.
void add_received(std::vector<LetterDocument>& documents, const Letter& receipt, const ReceivedList& received);

} // namespace jiezhuan
