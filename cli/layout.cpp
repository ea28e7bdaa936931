#include "cli/layout.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>

namespace jiezhuan::cli {
namespace {

constexpr int kIndent = 2;
constexpr int kGap = 2;
constexpr int kWidestLeft = 30;
constexpr int kNarrowest = 20;

// A word with the blank before it, or one wide character.
std::vector<std::string_view> pieces(std::string_view text) {
    std::vector<std::string_view> all;
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        (void)next_code_point(text, at);
        const bool breaks = text[here] == ' ' || display_width(text.substr(here, at - here)) > 1;
        if (breaks && here > start) {
            all.push_back(text.substr(start, here - start));
            start = here;
        }
        if (breaks && text[here] != ' ') {
            all.push_back(text.substr(here, at - here));
            start = at;
        }
    }
    if (start < text.size()) {
        all.push_back(text.substr(start));
    }
    return all;
}

// What must not begin a line, in either width.
bool clings(std::string_view piece) {
    constexpr std::u32string_view kClosing =
        U",.;:!?)\u3001\u3002\uff0c\uff1b\uff1a\uff01\uff1f\uff09\u201d\u300b\u300d";
    std::size_t at = 0;
    return kClosing.find(next_code_point(piece, at)) != std::u32string_view::npos;
}

// The last character of a line, taken off it: it goes to the next line with the mark that follows it.
std::string take_last(std::string& line) {
    std::size_t start = line.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(line[start]) & 0xC0U) == 0x80U) {
        --start;
    }
    std::string last = line.substr(start);
    line.resize(start);
    return last;
}

} // namespace

std::vector<std::string> wrapped(std::string_view text, int columns) {
    std::vector<std::string> lines(1);
    for (std::string_view piece : pieces(text)) {
        if (display_width(lines.back()) + display_width(piece) > columns && !lines.back().empty()) {
            std::string carried = clings(piece) ? take_last(lines.back()) : std::string();
            lines.push_back(std::move(carried));
        }
        if (lines.back().empty()) {
            piece.remove_prefix(piece.starts_with(' ') ? 1 : 0);
        }
        lines.back() += piece;
    }
    return lines;
}

std::string two_columns(const std::vector<std::pair<std::string, std::string>>& rows, int width) {
    int left_width = 0;
    for (const auto& [left, right] : rows) {
        left_width = std::max(left_width, std::min(display_width(left), kWidestLeft));
    }
    const int start = kIndent + left_width + kGap;
    const int room = std::max(width - start, kNarrowest);
    std::string out;
    for (const auto& [left, right] : rows) {
        std::string line = std::string(kIndent, ' ') + left;
        if (display_width(left) > left_width) {
            out += line + "\n";
            line.clear();
        }
        for (const std::string& part : wrapped(right, room)) {
            line = padded(line, start) + part;
            out += std::string(line.substr(0, line.find_last_not_of(' ') + 1)) + "\n";
            line.clear();
        }
    }
    return out;
}

} // namespace jiezhuan::cli
