// Chinese lines of a fixed width: no line begins with a closing sign or ends with an opening one, numbers and names stay whole.
#pragma once

#include "jiezhuan/letters/document.hpp"

#include <string>
#include <vector>

namespace jiezhuan {

// Spans as one text: empty blanks as underscores, filled ones set off by a space.
[[nodiscard]] std::string flat_text(const Spans& spans);
// The lines of the spans, each at most `columns` wide, the first one `indent` columns in. Precondition: columns >= 8 > indent >= 0.
[[nodiscard]] std::vector<std::string> broken_lines(const Spans& spans, int columns, int indent);

} // namespace jiezhuan
