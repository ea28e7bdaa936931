#include "jiezhuan/base/text.hpp"
#include "jiezhuan/report/formats.hpp"
#include "jiezhuan/report/lines.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace jiezhuan {
namespace {

constexpr int kBetween = 2;            // blanks between two columns
constexpr int kShortTitle = 6;         // three characters: not folded
constexpr int kNarrowest = 4;          // no column is made narrower
constexpr std::size_t kTitleLines = 2; // a title may be folded where its values are narrower
constexpr int kWord = 10;     // five characters: states, most names, short limits, which say nothing when they are cut
constexpr int kKnown = 9;     // four characters of a longer name, and the sign that it is cut
constexpr int kSentence = 12; // as much of a sentence as tells what it is about
constexpr int kKind = 16;     // a kind or a state in a few words

// What a column wants, and how far it can give way: first its title is folded, with nothing lost; then long values are cut.
struct Width {
    std::size_t column = 0;
    int now = 0;
    int values = 0; // the widest of them; 0 where no row has any
    int title = 0;  // folded
    int whole = 0;  // no value is cut
    int least = 0;  // what is cut can still be read
};
using Widths = std::vector<Width>;

std::string cell_text(const View& view, std::size_t row, std::size_t column, Lang lang) {
    return printable(view.cell(row, column).shown(lang));
}

std::string title_text(const View& view, std::size_t column, Lang lang) {
    return printable(view.column(column).title.in(lang));
}

// Identifiers, dates and numbers are never cut, nor is a short word. Of names and sentences a part is enough to know them by.
int least_of_values(ColumnType type, int values) {
    switch (type) {
    case ColumnType::text:
        return values <= kWord ? values : std::clamp(values / 2, kKnown, kSentence);
    case ColumnType::code:
        return std::min(values, kKind);
    default:
        return values;
    }
}

// An identifier that people read as a name may be cut as any name.
ColumnType type_shown(const View& view, std::size_t column) {
    const ColumnType type = view.column(column).type;
    bool named = false;
    for (std::size_t row = 0; type == ColumnType::id && !named && row < view.row_count(); ++row) {
        named = view.cell(row, column).has_words();
    }
    return named ? ColumnType::text : type;
}

// The narrowest column in which the title stands in few lines, with no word broken.
int folded_width(std::string_view title) {
    if (display_width(title) <= kShortTitle) {
        return display_width(title);
    }
    int width = std::max(kNarrowest, longest_piece(title));
    while (wrapped(title, width).size() > kTitleLines) {
        ++width;
    }
    return width;
}

Width natural_width(const View& view, std::size_t column, const RenderOptions& options) {
    int values = 0;
    for (std::size_t row = 0; row < view.row_count(); ++row) {
        values = std::max(values, display_width(cell_text(view, row, column, options.lang)));
    }
    const std::string title = options.header ? title_text(view, column, options.lang) : std::string();
    const int folded = folded_width(title);
    return {column,
            std::max(values, display_width(title)),
            values,
            folded,
            std::max(values, folded),
            std::max(least_of_values(type_shown(view, column), values), folded)};
}

int total(const Widths& widths) {
    const int between = kBetween * static_cast<int>(widths.size() - 1);
    return std::accumulate(widths.begin(), widths.end(), between,
                           [](int sum, const Width& width) { return sum + width.now; });
}

// Takes from the widest column that can still give, until the table fits. False where it cannot.
bool shrink(Widths& widths, int terminal, int Width::*least) {
    for (int excess = total(widths) - terminal; excess > 0; --excess) {
        const auto widest = std::max_element(widths.begin(), widths.end(), [&](const Width& a, const Width& b) {
            return (a.now > a.*least ? a.now : 0) < (b.now > b.*least ? b.now : 0);
        });
        if (widest->now <= (*widest).*least) {
            return false;
        }
        --widest->now;
    }
    return true;
}

// First what costs nothing: columns in which no row has anything are left out, titles are folded. Then values are cut.
bool fit(Widths& widths, int terminal) {
    if (total(widths) <= terminal) {
        return true;
    }
    std::erase_if(widths, [](const Width& width) { return width.values == 0; });
    return !widths.empty() && (shrink(widths, terminal, &Width::whole) || shrink(widths, terminal, &Width::least));
}

template <class TextOf> std::string line_of(const View& view, const Widths& widths, TextOf text_of) {
    std::string line;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const Width& width = widths[i];
        line.append(i == 0 ? 0 : kBetween, ' ');
        line += padded(truncated(text_of(width), width.now), width.now,
                       view.column(width.column).type == ColumnType::number);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

std::string header_lines(const View& view, const Widths& widths, const RenderOptions& options) {
    std::string out;
    for (std::size_t line = 0; line < kTitleLines; ++line) {
        const std::string titles = line_of(view, widths, [&](const Width& width) {
            const std::string title = title_text(view, width.column, options.lang);
            const std::vector<std::string> lines = wrapped(title, display_width(title) <= width.now ? 0 : width.title);
            return line < lines.size() ? lines[line] : std::string();
        });
        if (line == 0 || !titles.empty()) {
            append_line_to(out, painted(titles, Colour::bold, options.colour));
        }
    }
    return out;
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
    Widths widths;
    for (std::size_t column = 0; column < view.column_count(); ++column) {
        widths.push_back(natural_width(view, column, options));
    }
    if (widths.empty() || (options.width > 0 && !fit(widths, usable_width(options.width)))) {
        return record_by_record(view, options);
    }
    std::string out = options.header ? header_lines(view, widths, options) : std::string();
    for (std::size_t row = 0; row < view.row_count(); ++row) {
        append_line_to(out, line_of(view, widths, [&](const Width& width) {
                           return cell_text(view, row, width.column, options.lang);
                       }));
    }
    return out;
}

} // namespace jiezhuan
