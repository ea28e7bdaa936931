// Telephone numbers as offices write them, in one spelling.
#pragma once

#include <string>
#include <string_view>

namespace jiezhuan {

// Digits and hyphens only: in that spelling already.
[[nodiscard]] bool plain_phone(std::string_view cell);
// "13800000000、0571-80000000" of "+86 138 0000 0000 / 0571-8000 0000".
[[nodiscard]] std::string regular_phones(std::string_view cell);

} // namespace jiezhuan
