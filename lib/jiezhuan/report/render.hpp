// Renders a Document as a table for people; as JSON, JSON by lines or CSV for programs.
#pragma once

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/report/rowset.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// ndjson: a JSON object a line; first the envelope (schema, findings, next), then every record with the section it is of.
enum class Format { table, json, ndjson, csv };
// Is an error, too, one JSON object?
[[nodiscard]] constexpr bool speaks_json(Format format) { return format == Format::json || format == Format::ndjson; }

struct RenderOptions {
    Format format = Format::table;
    Lang lang = Lang::zh;
    int width =
        0; // columns of the terminal; 0: as wide as the content. Next steps are never broken: they are to be copied
    bool colour = false;
    bool header = true;
    std::vector<std::string> columns; // ids (or titles) to show, in this order; empty: all
    std::string sort;                 // a column id, "-id" for descending; empty: as given
    bool bom = false;                 // CSV
    std::string encoding;             // CSV: "" (UTF-8) or "gb18030"
};

// The whole output, ending in a line feed (in CRLF for CSV); empty where a table has nothing to say. Exit::usage for an
// unknown column (with the nearest ones), and for CSV of a document that has not exactly one list (cards beside it are left
// out), of a BOM without UTF-8, of an encoding that lacks a character. Nothing from the data reaches the text unescaped:
// control and bidi characters are made visible (in JSON: escaped), and a CSV cell never becomes a formula. A row that does
// not fit its columns is a Bug.
[[nodiscard]] Result<std::string> render(const Document& document, const RenderOptions& options);

// The lines for people about findings, identical ones summarised with their rows; each ends in a line feed.
[[nodiscard]] std::string render_findings(const Findings& findings, const RenderOptions& options);

// An error as people read it on stderr, or (both kinds of JSON) as one JSON object.
[[nodiscard]] std::string render_error(const Error& error, const RenderOptions& options);

} // namespace jiezhuan
