// A workplace's habits, from the nearest jiezhuan.toml upwards.
#pragma once

#include "jiezhuan/base/env.hpp"
#include "jiezhuan/base/result.hpp"

#include <optional>
#include <string>

namespace jiezhuan::cli {

struct Settings {
    std::string file; // where it was read; empty where there is none
    std::optional<std::string> ledger;
    std::optional<std::string> op;
    std::optional<std::string> committee;
    std::optional<Lang> lang;
    std::optional<std::string> format;
};

// Looks from the working directory upwards; empty settings where there is no file. Exit::usage where the file is not
// what it must be.
[[nodiscard]] Result<Settings> load_settings(const Env& env);

// Chinese where LC_ALL, else LC_MESSAGES, else LANG begins with zh; English otherwise.
[[nodiscard]] Lang language_of_locale(const Env& env);

} // namespace jiezhuan::cli
