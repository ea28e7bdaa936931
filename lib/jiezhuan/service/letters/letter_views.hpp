// Letters as people look at them: found by number, on paper, in lists, and with their whole life.
#pragma once

#include "jiezhuan/letters/letter_form.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// A letter by its id (L88) or its official number; a number is looked for among the letters of that direction, or among all.
// Exit::not_found; Exit::refused where it is a letter of the other direction; Exit::usage where several have the number: the hint
// names them.
[[nodiscard]] Result<Letter> find_letter(Reading& ledger, std::string_view words,
                                         LetterDirection direction = LetterDirection::none);

// The letter of ours that a slip is for. Numbers run per issuing committee: where several letters have the number, the name decides,
// then which of them is still out. As find_letter().
[[nodiscard]] Result<Letter> letter_of_slip(Reading& ledger, std::string_view words, std::string_view name);

// Can that paper be printed (again)? Exit::refused, with why not, as letter_pages().
[[nodiscard]] Result<void> may_be_printed(Reading& ledger, const Letter& letter, LetterPaper paper);
// The pages of letters as they were issued: each under the profile of the event that created it, so that they are the same byte
// for byte. Receipts are ours for incoming letters. Exit::refused where a letter is void, lost, replaced or returned, or is an
// incoming one of which we have no form; Exit::damaged where a page is no longer what was issued.
[[nodiscard]] Result<std::string> letter_pages(Reading& ledger, std::span<const LetterId> letters, LetterPaper paper,
                                               LetterFormat format);
// Why some of them are marked as samples, and what to do: their numbers are of pre-printed blanks, and the letter is written on these.
// Empty where none is.
[[nodiscard]] Result<Findings> about_samples(Reading& ledger, std::span<const LetterId> letters);
// By the end of the file's name; a name without one is text. Exit::usage for a form that is not printed (PDF, Word).
[[nodiscard]] Result<LetterFormat> format_of_file(std::string_view path);

struct LetterFilter {
    std::optional<LetterState> state;
    LetterDirection direction = LetterDirection::issued_by_us; // none: both
    Date from;                                                 // of the day of issue
    Date to;
    bool overdue = false;    // live and past their validity
    bool unarchived = false; // over, and where they lie is not recorded
    BatchId batch;
};
[[nodiscard]] Result<std::vector<Letter>> letters_matching(Reading& ledger, const LetterFilter& filter, Date as_of);
// A live letter of ours past its last day; 0 where it is in time or over, and for every incoming one: that was presented (LT-08).
[[nodiscard]] std::int64_t days_overdue(const Letter& letter, Date as_of);
[[nodiscard]] RowSet letter_rows(std::span<const Letter> letters, Date as_of);
// The name of an organisation in a list: people see it without the 中国共产党 that all of them have.
[[nodiscard]] Cell org_name_cell(const std::string& name);

// The life of one letter: the paper, who collected it, its receipt, what happened when, what the rules say of it, and what can be
// done next.
[[nodiscard]] Result<Document> letter_document(Reading& ledger, const OrgDirectory& organisations,
                                               const Profile& profile, const Letter& letter, Date as_of, bool reveal);

} // namespace jiezhuan
