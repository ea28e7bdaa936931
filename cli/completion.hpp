// Completion scripts for shells. They ask the program itself what can be typed next (cli/suggestions.hpp), so that they know its
// codes, and the organisations of the ledger at hand.
#pragma once

#include <string_view>

namespace jiezhuan::cli {

[[nodiscard]] std::string_view bash_completion();
[[nodiscard]] std::string_view zsh_completion();
[[nodiscard]] std::string_view fish_completion();

} // namespace jiezhuan::cli
