// What a person at a screen gets, where a program gets all.
#pragma once

#include "cli/context.hpp"

namespace jiezhuan::cli {

// Is the answer a table for somebody who named no columns? Then those that fit a screen are enough.
[[nodiscard]] bool on_a_screen(const Context& context);

} // namespace jiezhuan::cli
