// Where a profile differs from the one that is built in.
#pragma once

#include "jiezhuan/base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

struct ProfileDifference {
    std::string key;      // "valid_days_max", "routes.T4", "rules.RT-09"
    std::string value;    // here; empty where it is not there
    std::string national; // in the built-in profile; empty where it is not there
    std::string source;   // why, as the profile says it
};
// In the order of the keys; nothing where they say the same. Exit::usage as parse_adopted_profile().
[[nodiscard]] Result<std::vector<ProfileDifference>> differences_from_national(std::string_view toml,
                                                                               std::string_view file);

} // namespace jiezhuan
