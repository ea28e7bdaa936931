// Two columns of text for help, aligned by what a terminal shows.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jiezhuan::cli {

// Broken into lines of at most `columns`: between words, and anywhere between Chinese characters.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, int columns);

// "  left   right", the right column beginning at the same place in every line, wrapped with a hanging indent.
// A left text too wide for its column stands on its own line.
[[nodiscard]] std::string two_columns(const std::vector<std::pair<std::string, std::string>>& rows, int width);

} // namespace jiezhuan::cli
