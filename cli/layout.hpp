// Two columns of text for help, aligned by what a terminal shows.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace jiezhuan::cli {

// "  left   right", the right column beginning at the same place in every line, wrapped with a hanging indent.
// A left text too wide for its column stands on its own line.
[[nodiscard]] std::string two_columns(const std::vector<std::pair<std::string, std::string>>& rows, int width);

} // namespace jiezhuan::cli
