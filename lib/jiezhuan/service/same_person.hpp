// Does who comes with a known identity bear the name that is known? A number that was miscopied must turn nobody into another.
#pragma once

#include "jiezhuan/model/finding.hpp"
#include "jiezhuan/model/member.hpp"

#include <optional>
#include <string_view>

namespace jiezhuan {

// Nothing where the names agree in their normal form, or `name` is empty.
[[nodiscard]] std::optional<Finding> another_name(const Member& known, std::string_view name);

} // namespace jiezhuan
