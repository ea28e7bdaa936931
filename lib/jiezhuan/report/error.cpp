#include "jiezhuan/base/text.hpp"
#include "jiezhuan/report/formats.hpp"
#include "jiezhuan/report/lines.hpp"
#include "jiezhuan/report/position.hpp"

namespace jiezhuan {

std::string render_error(const Error& error, const RenderOptions& options) {
    if (speaks_json(options.format)) {
        return error_json(error, options.lang);
    }
    const Lang lang = options.lang;
    const auto colon = Text("：", ": ").in(lang);
    std::string line = painted(Text("错误", "error").in(lang), Colour::red, options.colour);
    line += colon;
    if (const std::string place = in_words(error.position).in(lang); !place.empty()) {
        line.append(place).append(colon);
    }
    const bool unsaid = error.message.empty();
    line += printable(unsaid ? exit_title(error.code).in(lang) : std::string_view(error.message.in(lang)));
    std::string out;
    append_line_to(out, line);
    for (const Message& context : error.context) {
        append_line_to(out, "  " + printable(context.in(lang)));
    }
    if (!error.hint.empty()) {
        append_line_to(out, std::string(Text("提示：", "hint: ").in(lang)) + printable(error.hint.in(lang)));
    }
    return out;
}

} // namespace jiezhuan
