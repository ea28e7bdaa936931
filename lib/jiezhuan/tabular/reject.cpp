#include "jiezhuan/tabular/reject.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/tabular/csv_writer.hpp"
#include "jiezhuan/tabular/header.hpp"

#include <algorithm>
#include <vector>

namespace jiezhuan {
namespace {

class RejectText {
  public:
    // `columns`: of the widest row, so that no cell of the clerk's is lost.
    RejectText(const Table& table, std::size_t columns)
        : style_{table.separator(), table.line_end(), Guard::none}, next_row_(table.header_row() + 1) {
        const std::vector<std::string>& header = table.header();
        for (std::size_t column = 0; column < columns; ++column) {
            if (column >= header.size() || !is_reject_column(folded_header(header[column]))) {
                kept_.push_back(column);
            }
        }
        for (const std::vector<std::string>& title : table.titles()) {
            cells_.assign(title.begin(), title.end());
            end_row();
        }
        keep(std::vector<std::string_view>(header.begin(), header.end()));
        cells_.insert(cells_.end(), {"#row", "#rule", "#reason", "#fix"});
        end_row();
    }

    // Blank rows before the row keep their places, so that it has the number by which messages name it.
    void keep_blank_until(std::uint64_t row) {
        for (; next_row_ < row; ++next_row_) {
            end_row();
        }
    }

    void add(const MappedRow& row, const RejectNote* note) {
        next_row_ = row.row + 1;
        keep(row.original);
        const std::string number = std::to_string(row.row);
        cells_.emplace_back(number);
        if (note == nullptr) {
            cells_.resize(cells_.size() + 3);
        } else {
            cells_.insert(cells_.end(), {note->rule, note->reason, note->fix});
        }
        end_row();
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    void keep(std::span<const std::string_view> cells) {
        for (const std::size_t column : kept_) {
            cells_.push_back(column < cells.size() ? cells[column] : std::string_view());
        }
    }

    void end_row() {
        append_csv_row(text_, cells_, style_);
        cells_.clear();
    }

    CsvStyle style_;
    std::uint64_t next_row_;
    std::vector<std::size_t> kept_;
    std::vector<std::string_view> cells_;
    std::string text_;
};

Result<std::size_t> widest_row(Table& table) {
    std::size_t columns = table.header().size();
    JZ_CHECK(table.for_each([&](const MappedRow& row) {
        if (row.surplus != 0) {
            columns = std::max(columns, row.original.size());
        }
    }));
    return columns;
}

} // namespace

Result<std::string> reject_file(Table& table, std::span<const RejectNote> notes, RejectRows rows) {
    JZ_TRY(columns, widest_row(table));
    RejectText text(table, columns);
    auto note = notes.begin();
    JZ_CHECK(table.for_each([&](const MappedRow& row) {
        const bool noted = note != notes.end() && note->row == row.row;
        if (rows == RejectRows::all) {
            text.keep_blank_until(row.row);
        }
        if (noted || rows == RejectRows::all) {
            text.add(row, noted ? &*note : nullptr);
        }
        note += noted ? 1 : 0;
    }));
    table.rewind();
    ensure(note == notes.end(), "the notes of a reject file are not sorted, or speak of a row that is no row of data");
    auto bytes = encode(text.take(), table.encoding());
    if (!bytes) {
        return fail(std::move(bytes.error())
                        .because(say({"写出退回文件时（原文件“{}”的编码）",
                                      "while writing the reject file of '{}' in its own encoding"},
                                     printable(table.file()))));
    }
    return bytes;
}

} // namespace jiezhuan
