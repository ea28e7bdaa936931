#include "jiezhuan/base/text.hpp"
#include "jiezhuan/report/formats.hpp"
#include "jiezhuan/report/lines.hpp"

#include <algorithm>
#include <numeric>

namespace jiezhuan {
namespace {

constexpr int kBetween = 2;   // blanks between two columns
constexpr int kNarrowest = 4; // no column is made narrower
constexpr int kShort = 6;     // three characters: states and most names, which say nothing when they are cut

struct Width {
    int now = 0;
    int least = 0;
};

bool may_be_cut(ColumnType type) { return type == ColumnType::text || type == ColumnType::code; }

std::string cell_text(const View& view, std::size_t row, std::size_t column, Lang lang) {
    return printable(view.cell(row, column).shown(lang));
}

std::string title_text(const View& view, std::size_t column, Lang lang) {
    return printable(view.column(column).title.in(lang));
}

// As wide as the content. Identifiers, dates, numbers and short words keep the width of their values; their titles may be cut.
Width natural_width(const View& view, std::size_t column, const RenderOptions& options) {
    int values = 0;
    for (std::size_t row = 0; row < view.row_count(); ++row) {
        values = std::max(values, display_width(cell_text(view, row, column, options.lang)));
    }
    const int title = options.header ? display_width(title_text(view, column, options.lang)) : 0;
    const int now = std::max(values, title);
    const int least = std::min(now, kNarrowest);
    const bool whole = values <= kShort || !may_be_cut(view.column(column).type);
    return {now, whole ? std::max(values, least) : least};
}

int total(const std::vector<Width>& widths) {
    const int between = kBetween * static_cast<int>(widths.size() - 1);
    return std::accumulate(widths.begin(), widths.end(), between,
                           [](int sum, const Width& width) { return sum + width.now; });
}

// Takes from the widest column that can still give, until the table fits. False where it cannot.
bool shrink(std::vector<Width>& widths, int terminal) {
    for (int excess = total(widths) - terminal; excess > 0; --excess) {
        const auto widest = std::max_element(widths.begin(), widths.end(), [](const Width& a, const Width& b) {
            return (a.now > a.least ? a.now : 0) < (b.now > b.least ? b.now : 0);
        });
        if (widest->now <= widest->least) {
            return false;
        }
        --widest->now;
    }
    return true;
}

template <class TextOf> std::string line_of(const View& view, const std::vector<Width>& widths, TextOf text_of) {
    std::string line;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        const int width = widths[column].now;
        line.append(column == 0 ? 0 : kBetween, ' ');
        line += padded(truncated(text_of(column), width), width, view.column(column).type == ColumnType::number);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

std::string record_by_record(const View& view, const RenderOptions& options) {
    std::string out;
    for (std::size_t row = 0; row < view.row_count(); ++row) {
        out += row == 0 ? "" : "\n";
        out += card_lines(view, row, options);
    }
    return out;
}

} // namespace

std::string table_lines(const View& view, const RenderOptions& options) {
    std::vector<Width> widths;
    for (std::size_t column = 0; column < view.column_count(); ++column) {
        widths.push_back(natural_width(view, column, options));
    }
    if (widths.empty() || (options.width > 0 && !shrink(widths, usable_width(options.width)))) {
        return record_by_record(view, options);
    }
    std::string out;
    if (options.header) {
        const std::string titles =
            line_of(view, widths, [&](std::size_t column) { return title_text(view, column, options.lang); });
        append_line_to(out, painted(titles, Colour::bold, options.colour));
    }
    for (std::size_t row = 0; row < view.row_count(); ++row) {
        append_line_to(
            out, line_of(view, widths, [&](std::size_t column) { return cell_text(view, row, column, options.lang); }));
    }
    return out;
}

} // namespace jiezhuan
