// Words of commands that are printed to be pasted.
#pragma once

#include <string>
#include <string_view>

namespace jiezhuan {

// Quoted where a shell would read it as anything but one word. Of "--option=value" only the value is quoted.
[[nodiscard]] std::string shell_word(std::string_view word);

} // namespace jiezhuan
