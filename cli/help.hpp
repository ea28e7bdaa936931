// Help, made from the command table.
#pragma once

#include "cli/command.hpp"

#include <string>
#include <string_view>

namespace jiezhuan::cli {

struct HelpStyle {
    Lang lang;
    int width; // columns
};

[[nodiscard]] std::string program_help(CommandTable table, HelpStyle style);
// Precondition: the table has the noun.
[[nodiscard]] std::string noun_help(CommandTable table, std::string_view noun, HelpStyle style);
[[nodiscard]] std::string command_help(const CommandRow& command, HelpStyle style);

// "jiezhuan 0.1.0".
[[nodiscard]] std::string version_line();

} // namespace jiezhuan::cli
