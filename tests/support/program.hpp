// The program run inside the test, in an environment where nothing differs from run to run.
#pragma once

#include "cli/command.hpp"
#include "jiezhuan/base/env.hpp"

#include <map>
#include <string>
#include <vector>

namespace jiezhuan::testing {

// What a run finds around it. The clock stands at 9 o'clock (UTC+8) of `today`, plus `seconds`.
struct World {
    Date today = Date(2026, 11, 23);
    std::int64_t seconds = 0;
    std::uint64_t seed = 20261123;
    std::map<std::string, std::string> variables;
    std::string login = "clerk";
    int terminal_columns = 0;
};
// The world must outlive the environment, which reads and moves it.
[[nodiscard]] Env env_of(World& world);

struct Ran {
    int exit = 0;
    std::string out;
    std::string err;
};
[[nodiscard]] Ran run_program(const std::vector<std::string>& args, const Env& env, const std::string& input = "");
[[nodiscard]] Ran run_table(cli::CommandTable table, const std::vector<std::string>& args, const Env& env,
                            const std::string& input = "");

} // namespace jiezhuan::testing
