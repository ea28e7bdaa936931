// What the clerk should know of a letter that was issued just now, as the first of its transfer or in place of another.
#pragma once

#include "jiezhuan/service/letters/letters.hpp"

#include <string>

namespace jiezhuan {

// Of its number (notes_on_number()), of an addressee other than the policy in force has it (passes_department_by()), and that it has its
// days because nobody recorded how far the addressee is (distance_unknown()). `sent` is the transfer with the letter.
[[nodiscard]] Result<Findings> notes_on_new_letter(Work& work, const Transfer& sent, const Letter& letter,
                                                   const IssueInput& input, const std::string& subject);

} // namespace jiezhuan
