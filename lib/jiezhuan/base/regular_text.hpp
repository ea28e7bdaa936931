// Text as it is kept, whichever keys it was typed with.
#pragma once

#include <string>
#include <string_view>

namespace jiezhuan {

// Letters and digits of full width narrowed, invisible characters left out, tabs and breaks of lines as one blank, NFC. Precondition:
// well-formed UTF-8.
[[nodiscard]] std::string regular_text(std::string_view text);

} // namespace jiezhuan
