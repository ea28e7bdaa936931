// How clerks write dates: each branch in its own way.
#pragma once

#include "random.hpp"

#include "jiezhuan/base/date.hpp"

#include <string>

namespace jiezhuan::generate {

enum class DateStyle { dashes, slashes, dots, chinese, compact };

// 1975-07-01, 1975/7/1, 1975.07.01, 1975年7月1日, 19750701; a month or nothing in the same manner.
[[nodiscard]] std::string written(Date date, DateStyle style);
[[nodiscard]] DateStyle some_style(Random& random);

} // namespace jiezhuan::generate
