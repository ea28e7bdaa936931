#include "jiezhuan/tabular/csv.hpp"

#include <cstring>
#include <utility>

namespace jiezhuan {

CsvReader::CsvReader(std::string_view text, char separator, std::string file, const Limits& limits)
    : text_(text), separator_(separator), file_(std::move(file)), limits_(limits), quoted_(separator, limits) {
    cells_.reserve(limits.columns);
}

void CsvReader::rewind() {
    at_ = 0;
    row_ = 0;
    line_ = 0;
    quoted_ = QuotedRecord(separator_, limits_);
}

Result<bool> CsvReader::next(Row& row) {
    while (at_ < text_.size()) {
        if (++row_ > limits_.rows) {
            return refuse(0, say({"行数超过上限 {}", "more than {} rows"}, limits_.rows),
                          Text{"请拆成几个文件再导入", "split it into several files"});
        }
        row.row = row_;
        row.line = line_ + 1;
        const LineEnd found = line_end(text_, at_);
        const std::string_view line = text_.substr(at_, found.end - at_);
        if (std::memchr(line.data(), '"', line.size()) != nullptr) {
            JZ_CHECK(read_quoted());
            row.cells = quoted_.cells();
            return true;
        }
        at_ = found.next;
        ++line_;
        if (!line.empty()) {
            if (!split(line)) {
                return plain_limit();
            }
            row.cells = cells_;
            return true;
        }
    }
    return false;
}

// Most lines hold no quote, and are their cells with separators between: libcsv, a call a byte, is several times slower.
bool CsvReader::split(std::string_view line) {
    cells_.clear();
    const char* at = line.data();
    const char* const end = at + line.size();
    for (;;) {
        const auto* found = static_cast<const char*>(std::memchr(at, separator_, static_cast<std::size_t>(end - at)));
        const char* const stop = found == nullptr ? end : found;
        const auto size = static_cast<std::size_t>(stop - at);
        if (cells_.size() == limits_.columns || size > limits_.cell_bytes) {
            cells_.emplace_back(at, size);
            return false;
        }
        cells_.emplace_back(at, size);
        if (found == nullptr) {
            return true;
        }
        at = found + 1;
    }
}

Result<void> CsvReader::read_quoted() {
    const std::uint64_t first = line_ + 1;
    const QuotedRecord::Outcome outcome = quoted_.read(text_, at_, line_);
    const std::size_t column = quoted_.cells().size() + 1;
    switch (outcome) {
    case QuotedRecord::Outcome::whole:
        return {};
    case QuotedRecord::Outcome::never_closed:
        return refuse(column,
                      say({"第 {} 行（文本行 {}）起有一个引号，直到文件末尾也没有结束",
                           "a quote that begins in row {} (line {}) never ends"},
                          row_, first),
                      Text{"请在这一行补上缺少的引号", "add the missing quote in that row"});
    case QuotedRecord::Outcome::misplaced_quote:
        return refuse(
            column,
            say({"引号用得不对（记录从文本行 {} 开始）", "a misplaced quote (the record begins on line {})"}, first),
            Text{"含引号的单元格要整个用引号括起来，里面的引号写成两个；也可能是前面的引号没有结束。单元格写成 =\"…\" "
                 "的（别的系统导出的号码），先用表格软件打开，把这一列设为文本后另存",
                 "a cell with quotes stands in quotes, and each inside is doubled; or an earlier quote was not closed. "
                 "Cells like =\"…\" (numbers that another system exported): open the file in a spreadsheet, set the "
                 "column to text and save it anew"});
    case QuotedRecord::Outcome::cell_too_long:
        return too_long(column, true);
    case QuotedRecord::Outcome::too_many_cells:
        return too_many();
    }
    throw Bug{"an outcome of a quoted record is not handled"};
}

tl::unexpected<Error> CsvReader::plain_limit() const {
    return cells_.size() > limits_.columns ? too_many() : too_long(cells_.size(), false);
}

tl::unexpected<Error> CsvReader::refuse(std::size_t column, Message what, Message hint) const {
    return fail(Error{Exit::invalid_input, std::move(what), std::move(hint), {file_, row_, column, {}}, {}});
}

tl::unexpected<Error> CsvReader::too_long(std::size_t column, bool quoted) const {
    return refuse(
        column, say({"单元格超过 {} 字节", "a cell of more than {} bytes"}, limits_.cell_bytes),
        quoted
            ? Text{"可能是引号没有结束，把后面的内容都算进了这一格；请检查这一行的引号",
                   "a quote may not be closed, so that all that follows became one cell: check the quotes of the row"}
            : Text{"请删去过长的内容，或检查分隔符是否正确", "shorten it, or check the separator"});
}

tl::unexpected<Error> CsvReader::too_many() const {
    return refuse(limits_.columns + 1, say({"列数超过上限 {}", "more than {} columns"}, limits_.columns),
                  Text{"请删去多余的列再导入", "remove the columns that are not needed"});
}

} // namespace jiezhuan
