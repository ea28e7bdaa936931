// Everything that differs from run to run: the clock, randomness, the environment. The only place they come from.
#pragma once

#include "jiezhuan/base/date.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <string>

namespace jiezhuan {

struct Env {
    std::function<Instant()> now;
    std::function<std::array<std::uint8_t, 16>()> random;
    std::function<std::string(const std::string&)> variable; // empty where it is not set
    std::string working_directory;
    std::string login;
    bool stdin_is_terminal = false;
    bool stdout_is_terminal = false;
    bool stderr_is_terminal = false;
    int terminal_columns = 0; // 0: not a terminal, or not known

    [[nodiscard]] Date today() const { return date_in_china(now()); }
};

// The real machine. Throws std::system_error where the kernel gives no randomness.
[[nodiscard]] Env real_env();

} // namespace jiezhuan
