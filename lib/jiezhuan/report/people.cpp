#include "jiezhuan/base/text.hpp"
#include "jiezhuan/report/formats.hpp"
#include "jiezhuan/report/lines.hpp"

namespace jiezhuan {
namespace {

std::string prose(const Message& message, const RenderOptions& options) {
    const std::string text = printable(message.in(options.lang));
    return text.empty() ? std::string() : hanging("", text, 0, usable_width(options.width));
}

std::string section_title(const RowSet& set, const RenderOptions& options) {
    std::string out;
    for (const std::string& line : wrapped(printable(set.title.in(options.lang)), usable_width(options.width))) {
        out += line.empty() ? "" : painted(line, Colour::bold, options.colour) + "\n";
    }
    return out;
}

std::string section(const View& view, const RenderOptions& options) {
    if (view.nothing()) {
        return {};
    }
    std::string body;
    if (view.row_count() == 0 && !view.set().when_empty.empty()) {
        body = prose(view.set().when_empty, options);
    } else if (view.is_list()) {
        body = table_lines(view, options);
    } else if (view.row_count() == 1) {
        body = card_lines(view, 0, options);
    }
    return body.empty() ? body : section_title(view.set(), options) + body;
}

// Never broken: these are commands to be copied.
std::string next_lines(const std::vector<Message>& next, Lang lang) {
    std::string out;
    for (const Message& message : next) {
        append_line_to(out, std::string(Text("下一步：", "Next: ").in(lang)) + printable(message.in(lang)));
    }
    return out;
}

} // namespace

std::string render_people(const Document& document, std::span<const View> views, const RenderOptions& options) {
    std::string out;
    const auto add_block = [&out](const std::string& block) {
        if (!block.empty()) {
            out += out.empty() ? "" : "\n";
            out += block;
        }
    };
    add_block(prose(document.headline, options));
    for (const View& view : views) {
        add_block(section(view, options));
    }
    add_block(render_findings(document.findings, options));
    add_block(next_lines(document.next, options.lang));
    return out;
}

} // namespace jiezhuan
