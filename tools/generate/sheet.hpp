// A sheet of a clerk: title rows, a header and rows; written as the CSV file that a spreadsheet makes of it.
#pragma once

#include "jiezhuan/base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan::generate {

enum class FileEncoding { utf8, utf8_bom, gb18030, gbk };

// Text in the encoding of a file, with the byte order mark where it has one. Exit::invalid_input where a character is not in it.
[[nodiscard]] Result<std::string> encoded(std::string_view text, FileEncoding encoding);

// One cell as CSV (RFC 4180): in quotes only where it must be.
void append_cell(std::string& out, std::string_view cell);

struct Sheet {
    std::vector<std::string> titles; // rows above the header, each in its first cell
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;

    // Precondition: the header has that column.
    [[nodiscard]] std::size_t column(std::string_view title) const;
    [[nodiscard]] std::string& cell(std::size_t row, std::string_view title) { return rows[row][column(title)]; }
    [[nodiscard]] const std::string& cell(std::size_t row, std::string_view title) const {
        return rows[row][column(title)];
    }
    // The row's number as a spreadsheet shows it.
    [[nodiscard]] std::size_t shown_row(std::size_t row) const { return titles.size() + 2 + row; }
    // As CSV, each row ended by CR LF; title rows are filled up with empty cells, as Excel does.
    [[nodiscard]] std::string csv() const;
};

// Reads what csv() writes, and what this project's program writes: no title rows, quotes doubled, CR LF or LF.
// Exit::invalid_input: no header, or a row whose cells are more than the header's.
[[nodiscard]] Result<Sheet> parse_sheet(std::string_view text);

} // namespace jiezhuan::generate
