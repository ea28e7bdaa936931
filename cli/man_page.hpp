// Manual pages in roff, made from the command table: one a noun, and jiezhuan(1) that leads to them.
#pragma once

#include "cli/command.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan::cli {

// The nouns of the table, each once: each has a page.
[[nodiscard]] std::vector<std::string_view> nouns_with_pages(CommandTable table);
// "jiezhuan-member"; of no noun the program's own page, "jiezhuan".
[[nodiscard]] std::string page_name(std::string_view noun);
[[nodiscard]] std::string man_page(CommandTable table, std::string_view noun, Lang lang);
[[nodiscard]] std::string program_man_page(CommandTable table, Lang lang);

} // namespace jiezhuan::cli
