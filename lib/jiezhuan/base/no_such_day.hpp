// Why what looks like a date is none.
#pragma once

#include "jiezhuan/base/message.hpp"

#include <optional>
#include <string_view>

namespace jiezhuan {

// "2026 年 2 月只有 28 日" of 2026-02-30, 2026/2/30, 20260230 or 2026年2月30日; nothing where year, month and day are not all there, or
// there is such a day.
[[nodiscard]] std::optional<Message> no_such_day(std::string_view text);

} // namespace jiezhuan
