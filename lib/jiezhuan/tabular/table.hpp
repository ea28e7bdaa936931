// A clerk's file, read against a schema: its header found, its columns known, its rows one after the other.
#pragma once

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/tabular/column_map.hpp"
#include "jiezhuan/tabular/column_match.hpp"
#include "jiezhuan/tabular/csv.hpp"
#include "jiezhuan/tabular/encoding.hpp"
#include "jiezhuan/tabular/limits.hpp"
#include "jiezhuan/tabular/schema.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

struct TableOptions {
    Encoding encoding = Encoding::none; // none: recognised
    ColumnMap map;                      // of --map
    Limits limits;
};

// One row of data. All views stay valid until the next row is asked for.
struct MappedRow {
    std::uint64_t row = 0;                   // as a spreadsheet numbers it
    std::uint64_t line = 0;                  // of the text
    std::span<const std::string_view> cells; // by column of the schema, as written; "" where the file lacks the column
    std::span<const std::string_view> original; // as the clerk wrote them: fewer than the header where the row is short
    std::uint64_t surplus =
        0; // column (from 1) of the first non-empty cell beyond the header; 0: none. The row needs a finding
};

class Table {
  public:
    // Reads the file ("-": standard input), decodes it, finds the header (the row among the first 10 that names most fields; the rows
    // above it are titles) and the separator (comma, tab or semicolon), and matches the columns. `path` is the name in messages.
    // Fails with what read_file, decode, CsvReader and match_columns fail with.
    [[nodiscard]] static Result<Table> open(const std::string& path, ImportSchema schema, TableOptions options = {});
    [[nodiscard]] static Result<Table> from_bytes(std::string bytes, const std::string& file, ImportSchema schema,
                                                  TableOptions options = {});

    // The next row of data, or false after the last one. Rows whose cells are all blank are passed over.
    [[nodiscard]] Result<bool> next(MappedRow& row);
    // Starts again with the first row of data.
    void rewind();
    // Every row from the first to the last; stops at the first error of reading.
    template <class Visit> [[nodiscard]] Result<void> for_each(Visit&& visit) {
        rewind();
        MappedRow row;
        for (;;) {
            JZ_TRY(more, next(row));
            if (!more) {
                return {};
            }
            visit(static_cast<const MappedRow&>(row));
        }
    }

    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] const ImportSchema& schema() const { return schema_; }
    [[nodiscard]] Encoding encoding() const { return content_->encoding; }
    [[nodiscard]] char separator() const { return separator_; }
    [[nodiscard]] std::string_view line_end() const;                                 // as in the file
    [[nodiscard]] const std::vector<std::string>& header() const { return header_; } // as the clerk wrote it
    [[nodiscard]] std::uint64_t header_row() const { return header_row_; }
    [[nodiscard]] const std::vector<std::vector<std::string>>& titles() const {
        return titles_;
    } // rows above the header
    [[nodiscard]] const ColumnMatch& match() const { return match_; }
    [[nodiscard]] std::vector<std::string> unknown_headers() const;
    // Is that column of the schema in the file?
    [[nodiscard]] bool has(std::size_t field) const { return match_.column_of[field] != kNoColumn; }
    // Where the clerk finds a cell: the file's own column and title, or no column where the file lacks it.
    [[nodiscard]] Position position(std::uint64_t row, std::size_t field) const;
    // The same of a column of the file, from 1 (MappedRow::surplus); 0 for the whole row.
    [[nodiscard]] Position position_of_column(std::uint64_t row, std::uint64_t column) const;

  private:
    Table(std::unique_ptr<const Decoded> content, std::string file, ImportSchema schema, TableOptions options);
    void find_header();
    [[nodiscard]] Result<void> read_header();
    [[nodiscard]] std::size_t count_words(std::size_t column, const ImportColumn& field) const;
    void map_cells();
    [[nodiscard]] std::uint64_t first_surplus() const;

    std::unique_ptr<const Decoded> content_;
    std::string file_;
    ImportSchema schema_;
    TableOptions options_;
    char separator_ = ',';
    CsvReader reader_;
    Row row_;
    std::vector<std::vector<std::string>> titles_;
    std::vector<std::string> header_;
    std::uint64_t header_row_ = 0;
    ColumnMatch match_;
    std::vector<std::pair<std::size_t, std::size_t>> mapped_; // column of the file, column of the schema
    std::size_t width_ = 0; // columns up to the last one with a title that is not ignored
    std::vector<std::string_view> cells_;
};

} // namespace jiezhuan
