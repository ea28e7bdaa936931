// Renders a Document as a table for people, JSON or CSV for programs.
#pragma once

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/report/rowset.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

enum class Format { table, json, csv };

struct RenderOptions {
    Format format = Format::table;
    Lang lang = Lang::zh;
    int width = 0; // columns of the terminal; 0: as wide as the content
    bool colour = false;
    bool header = true;
    std::vector<std::string> columns; // ids to show, in this order; empty: all
    std::string sort;                 // a column id, "-id" for descending; empty: as given
    bool bom = false;                 // CSV
    std::string encoding;             // CSV: "" (UTF-8) or "gb18030"
};

// The whole output, ending in a line feed. Exit::usage for an unknown column (with the nearest ones), and for CSV of a
// document that is no single list. Nothing from the data reaches the text unescaped: control and bidi characters are made
// visible, and a CSV cell never becomes a formula.
[[nodiscard]] Result<std::string> render(const Document& document, const RenderOptions& options);

// The lines for people about findings, identical ones summarised with their rows; each ends in a line feed.
[[nodiscard]] std::string render_findings(const Findings& findings, const RenderOptions& options);

// An error as people read it on stderr, or as one JSON object.
[[nodiscard]] std::string render_error(const Error& error, const RenderOptions& options);

} // namespace jiezhuan
