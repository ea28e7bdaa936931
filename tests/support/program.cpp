#include "tests/support/program.hpp"

#include "cli/app.hpp"

#include <filesystem>
#include <sstream>

namespace jiezhuan::testing {
namespace {

std::uint64_t splitmix64(std::uint64_t& state) {
    std::uint64_t z = (state += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

} // namespace

Env env_of(World& world) {
    Env env;
    env.now = [&world] {
        constexpr std::int64_t kDay = 86'400'000;
        constexpr std::int64_t kNineInChina = 3'600'000;
        return Instant{world.today.days() * kDay + kNineInChina + world.seconds * 1000};
    };
    env.random = [&world] {
        std::array<std::uint8_t, 16> bytes{};
        for (std::uint8_t& byte : bytes) {
            byte = static_cast<std::uint8_t>(splitmix64(world.seed));
        }
        return bytes;
    };
    env.variable = [&world](const std::string& name) {
        const auto found = world.variables.find(name);
        return found == world.variables.end() ? std::string() : found->second;
    };
    env.working_directory = std::filesystem::current_path().string();
    env.login = world.login;
    env.terminal_columns = world.terminal_columns;
    return env;
}

Ran run_table(cli::CommandTable table, const std::vector<std::string>& args, const Env& env, const std::string& input) {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    Ran ran;
    ran.exit = cli::run_with(table, args, env, in, out, err);
    ran.out = out.str();
    ran.err = err.str();
    return ran;
}

Ran run_program(const std::vector<std::string>& args, const Env& env, const std::string& input) {
    return run_table(cli::command_table(), args, env, input);
}

} // namespace jiezhuan::testing
