#include "sheet.hpp"

#include <algorithm>
#include <iconv.h>

namespace jiezhuan::generate {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

Result<std::string> converted(std::string_view text, const char* to) {
    const iconv_t handle = iconv_open(to, "UTF-8");
    ensure(handle != reinterpret_cast<iconv_t>(-1), "iconv knows the encodings of China");
    std::string in(text);
    std::string out(text.size() * 2 + 16, '\0');
    char* from = in.data();
    std::size_t left = in.size();
    char* into = out.data();
    std::size_t room = out.size();
    const std::size_t done = iconv(handle, &from, &left, &into, &room);
    iconv_close(handle);
    if (done == static_cast<std::size_t>(-1)) {
        const std::string_view rest = std::string_view(in).substr(in.size() - left, 4);
        return fail(Exit::invalid_input, say({"字符“{}”不在 {} 中", "the character '{}' is not in {}"}, rest, to));
    }
    out.resize(out.size() - room);
    return out;
}

void append_row(std::string& out, const std::vector<std::string>& cells, std::size_t width) {
    for (std::size_t i = 0; i < std::max(cells.size(), width); ++i) {
        if (i > 0) {
            out += ',';
        }
        if (i < cells.size()) {
            append_cell(out, cells[i]);
        }
    }
    out += "\r\n";
}

// One row of cells; moves `at` past its line end.
std::vector<std::string> read_row(std::string_view text, std::size_t& at) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    while (at < text.size()) {
        const char c = text[at++];
        if (quoted && c == '"' && at < text.size() && text[at] == '"') {
            cells.back() += '"';
            ++at;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (quoted || (c != ',' && c != '\r' && c != '\n')) {
            cells.back() += c;
        } else if (c == ',') {
            cells.emplace_back();
        } else if (c == '\n') {
            break;
        }
    }
    return cells;
}

} // namespace

Result<std::string> encoded(std::string_view text, FileEncoding encoding) {
    switch (encoding) {
    case FileEncoding::utf8:
        return std::string(text);
    case FileEncoding::utf8_bom:
        return std::string(kMark) + std::string(text);
    case FileEncoding::gb18030:
        return converted(text, "GB18030");
    case FileEncoding::gbk:
        return converted(text, "GBK");
    }
    throw Bug{"an encoding without a name"};
}

void append_cell(std::string& out, std::string_view cell) {
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        out += c;
        if (c == '"') {
            out += c;
        }
    }
    out += '"';
}

std::size_t Sheet::column(std::string_view title) const {
    const auto found = std::find(header.begin(), header.end(), title);
    ensure(found != header.end(), title);
    return static_cast<std::size_t>(found - header.begin());
}

std::string Sheet::csv() const {
    std::string out;
    for (const std::string& title : titles) {
        append_row(out, {title}, header.size());
    }
    append_row(out, header, 0);
    for (const auto& row : rows) {
        append_row(out, row, 0);
    }
    return out;
}

Result<Sheet> parse_sheet(std::string_view text) {
    if (text.starts_with(kMark)) {
        text.remove_prefix(kMark.size());
    }
    if (text.empty()) {
        return fail(Exit::invalid_input, {"文件是空的", "the file is empty"});
    }
    std::size_t at = 0;
    Sheet sheet;
    sheet.header = read_row(text, at);
    while (at < text.size()) {
        std::vector<std::string> row = read_row(text, at);
        if (row.size() > sheet.header.size()) {
            return fail(Exit::invalid_input, say({"第{}行的单元格多于表头", "row {} has more cells than the header"},
                                                 sheet.shown_row(sheet.rows.size())));
        }
        row.resize(sheet.header.size());
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

} // namespace jiezhuan::generate
