// Which command was named, and what else was typed.
#pragma once

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace jiezhuan::cli {

struct Selection {
    const CommandRow* command =
        nullptr;                   // nothing where help or the version is asked for, or the words do not say enough
    std::string noun;              // what was said of a command, where there is none
    std::vector<std::string> rest; // everything but noun and verb, in order
    bool help = false;
    bool version = false;
};

// Options may stand before, between and behind the words. Exit::usage for words that name no command, with the nearest ones.
// A noun alone, or nothing at all, is no error here: the caller shows the help.
[[nodiscard]] Result<Selection> select(CommandTable table, const std::vector<std::string>& args);

// The value that was given to an option, found without knowing the command: for the language of the first error.
[[nodiscard]] std::string scan_value(const std::vector<std::string>& args, std::string_view option);

} // namespace jiezhuan::cli
