// The program as a function: arguments and streams in, an exit code out.
#pragma once

#include "cli/command.hpp"
#include "jiezhuan/base/env.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace jiezhuan::cli {

// One command. `args` are those behind the program's name. Nothing is thrown but what env itself throws.
[[nodiscard]] int run(const std::vector<std::string>& args, const Env& env, std::istream& in, std::ostream& out,
                      std::ostream& err);
// The same with another table of commands, for tests of the frame.
[[nodiscard]] int run_with(CommandTable table, const std::vector<std::string>& args, const Env& env, std::istream& in,
                           std::ostream& out, std::ostream& err);

} // namespace jiezhuan::cli
