#include "jiezhuan/base/text.hpp"
#include "jiezhuan/report/formats.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>

namespace jiezhuan {
namespace {

using Json = nlohmann::ordered_json;

// What is not UTF-8 cannot stand in JSON: its bytes are made visible.
Json text_json(std::string_view text) {
    return first_invalid_utf8(text) ? Json(printable(text)) : Json(std::string(text));
}
Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : text_json(text); }
Json number_or_null(std::uint64_t number) { return number == 0 ? Json(nullptr) : Json(number); }

Json finding_json(const Finding& finding, Lang lang) {
    return {
        {"rule", text_json(finding.rule)},
        {"severity", severity_id(finding.severity)},
        {"subject", text_or_null(finding.subject)},
        {"file", text_or_null(finding.position.file)},
        {"row", number_or_null(finding.position.row)},
        {"column", number_or_null(finding.position.column)},
        {"message", text_json(finding.message.in(lang))},
        {"fix", text_or_null(finding.fix.in(lang))},
    };
}

// The library escapes U+0000-1F only. Whatever else could move a cursor or turn text around is escaped here: such a
// character can stand in a string only, so its escape means the same.
void append(std::string& out, const Json& value) {
    const std::string plain = value.dump();
    if (!first_unprintable(plain)) {
        out += plain;
        return;
    }
    for (std::size_t at = 0; at < plain.size();) {
        const std::size_t start = at;
        const char32_t point = next_code_point(plain, at);
        const std::string_view character = std::string_view(plain).substr(start, at - start);
        if (first_unprintable(character)) {
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(point));
        } else {
            out += character;
        }
    }
}

bool needs_escapes(std::string_view text) {
    const auto escaped = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; };
    return first_invalid_utf8(text) || std::any_of(text.begin(), text.end(), escaped) || first_unprintable(text);
}

// Almost every cell of a long list is written as it is: three to four times as fast as through the library.
void append_text(std::string& out, std::string_view text) {
    if (needs_escapes(text)) {
        append(out, text_json(text));
    } else {
        out.append("\"").append(text).append("\"");
    }
}

void append_cell(std::string& out, const Cell& cell, Lang lang) {
    if (cell.absent()) {
        out += "null";
    } else if (cell.number() != nullptr) {
        out += cell.machine();
    } else {
        append_text(out, machine_text(cell, lang));
    }
}

// The keys of a view's records, with the signs around them: {"id": and ,"name": - written once, not in every row.
std::vector<std::string> keys_of(const View& view, std::string_view before = "{") {
    std::vector<std::string> keys;
    for (std::size_t column = 0; column < view.column_count(); ++column) {
        std::string& key = keys.emplace_back(column == 0 ? before : ",");
        append(key, view.column(column).id);
        key += ':';
    }
    return keys;
}

void append_cells(std::string& out, const View& view, const std::vector<std::string>& keys, std::size_t row,
                  Lang lang) {
    for (std::size_t column = 0; column < keys.size(); ++column) {
        out += keys[column];
        append_cell(out, view.cell(row, column), lang);
    }
}

void append_record(std::string& out, const View& view, const std::vector<std::string>& keys, std::size_t row,
                   Lang lang) {
    append_cells(out, view, keys, row, lang);
    out += keys.empty() ? "{}" : "}";
}

// A line an element, so that two outputs can be compared line by line and no list is ever built up as one value.
template <class AppendItem>
void append_array(std::string& out, std::size_t count, std::string_view indent, AppendItem append_item) {
    out += '[';
    for (std::size_t i = 0; i < count; ++i) {
        out.append(i == 0 ? "\n" : ",\n").append(indent).append("  ");
        append_item(i);
    }
    if (count > 0) {
        out.append("\n").append(indent);
    }
    out += ']';
}

void append_section(std::string& out, const View& view, Lang lang) {
    const std::vector<std::string> keys = keys_of(view);
    if (view.is_list()) {
        append_array(out, view.row_count(), "    ",
                     [&](std::size_t row) { append_record(out, view, keys, row, lang); });
    } else if (view.row_count() == 1) {
        append_record(out, view, keys, 0, lang);
    } else {
        out += "null";
    }
}

void append_data(std::string& out, std::span<const View> views, Lang lang) {
    out += '{';
    for (std::size_t i = 0; i < views.size(); ++i) {
        out += i == 0 ? "\n    " : ",\n    ";
        append_text(out, views[i].set().id);
        out += ": ";
        append_section(out, views[i], lang);
    }
    out += views.empty() ? "}" : "\n  }";
}

} // namespace

std::string render_json(const Document& document, std::span<const View> views, const RenderOptions& options) {
    Findings findings = document.findings;
    sort_findings(findings);
    std::string out = "{\n  \"schema\": ";
    append_text(out, "jiezhuan/" + document.schema + "/1");
    out += ",\n  \"data\": ";
    append_data(out, views, options.lang);
    out += ",\n  \"findings\": ";
    append_array(out, findings.size(), "  ",
                 [&](std::size_t i) { append(out, finding_json(findings[i], options.lang)); });
    out += ",\n  \"next\": ";
    append_array(out, document.next.size(), "  ",
                 [&](std::size_t i) { append_text(out, document.next[i].in(options.lang)); });
    out += "\n}\n";
    return out;
}

std::string render_ndjson(const Document& document, std::span<const View> views, const RenderOptions& options) {
    Findings findings = document.findings;
    sort_findings(findings);
    Json envelope = {{"schema", text_json("jiezhuan/" + document.schema + "/1")},
                     {"findings", Json::array()},
                     {"next", Json::array()}};
    for (const Finding& finding : findings) {
        envelope["findings"].push_back(finding_json(finding, options.lang));
    }
    for (const Message& next : document.next) {
        envelope["next"].push_back(text_json(next.in(options.lang)));
    }
    std::string out;
    append(out, envelope);
    out += '\n';
    for (const View& view : views) {
        const std::vector<std::string> keys = keys_of(view, ",");
        for (std::size_t row = 0; row < view.row_count(); ++row) {
            out += "{\"section\":";
            append_text(out, view.set().id);
            append_cells(out, view, keys, row, options.lang);
            out += "}\n";
        }
    }
    return out;
}

std::string error_json(const Error& error, Lang lang) {
    Json context = Json::array();
    for (const Message& message : error.context) {
        context.push_back(text_json(message.in(lang)));
    }
    const bool unsaid = error.message.empty();
    const Json object = {
        {"schema", "jiezhuan/error/1"},
        {"code", static_cast<int>(error.code)},
        {"kind", exit_name(error.code)},
        {"message", unsaid ? Json(exit_title(error.code).in(lang)) : text_json(error.message.in(lang))},
        {"hint", text_or_null(error.hint.in(lang))},
        {"file", text_or_null(error.position.file)},
        {"row", number_or_null(error.position.row)},
        {"column", number_or_null(error.position.column)},
        {"context", std::move(context)},
    };
    std::string out;
    append(out, object);
    return out + "\n";
}

} // namespace jiezhuan
