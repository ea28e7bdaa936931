// Rows at the end of a list that are nobody: what adds up, who made the list, the day it was made.
#pragma once

#include "jiezhuan/base/message.hpp"
#include "jiezhuan/tabular/table.hpp"

#include <optional>

namespace jiezhuan {

// What such a row is, in words; nothing for a row of data. Columns that the match ignores, such as those of a reject file, do not count.
[[nodiscard]] std::optional<Message> closing_row(const MappedRow& row, const ColumnMatch& match);

} // namespace jiezhuan
