#include "jiezhuan/service/letters/letter_notes.hpp"

#include "jiezhuan/service/letters/letter_numbers.hpp"
#include "jiezhuan/service/letters/letter_validity.hpp"
#include "jiezhuan/service/transfers/routes.hpp"

namespace jiezhuan {

Result<Findings> notes_on_new_letter(Work& work, const Transfer& sent, const Letter& letter, const IssueInput& input,
                                     const std::string& subject) {
    JZ_TRY(notes, notes_on_number(work, letter));
    if (auto past = passes_department_by(work, sent, subject)) {
        notes.push_back(std::move(*past));
    }
    if (auto far = distance_unknown(work, sent, letter, input, subject)) {
        notes.push_back(std::move(*far));
    }
    return std::move(notes);
}

} // namespace jiezhuan
