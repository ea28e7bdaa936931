// The forms that can be printed, as schemas/letters/letters.toml lists them.
#pragma once

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/letters/template.hpp"
#include "jiezhuan/model/codes.hpp"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// The letter with its stub and the blank receipt on one sheet, or the receipt that we fill in for an incoming letter.
enum class LetterPaper { three_parts, receipt };

struct LetterForm {
    std::string id; // "introduction-2006-45.1", for ever
    LetterKind kind = LetterKind::none;
    LetterPaper paper = LetterPaper::three_parts;
    bool current = false; // what is issued today; of each kind and paper at most one
    std::string source;
    std::vector<std::string> required; // field ids of Letter, in the order of the form
    std::vector<std::string> optional;
    Template page;
};

// Exit::internal where it is no catalogue: unknown keys or fields, a template that does not pass the linter, two current forms.
// `file` gives the text of a template by its file name.
[[nodiscard]] Result<std::vector<LetterForm>>
parse_letter_catalogue(std::string_view toml, const std::function<std::string_view(const std::string&)>& file);

// The built-in catalogue, read once.
[[nodiscard]] const std::vector<LetterForm>& letter_catalogue();
[[nodiscard]] const LetterForm* letter_form_by_id(std::string_view id);
// What is issued today; nothing where that kind has no such paper.
[[nodiscard]] const LetterForm* current_letter_form(LetterKind kind, LetterPaper paper);

} // namespace jiezhuan
