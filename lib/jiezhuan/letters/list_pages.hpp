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

} // namespace jiezhuan
