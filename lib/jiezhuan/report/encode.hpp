// UTF-8 as another encoding, for spreadsheets that expect it.
#pragma once

#include "jiezhuan/base/result.hpp"

#include <string>
#include <string_view>

namespace jiezhuan {

enum class OutputEncoding { utf8, gb18030 };
// "" and "utf-8", "gb18030", in any letter case; Exit::usage for any other name.
[[nodiscard]] Result<OutputEncoding> encoding_named(std::string_view name);
// Exit::usage where a character has no place in that encoding; it is named, nothing is ever replaced.
// Precondition: well-formed UTF-8.
[[nodiscard]] Result<std::string> encoded(std::string utf8, OutputEncoding encoding);

} // namespace jiezhuan
