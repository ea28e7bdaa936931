// Characters that no text of a clerk has.
#pragma once

#include <optional>
#include <string_view>

namespace jiezhuan {

// The first control character (tabs and breaks of lines too), bidi character or noncharacter. Precondition: well-formed UTF-8.
[[nodiscard]] std::optional<char32_t> first_forbidden(std::string_view text);
// The same, but of a cell of a spreadsheet: tabs and breaks of lines stand in quoted cells, and become blanks.
[[nodiscard]] std::optional<char32_t> first_forbidden_in_cell(std::string_view text);
// The first character that is forbidden, is seen as nothing (fillers, tags, zero width) or stands for one that was lost (U+FFFD).
[[nodiscard]] std::optional<char32_t> first_unreadable(std::string_view text);

} // namespace jiezhuan
