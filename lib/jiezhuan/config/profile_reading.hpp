// A profile out of a table that says every value.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/config/toml_reading.hpp"

#include <string_view>

namespace jiezhuan::config {

// Exit::usage as parse_profile().
[[nodiscard]] Result<Profile> profile_in(const toml::table& root, std::string_view file);

} // namespace jiezhuan::config
