// What help and man pages say of commands and options, made from the command table.
#pragma once

#include "cli/command.hpp"

#include <span>
#include <string>
#include <string_view>

namespace jiezhuan::cli {

struct ExitLine {
    std::string_view codes;
    Text meaning;
};
// In the order of the codes; several that belong together in a line.
[[nodiscard]] std::span<const ExitLine> exit_lines();

// The summary of a noun; of one that nouns() does not know, its first command's.
[[nodiscard]] std::string noun_summary(CommandTable table, std::string_view noun, Lang lang);
// "--branch TEXT"; an argument by its name.
[[nodiscard]] std::string option_label(const OptionRow& option, Lang lang);
// What the option is for, the codes it takes, whether it has to be there.
[[nodiscard]] std::string option_text(const OptionRow& option, Lang lang);
// "jiezhuan org show organisation [options]".
[[nodiscard]] std::string usage_line(const CommandRow& command, Lang lang);

} // namespace jiezhuan::cli
