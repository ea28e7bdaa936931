// A small table of commands for tests of the frame, and a bench to run them on.
#pragma once

#include "tests/support/answers.hpp"
#include "tests/support/directory.hpp"
#include "tests/support/program.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan::testing {

// "thing" with verbs that show what the frame made of the arguments, or end badly; "status"; "reconcile deadlines".
[[nodiscard]] cli::CommandTable sample_commands();

struct Bench {
    TemporaryDirectory directory;
    WorkingIn working{directory.path()};
    World world;

    Ran operator()(const std::vector<std::string>& args, const std::string& input = "") {
        return run_table(sample_commands(), args, env_of(world), input);
    }
    // What `thing write` got, as CSV; with what it needs.
    Ran write(std::vector<std::string> more) {
        std::vector<std::string> args = {"thing", "write", "M1", "--need", "x", "--format", "csv"};
        args.insert(args.end(), more.begin(), more.end());
        return (*this)(args);
    }
};

[[nodiscard]] inline bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace jiezhuan::testing
