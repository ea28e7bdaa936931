#include "jiezhuan/base/text.hpp"
#include "jiezhuan/report/encode.hpp"
#include "jiezhuan/report/formats.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

constexpr std::string_view kLineEnd = "\r\n"; // RFC 4180
constexpr std::string_view kBom = "\xEF\xBB\xBF";

// Spreadsheets take a cell that starts so for a formula; some of them the full-width signs too (U+FF1D, FF0B, FF0D, FF20).
bool starts_like_a_formula(std::string_view text) {
    static constexpr std::array<std::string_view, 10> kStarts = {
        "=", "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    return std::any_of(kStarts.begin(), kStarts.end(),
                       [text](std::string_view start) { return text.starts_with(start); });
}

void append_quoted(std::string& out, std::string_view text) {
    const bool plain =
        text.find_first_of(",\"\r\n") == std::string_view::npos && !text.starts_with(' ') && !text.ends_with(' ');
    if (plain) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        out.append(c == '"' ? 2 : 1, c);
    }
    out += '"';
}

void append_cell(std::string& out, const Cell& cell, Lang lang) {
    const std::string text = machine_text(cell, lang);
    const bool guarded = cell.number() == nullptr && starts_like_a_formula(text);
    append_quoted(out, guarded ? "'" + printable(text) : printable(text));
}

template <class AppendCell> void append_row(std::string& out, std::size_t columns, AppendCell append_cell_of) {
    for (std::size_t column = 0; column < columns; ++column) {
        out += column == 0 ? "" : ",";
        append_cell_of(column);
    }
    out += kLineEnd;
}

Result<const View*> single_list(std::span<const View> views) {
    const View* list = nullptr;
    std::size_t lists = 0;
    for (const View& view : views) {
        if (view.is_list() && view.column_count() > 0) {
            list = &view;
            ++lists;
        }
    }
    if (lists != 1) {
        return fail(Exit::usage,
                    Text{"这个结果不是单一的列表，不能写成 CSV", "this is no single list and cannot be written as CSV"},
                    Text{"请改用 --format json", "use --format json"});
    }
    return list;
}

} // namespace

Result<std::string> render_csv(std::span<const View> views, const RenderOptions& options) {
    JZ_TRY(encoding, encoding_named(options.encoding));
    if (options.bom && encoding != OutputEncoding::utf8) {
        return fail(Exit::usage, Text{"只有 UTF-8 才有 BOM", "only UTF-8 has a BOM"},
                    Text{"--bom 与 --encoding gb18030 只用一个", "use --bom or --encoding gb18030, not both"});
    }
    JZ_TRY(list, single_list(views));
    std::string out(options.bom ? kBom : "");
    if (options.header) {
        append_row(out, list->column_count(), [&](std::size_t column) { append_quoted(out, list->column(column).id); });
    }
    for (std::size_t row = 0; row < list->row_count(); ++row) {
        append_row(out, list->column_count(),
                   [&](std::size_t column) { append_cell(out, list->cell(row, column), options.lang); });
    }
    return encoded(std::move(out), encoding);
}

} // namespace jiezhuan
