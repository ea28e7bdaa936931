// What a profile says, value by value, beside the one that is built in.
#pragma once

#include "jiezhuan/base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

struct ProfileSetting {
    std::string key;      // "valid_days_max", "routes.T4", "rules.RT-09"
    std::string value;    // here; empty where it is not there
    std::string national; // in the built-in profile; empty where it is not there
    std::string source;   // why, as the profile says it

    [[nodiscard]] bool changed() const { return value != national; }
};
// Every number, switch, route and rule that the profile sets, in the order of the keys; what it leaves out has the built-in value.
// Exit::usage as parse_adopted_profile().
[[nodiscard]] Result<std::vector<ProfileSetting>> settings_of_profile(std::string_view toml, std::string_view file);
// Of them those that are changed.
[[nodiscard]] Result<std::vector<ProfileSetting>> differences_from_national(std::string_view toml,
                                                                            std::string_view file);

} // namespace jiezhuan
