#include "jiezhuan/tabular/csv_writer.hpp"

#include <algorithm>

namespace jiezhuan {

void append_csv_cell(std::string& out, std::string_view cell, const CsvStyle& style) {
    constexpr std::string_view kFormulaStarts = "=+-@\t\r";
    const bool guarded =
        style.guard == Guard::formulas && !cell.empty() && kFormulaStarts.find(cell[0]) != std::string_view::npos;
    const bool quoted = std::any_of(cell.begin(), cell.end(),
                                    [&](char c) { return c == '"' || c == '\n' || c == '\r' || c == style.separator; });
    if (quoted) {
        out.push_back('"');
    }
    if (guarded) {
        out.push_back('\'');
    }
    if (!quoted) {
        out.append(cell);
        return;
    }
    for (const char c : cell) {
        if (c == '"') {
            out.push_back('"');
        }
        out.push_back(c);
    }
    out.push_back('"');
}

void append_csv_row(std::string& out, std::span<const std::string_view> cells, const CsvStyle& style) {
    if (cells.size() == 1 && cells[0].empty()) {
        out.append("\"\"");
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i != 0) {
            out.push_back(style.separator);
        }
        append_csv_cell(out, cells[i], style);
    }
    out.append(style.line_end);
}

} // namespace jiezhuan
