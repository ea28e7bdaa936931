// An empty file of an import, to be filled in.
#pragma once

#include "jiezhuan/tabular/schema.hpp"

#include <string>

namespace jiezhuan {

// One row: the Chinese titles of all columns, required ones marked (必填). UTF-8 with a byte order mark and CR LF, as spreadsheets
// expect it; the import reads it back.
[[nodiscard]] std::string template_file(const ImportSchema& schema);

} // namespace jiezhuan
