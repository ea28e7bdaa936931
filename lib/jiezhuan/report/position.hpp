// A place in a user's file, in words.
#pragma once

#include "jiezhuan/base/result.hpp"

namespace jiezhuan {

// 文件“x.csv”第 14 行,第 3 列(身份证号) / file 'x.csv', row 14, column 3 (身份证号). What is not known is left out; empty
// where nothing is known. Printable.
[[nodiscard]] Message in_words(const Position& position);

} // namespace jiezhuan
