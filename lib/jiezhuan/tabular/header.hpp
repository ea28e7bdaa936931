// Headers as people write them, made comparable.
#pragma once

#include "jiezhuan/tabular/schema.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// Without blanks, line breaks and invisible characters wherever they stand, full-width signs narrowed, ASCII in lower case, marks of a
// required column (*, (必填), (选填)) removed: " 身份证\n号码 (必填)" is 身份证号码.
[[nodiscard]] std::string folded_header(std::string_view header);
// The same without a remark in parentheses at the end, 身份证号码(18位): for a second try. Empty where there is none.
[[nodiscard]] std::string without_remark(std::string_view folded);

// Every folded spelling by which a column is known: id, both titles, aliases; each once.
[[nodiscard]] std::vector<std::string> header_keys(const ImportColumn& column);

// #row, #rule, #reason, #fix: the columns of a reject file, which an import ignores.
[[nodiscard]] bool is_reject_column(std::string_view folded);

} // namespace jiezhuan
