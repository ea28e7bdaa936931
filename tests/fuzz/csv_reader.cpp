#include "tests/fuzz/csv_reader.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/tabular/csv_writer.hpp"
#include "jiezhuan/tabular/reject.hpp"
#include "jiezhuan/tabular/table.hpp"

#include <algorithm>
#include <vector>

namespace jiezhuan {
namespace {

using Cells = std::vector<std::string>;

// What the reader gives; empty and false where it refuses.
bool read_all(std::string_view text, char separator, std::vector<Cells>& rows) {
    CsvReader reader(text, separator, "fuzz.csv");
    Row row;
    std::uint64_t last_row = 0;
    std::uint64_t last_line = 0;
    for (;;) {
        const auto more = reader.next(row);
        if (!more) {
            ensure(more.error().code == Exit::invalid_input && !more.error().message.empty(),
                   "an error says what is wrong");
            ensure(more.error().position.row > last_row, "an error has its row");
            return false;
        }
        if (!*more) {
            return true;
        }
        ensure(row.row > last_row && row.line > last_line && row.line >= row.row, "rows and lines grow");
        ensure(!row.cells.empty() && row.cells.size() <= kLimits.columns, "columns are limited");
        ensure(std::all_of(row.cells.begin(), row.cells.end(),
                           [](std::string_view cell) { return cell.size() <= kLimits.cell_bytes; }),
               "cells are limited");
        last_row = row.row;
        last_line = row.line;
        rows.emplace_back(row.cells.begin(), row.cells.end());
    }
}

// A text without quotes is read the short way: libcsv must read the same.
void compare_with_libcsv(std::string_view text, char separator, const std::vector<Cells>& rows) {
    QuotedRecord slow(separator, kLimits);
    std::size_t at = 0;
    std::uint64_t lines = 0;
    std::size_t row = 0;
    while (at < text.size()) {
        const LineEnd line = line_end(text, at);
        if (line.end == at) { // blank lines are passed over
            at = line.next;
            continue;
        }
        ensure(slow.read(text, at, lines) == QuotedRecord::Outcome::whole, "libcsv reads it too");
        ensure(row < rows.size() &&
                   std::equal(rows[row].begin(), rows[row].end(), slow.cells().begin(), slow.cells().end()),
               "libcsv reads the same");
        ++row;
    }
    ensure(row == rows.size(), "libcsv reads as many rows");
}

void write_and_read_again(char separator, const std::vector<Cells>& rows) {
    std::string written;
    for (const Cells& cells : rows) {
        append_csv_row(written, std::vector<std::string_view>(cells.begin(), cells.end()),
                       {separator, "\r\n", Guard::none});
    }
    std::vector<Cells> again;
    ensure(read_all(written, separator, again) && again == rows, "what was written is read back");
}

void open_as_table(std::string_view bytes) {
    static const ImportSchema kSchema = import_schema("receipt");
    auto table = Table::from_bytes(std::string(bytes), "fuzz.csv", kSchema);
    if (!table) {
        ensure(!table.error().message.empty() && !table.error().hint.empty(), "a refusal says what to do");
        return;
    }
    const auto rejected = reject_file(*table, {}, RejectRows::all);
    ensure(rejected.has_value() || rejected.error().code == Exit::invalid_input, "the file can be given back");
}

} // namespace

void check_csv_reader(std::string_view bytes) {
    const auto decoded = decode(std::string(bytes), "fuzz.csv");
    if (decoded) {
        ensure(!first_invalid_utf8(decoded->text), "decoded text is UTF-8");
        const auto encoded = encode(decoded->text, decoded->encoding);
        ensure(encoded.has_value(), "what was decoded can be encoded");
        for (const char separator : {',', '\t', ';'}) {
            std::vector<Cells> rows;
            if (!read_all(decoded->text, separator, rows)) {
                continue;
            }
            write_and_read_again(separator, rows);
            if (decoded->text.find('"') == std::string::npos) {
                compare_with_libcsv(decoded->text, separator, rows);
            }
        }
    }
    open_as_table(bytes);
}

} // namespace jiezhuan
