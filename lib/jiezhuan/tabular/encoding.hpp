// The encodings of clerks' files: recognised, decoded to UTF-8, and written back in the same one.
#pragma once

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/model/code.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace jiezhuan {

enum class Encoding : std::uint8_t { none, utf8, utf8_bom, utf16le, utf16be, gb18030, gbk };
// Ids utf-8, utf-8-bom, utf-16le, utf-16be, gb18030, gbk.
template <> const CodeTable& code_table<Encoding>();

struct Decoded {
    std::string text; // well-formed UTF-8 without a byte order mark and without NUL
    Encoding encoding = Encoding::none;
};

// Takes the bytes of a file and its name (for messages); tells what they are by byte order mark, then strict UTF-8, then GB18030,
// then GBK. A forced encoding is tried alone. A file that is UTF-8 up to a damaged place is not taken for something else.
// Exit::invalid_input: nothing in the file, not a text file (workbook, PDF, web page), NUL, undecodable (with the byte offset).
[[nodiscard]] Result<Decoded> decode(std::string bytes, const std::string& file, Encoding forced = Encoding::none);

// The bytes of well-formed UTF-8 in that encoding, with the byte order mark it has in files (utf8_bom, utf16le, utf16be).
// Exit::invalid_input where a character does not exist in it (the character and its line are named).
[[nodiscard]] Result<std::string> encode(std::string text, Encoding encoding);

} // namespace jiezhuan
