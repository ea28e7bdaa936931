// Letters as one HTML file that needs nothing else: no script, no address, one A4 page a letter.
#pragma once

#include "jiezhuan/letters/document.hpp"

#include <span>
#include <string>
#include <string_view>

namespace jiezhuan {

// All text of the documents stands in text nodes, escaped; nothing of it reaches an attribute, a style or a comment.
// Precondition: the texts are UTF-8 without control characters (Template::fill promises it).
[[nodiscard]] std::string render_html(std::span<const LetterDocument> documents, std::string_view title);
// & < > " ' as references.
[[nodiscard]] std::string html_escaped(std::string_view text);

} // namespace jiezhuan
