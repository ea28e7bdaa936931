// The clerk's own file back, with what is wrong in each row: mended, it is imported again as it is.
#pragma once

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/tabular/table.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace jiezhuan {

// What stands beside one row of the file.
struct RejectNote {
    std::uint64_t row = 0;
    std::string rule;   // several: joined by the caller
    std::string reason; // in the clerk's language
    std::string fix;
};

enum class RejectRows : std::uint8_t {
    all,  // after a refusal
    noted // after a partial import: only the rows that have a note
};

// The same titles, blank rows (after a refusal), columns, separator, line ends and encoding; cells unchanged; then #row, #rule, #reason, #fix. Columns of that
// name in the file are left out. `notes` are sorted by row, one a row (else a Bug). Fails where the file cannot be read, or a
// character of a note does not exist in the encoding. The table is rewound.
[[nodiscard]] Result<std::string> reject_file(Table& table, std::span<const RejectNote> notes, RejectRows rows);
} // namespace jiezhuan
