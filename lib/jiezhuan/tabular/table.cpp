#include "jiezhuan/tabular/table.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jiezhuan {
namespace {

constexpr std::uint64_t kHeaderWithin = 10; // rows
constexpr std::array kSeparators = {',', '\t', ';'};

bool blank(std::string_view cell) {
    const auto first = cell.empty() ? ' ' : cell[0];
    const bool plain = first > ' ' && first < 0x7F; // any other first character may be an invisible one
    return !plain && trimmed(cell).empty();
}

struct HeaderPlace {
    std::uint64_t row = 0; // 0: nothing was recognised
    std::size_t recognised = 0;
};

// The best row among the first ones. What cannot be read there is no header: the reading proper will say so.
HeaderPlace best_row(CsvReader reader, const HeaderIndex& index) {
    HeaderPlace best;
    Row row;
    while (true) {
        const auto more = reader.next(row);
        if (!more || !*more || row.row > kHeaderWithin) {
            return best;
        }
        const std::size_t recognised = index.recognised(row.cells);
        if (recognised > best.recognised) {
            best = {row.row, recognised};
        }
    }
}

} // namespace

Table::Table(std::unique_ptr<const Decoded> content, std::string file, ImportSchema schema, TableOptions options)
    : content_(std::move(content)), file_(std::move(file)), schema_(std::move(schema)), options_(std::move(options)),
      reader_(content_->text, separator_, file_, options_.limits) {}

Result<Table> Table::open(const std::string& path, ImportSchema schema, TableOptions options) {
    JZ_TRY(bytes, read_file(path, options.limits.file_bytes));
    return from_bytes(std::move(bytes), path, std::move(schema), std::move(options));
}

Result<Table> Table::from_bytes(std::string bytes, const std::string& file, ImportSchema schema, TableOptions options) {
    JZ_TRY(decoded, decode(std::move(bytes), file, options.encoding));
    Table table(std::make_unique<const Decoded>(std::move(decoded)), file, std::move(schema), std::move(options));
    table.find_header();
    JZ_CHECK(table.read_header());
    const Position where{table.file_, table.header_row_, 0, {}};
    JZ_TRY(match, match_columns(table.schema_, table.options_.map, table.header_, where,
                                [&table](std::size_t column, const ImportColumn& field) {
                                    return table.count_words(column, field);
                                }));
    table.match_ = std::move(match);
    table.map_cells();
    table.rewind();
    return table;
}

void Table::find_header() {
    const HeaderIndex index(schema_, options_.map);
    HeaderPlace best;
    for (const char separator : kSeparators) {
        const HeaderPlace place = best_row(CsvReader(content_->text, separator, file_, options_.limits), index);
        if (place.recognised > best.recognised) {
            best = place;
            separator_ = separator;
        }
    }
    header_row_ = best.row;
    reader_ = CsvReader(content_->text, separator_, file_, options_.limits);
}

// Reads up to the header; where none was recognised, the first row stands for it in the message.
Result<void> Table::read_header() {
    for (;;) {
        JZ_TRY(more, reader_.next(row_));
        std::vector<std::string> cells(row_.cells.begin(), row_.cells.end());
        while (more && titles_.size() + 1 < row_.row) {
            titles_.emplace_back(); // a blank row keeps its place
        }
        if (!more || row_.row >= header_row_) {
            header_row_ = row_.row;
            header_ = std::move(cells);
            return {};
        }
        titles_.push_back(std::move(cells));
    }
}

std::size_t Table::count_words(std::size_t column, const ImportColumn& field) const {
    constexpr std::size_t kSample = 200;
    CsvReader reader(content_->text, separator_, file_, options_.limits);
    std::size_t words = 0;
    Row row;
    for (std::size_t seen = 0; seen < kSample;) {
        const auto more = reader.next(row);
        if (!more || !*more) {
            break;
        }
        if (row.row > header_row_ && column < row.cells.size() && !blank(row.cells[column])) {
            ++seen;
            words += field.knows_word(row.cells[column]) ? 1 : 0;
        }
    }
    return words;
}

void Table::map_cells() {
    cells_.assign(schema_.columns.size(), {});
    for (std::size_t column = 0; column < header_.size(); ++column) {
        if (match_.field_of[column] != kNoColumn) {
            mapped_.emplace_back(column, match_.field_of[column]);
        }
        if (!blank(header_[column]) && !match_.ignored[column]) {
            width_ = column + 1;
        }
    }
}

void Table::rewind() {
    reader_.rewind();
    row_ = Row();
}

Result<bool> Table::next(MappedRow& row) {
    for (;;) {
        JZ_TRY(more, reader_.next(row_));
        if (!more) {
            return false;
        }
        if (row_.row <= header_row_ || std::all_of(row_.cells.begin(), row_.cells.end(), blank)) {
            continue;
        }
        for (const auto& [column, field] : mapped_) {
            cells_[field] = column < row_.cells.size() ? row_.cells[column] : std::string_view();
        }
        row.row = row_.row;
        row.line = row_.line;
        row.cells = cells_;
        row.original = row_.cells;
        row.surplus = first_surplus();
        return true;
    }
}

std::uint64_t Table::first_surplus() const {
    for (std::size_t column = width_; column < row_.cells.size(); ++column) {
        const bool ignored = column < match_.ignored.size() && match_.ignored[column];
        if (!ignored && !blank(row_.cells[column])) {
            return column + 1;
        }
    }
    return 0;
}

std::string_view Table::line_end() const {
    const std::size_t feed = content_->text.find('\n');
    const bool windows = feed != std::string::npos && feed > 0 && content_->text[feed - 1] == '\r';
    return windows ? "\r\n" : "\n";
}

std::vector<std::string> Table::unknown_headers() const {
    std::vector<std::string> headers;
    for (const std::size_t column : match_.unknown) {
        headers.push_back(header_[column]);
    }
    return headers;
}

Position Table::position(std::uint64_t row, std::size_t field) const {
    const std::size_t column = match_.column_of[field];
    return column == kNoColumn ? Position{file_, row, 0, schema_.columns[field].title.zh}
                               : position_of_column(row, column + 1);
}

Position Table::position_of_column(std::uint64_t row, std::uint64_t column) const {
    const bool titled = column != 0 && column <= header_.size();
    return {file_, row, column, titled ? std::string(trimmed(header_[column - 1])) : std::string()};
}

} // namespace jiezhuan
