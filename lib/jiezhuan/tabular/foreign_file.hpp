// What is no table of text, recognised before anything is decoded, each with its own hint. All fail with Exit::invalid_input.
#pragma once

#include "jiezhuan/base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace jiezhuan {

// Workbooks, PDF, web pages, an empty file.
[[nodiscard]] Result<void> refuse_foreign(std::string_view bytes, const std::string& file);
// A NUL, with its offset in the file; `width` is how many bytes of the file one byte of the text stands for.
[[nodiscard]] Result<void> refuse_nul(std::string_view text, const std::string& file, std::size_t width);
// Text of blanks and line breaks only.
[[nodiscard]] Result<void> refuse_blank(std::string_view text, const std::string& file);

} // namespace jiezhuan
