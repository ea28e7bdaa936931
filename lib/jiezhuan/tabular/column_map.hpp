// --map FILE: what the headers of a form mean that no schema foresaw. TOML: "您的表头" = "公民身份号码", or = "citizen_id"; "" leaves
// a column out.
#pragma once

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/tabular/schema.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

struct ColumnMapping {
    std::string header;                // as it was written
    std::string key;                   // folded
    std::optional<std::size_t> column; // of the schema; nothing: to be ignored
};
using ColumnMap = std::vector<ColumnMapping>;

// Exit::usage, with line and column: not TOML, a value that is no column's id, title or spelling (near ones are named), a header twice.
[[nodiscard]] Result<ColumnMap> parse_column_map(std::string_view toml, const std::string& file,
                                                 const ImportSchema& schema);
// The same from a file; also what read_file fails with.
[[nodiscard]] Result<ColumnMap> read_column_map(const std::string& path, const ImportSchema& schema);

} // namespace jiezhuan
