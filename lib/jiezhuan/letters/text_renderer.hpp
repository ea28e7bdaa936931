// A letter as plain text for a printer with letters of one width: at most 78 columns, a Chinese character being two.
#pragma once

#include "jiezhuan/letters/document.hpp"

#include <string>

namespace jiezhuan {

inline constexpr int kTextColumns = 78;

// Lines end with \n, none with a blank. The same document always gives the same bytes: letters are kept by their hash.
[[nodiscard]] std::string render_text(const LetterDocument& document);

} // namespace jiezhuan
