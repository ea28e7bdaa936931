// The arguments of one command, taken apart by its row of the table.
#pragma once

#include "cli/args.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jiezhuan::cli {

// What was typed behind the words of the command; nothing where help is asked for. Exit::usage for an unknown option (with
// the nearest ones), a missing or superfluous argument, a value that does not fit, an option given twice that may be given once.
[[nodiscard]] Result<std::optional<Args>> parse(const CommandRow& command, const std::vector<std::string>& rest);

// Exit::usage where an argument could be a citizen ID number, or is no UTF-8. The number itself is not repeated.
[[nodiscard]] Result<void> check_arguments(const std::vector<std::string>& args);

} // namespace jiezhuan::cli
