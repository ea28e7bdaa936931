#include "jiezhuan/base/env.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <pwd.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <system_error>
#include <unistd.h>

namespace jiezhuan {

Env real_env() {
    Env env;
    env.now = [] {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
    };
    env.random = [] {
        std::array<std::uint8_t, 16> bytes{};
        if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
            throw std::system_error(errno, std::generic_category(), "getrandom");
        }
        return bytes;
    };
    env.variable = [](const std::string& name) -> std::string {
        const char* value =
            std::getenv(name.c_str()); // NOLINT(concurrency-mt-unsafe): one thread reads it at the start
        return value == nullptr ? "" : value;
    };
    std::error_code ignored;
    env.working_directory = std::filesystem::current_path(ignored).string();
    if (const passwd* user = getpwuid(getuid()); user != nullptr) { // NOLINT(concurrency-mt-unsafe)
        env.login = user->pw_name;
    }
    env.stdin_is_terminal = isatty(STDIN_FILENO) != 0;
    env.stdout_is_terminal = isatty(STDOUT_FILENO) != 0;
    env.stderr_is_terminal = isatty(STDERR_FILENO) != 0;
    winsize size{};
    if (env.stdout_is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
        env.terminal_columns = size.ws_col;
    }
    return env;
}

} // namespace jiezhuan
