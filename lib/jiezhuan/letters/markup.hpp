// The small markup in which templates are written, a line a block:
//
//   // a remark                      == 第一联        a part begins
//   # title || 第[10:…]号            .. text          room to paste
//   : salutation                     -- text          a line to cut (text may be missing)
//   ~ left || right                  !! text          the note at the foot
//   > at the right end               * detail
//   anything else is a paragraph     [8:…] a blank of at least 8 columns, [=8:…] one that is never broken
//
// What was filled in stands between kFieldBegin and kFieldEnd and is never read as markup.
#pragma once

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/letters/document.hpp"

#include <string_view>

namespace jiezhuan {

inline constexpr char kFieldBegin = '\x1f';
inline constexpr char kFieldEnd = '\x1e';

// Exit::internal with the line, where the text is no such markup: a template is at fault, never the data.
[[nodiscard]] Result<LetterDocument> parse_markup(std::string_view text);

} // namespace jiezhuan
