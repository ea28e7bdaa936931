#include "jiezhuan/base/text.hpp"
#include "jiezhuan/report/formats.hpp"
#include "jiezhuan/report/lines.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

constexpr int kBetween = 2;

struct Shown {
    std::string title;
    std::string value; // as it is: line breaks in it are kept
};

std::vector<Shown> present_fields(const View& view, std::size_t row, Lang lang) {
    std::vector<Shown> fields;
    for (std::size_t column = 0; column < view.column_count(); ++column) {
        if (const Cell& cell = view.cell(row, column); !cell.absent()) {
            fields.push_back({printable(view.column(column).title.in(lang)), cell.shown(lang)});
        }
    }
    return fields;
}

} // namespace

std::string card_lines(const View& view, std::size_t row, const RenderOptions& options) {
    const int width = usable_width(options.width);
    const std::vector<Shown> fields = present_fields(view, row, options.lang);
    int titles = 0;
    for (const Shown& field : fields) {
        titles = std::max(titles, display_width(field.title));
    }
    titles = width == 0 ? titles : std::min(titles, width / 2 - kBetween);
    const int margin = titles + kBetween;
    std::string out;
    for (const Shown& field : fields) {
        std::string before = padded(truncated(field.title, titles), margin);
        for (const std::string_view line : split(field.value, '\n')) {
            out += hanging(before, printable(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line), margin,
                           width);
            before.assign(static_cast<std::size_t>(margin), ' ');
        }
    }
    return out;
}

} // namespace jiezhuan
