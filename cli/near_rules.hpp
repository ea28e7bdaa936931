// The rules that somebody may have meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan::cli {

// The ids near to what was typed, in any case, nearest first; none where nothing is near.
[[nodiscard]] std::vector<std::string> near_rules(std::string_view typed);

} // namespace jiezhuan::cli
