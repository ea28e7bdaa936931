// Masking of private data: what stays is enough to recognise a record that one knows, not to learn about one that one does not.
#pragma once

#include <string>
#include <string_view>

namespace jiezhuan {

// 138****1234: the first three and the last four of a number of at least eleven characters; shorter ones as masked_text().
[[nodiscard]] std::string masked_phone(std::string_view phone);
// 杭***: the first character, however long the text is; of an ID number region and last four. Empty stays empty.
[[nodiscard]] std::string masked_text(std::string_view text);

} // namespace jiezhuan
