// A day or a time of day, as a clerk writes it.
#pragma once

#include "jiezhuan/base/date.hpp"

#include <optional>
#include <string_view>

namespace jiezhuan {

// The last instant that is meant, at UTC+8: 2026-11-23 is its last millisecond, "2026-11-23 09:00" the last of that minute,
// 2026-11-23T09:00:06 of that second. Nothing where it is no such day or time.
[[nodiscard]] std::optional<Instant> last_instant_of(std::string_view text);

} // namespace jiezhuan
