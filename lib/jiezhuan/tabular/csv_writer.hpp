// Writes cells as CSV (RFC 4180): quoted only where it must be.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace jiezhuan {

// A spreadsheet takes a cell that starts with = + - @ TAB or CR for a formula; `formulas` puts an apostrophe before it.
// `none` gives the cells back as they are: for a file that is to be imported again.
enum class Guard : std::uint8_t { none, formulas };

struct CsvStyle {
    char separator = ',';
    std::string_view line_end = "\r\n";
    Guard guard = Guard::none;
};

void append_csv_cell(std::string& out, std::string_view cell, const CsvStyle& style);
// A whole line. One empty cell alone is written in quotes, so that it does not become a blank line.
void append_csv_row(std::string& out, std::span<const std::string_view> cells, const CsvStyle& style);

} // namespace jiezhuan
