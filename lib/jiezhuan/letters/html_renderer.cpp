#include "jiezhuan/letters/html_renderer.hpp"

#include "jiezhuan/base/embedded.hpp"
#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace jiezhuan {

namespace {

// A blank's width is given in quarters of a character, so that the style is a number of ours and never a text.
std::string padding_of(const Span& span) {
    const int missing = std::max(0, span.width - display_width(span.text));
    const int hundredths = std::max(20, missing * 25);
    return fmt::format("padding:0 {}.{:02}em", hundredths / 100, hundredths % 100);
}

void append_spans(std::string& out, const Spans& spans) {
    for (const Span& span : spans) {
        if (span.kind == Span::Kind::plain) {
            out += html_escaped(span.text);
        } else if (span.width == 0) {
            out += "<b>" + html_escaped(span.text) + "</b>";
        } else {
            out += fmt::format("<u{} style=\"{}\">{}</u>", span.whole || span.text.empty() ? " class=\"whole\"" : "",
                               padding_of(span), html_escaped(span.text));
        }
    }
}

std::string_view tag_class(Block::Kind kind) {
    switch (kind) {
    case Block::Kind::title:
        return "title";
    case Block::Kind::salutation:
        return "salutation";
    case Block::Kind::paragraph:
        return "paragraph";
    case Block::Kind::row:
        return "row";
    case Block::Kind::right:
        return "right";
    case Block::Kind::cells: // append_cells()
    case Block::Kind::detail:
        break;
    }
    return "detail";
}

// A column is half a character wide; the last cell has what is left.
void append_cells(std::string& out, const Spans& cells) {
    out += "<div class=\"cells\">";
    for (const Span& cell : cells) {
        out += cell.width == 0 ? "<span>"
                               : fmt::format("<span style=\"flex:0 0 {}.{}em\">", cell.width / 2, cell.width % 2 * 5);
        out += html_escaped(cell.text) + "</span>";
    }
    out += "</div>\n";
}

void append_block(std::string& out, const Block& block) {
    if (block.kind == Block::Kind::cells) {
        append_cells(out, block.left);
        return;
    }
    const bool title = block.kind == Block::Kind::title;
    out += fmt::format("<div class=\"{}\">{}", tag_class(block.kind), title ? "<h2>" : "<span>");
    append_spans(out, block.left);
    out += title ? "</h2>" : "</span>";
    if (!block.right.empty()) {
        out += "<span class=\"end\">";
        append_spans(out, block.right);
        out += "</span>";
    }
    out += "</div>\n";
}

void append_section(std::string& out, const Section& section, bool sample) {
    const std::string label = html_escaped(section.label);
    switch (section.kind) {
    case Section::Kind::part:
        out += "<div class=\"part\"><div class=\"label\">" + label + "</div>\n";
        if (sample) {
            out += "<div class=\"sample\">样张</div>\n";
        }
        for (const Block& block : section.blocks) {
            append_block(out, block);
        }
        out += "</div>\n";
        return;
    case Section::Kind::paste:
        out += "<div class=\"paste\">" + label + "</div>\n";
        return;
    case Section::Kind::cut_line:
        out += label.empty() ? "<div class=\"cut\"></div>\n" : "<div class=\"cut\"><span>" + label + "</span></div>\n";
        return;
    case Section::Kind::note:
        out += "<div class=\"note\">" + label + "</div>\n";
        return;
    }
}

// What was filled in, in columns: the more there is, the smaller the letters, so that a page stays a page.
int filled_columns(const LetterDocument& document) {
    int columns = 0;
    for (const Section& section : document.sections) {
        for (const Block& block : section.blocks) {
            for (const Spans* spans : {&block.left, &block.right}) {
                for (const Span& span : *spans) {
                    columns += span.kind == Span::Kind::field ? display_width(span.text) : 0;
                }
            }
        }
    }
    return columns;
}

std::string_view density(const LetterDocument& document) {
    const int columns = filled_columns(document);
    return columns <= 420 ? "" : columns <= 800 ? " dense" : " denser";
}

} // namespace

std::string html_escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string render_html(std::span<const LetterDocument> documents, std::string_view title) {
    std::string out = "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                      "'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
                      "<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
    out += html_escaped(title);
    out += "</title>\n<style>\n";
    out += embedded_file("schemas/letters/page.css");
    out += "</style>\n</head>\n<body>\n";
    for (const LetterDocument& document : documents) {
        const bool whole_sheet =
            std::any_of(document.sections.begin(), document.sections.end(),
                        [](const Section& section) { return section.kind == Section::Kind::paste; });
        out += fmt::format("<section class=\"sheet{}{}\">\n", whole_sheet ? " whole-sheet" : "", density(document));
        for (const Section& section : document.sections) {
            append_section(out, section, document.sample);
        }
        out += "</section>\n";
    }
    out += "</body>\n</html>\n";
    return out;
}

} // namespace jiezhuan
