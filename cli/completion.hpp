// Completion scripts for shells, made from the command table.
#pragma once

#include "cli/command.hpp"

#include <string>

namespace jiezhuan::cli {

[[nodiscard]] std::string bash_completion(CommandTable table);

} // namespace jiezhuan::cli
