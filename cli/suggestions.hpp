// What can be typed next on a command line, for completion in a shell.
#pragma once

#include "cli/command.hpp"

#include <functional>
#include <string>
#include <vector>

namespace jiezhuan::cli {

struct Suggestion {
    std::string word;
    Message what; // beside it in the menu; may be empty
};
using Suggestions = std::vector<Suggestion>;

// `typed`: the words behind the program's name, the last one being typed (maybe empty). `organisations` is called where one can be
// named. Nothing where a file or free text belongs. A value after "--option=" comes without the option, as after a blank; so does
// one after a "=" that stands alone (bash splits there).
[[nodiscard]] Suggestions suggestions(CommandTable table, std::vector<std::string> typed,
                                      const std::function<Suggestions()>& organisations);

// A line each: the word, a tab, what it is.
[[nodiscard]] std::string suggestion_lines(const Suggestions& all, Lang lang);

} // namespace jiezhuan::cli
