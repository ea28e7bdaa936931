#include "jiezhuan/report/lines.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

constexpr std::u32string_view kClosing =
    U",.;:!?)\u3001\u3002\uff0c\uff1b\uff1a\uff01\uff1f\uff09\u201d\u300b\u300d\u3015"; // ……、。，；：！？）”》」〕
constexpr std::u32string_view kOpening = U"(\uff08\u201c\u300a\u300c\u3014"; // (（“《「〔

bool is_one_of(std::u32string_view signs, std::string_view text) {
    std::size_t at = 0;
    return !text.empty() && signs.find(next_code_point(text, at)) != std::u32string_view::npos;
}

// What is never broken: a word with the blank before it, or one wide character; with the closing signs behind it and the opening
// ones before it.
std::vector<std::string_view> pieces(std::string_view text) {
    std::vector<std::string_view> all;
    std::size_t start = 0;
    std::size_t before = 0;
    bool wide_before = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        static_cast<void>(next_code_point(text, at));
        at = std::min(at, text.size());
        const bool wide = display_width(text.substr(here, at - here)) > 1;
        const bool closes = is_one_of(kClosing, text.substr(here));
        const bool opened = here > start && is_one_of(kOpening, text.substr(before));
        if ((text[here] == ' ' || wide || wide_before) && !closes && !opened && here > start) {
            all.push_back(text.substr(start, here - start));
            start = here;
        }
        wide_before = wide || (wide_before && closes);
        before = here;
    }
    if (start < text.size()) {
        all.push_back(text.substr(start));
    }
    return all;
}

// How many bytes of the text fill one line; at least one character.
std::size_t line_length(std::string_view text, int columns) {
    std::size_t end = 0;
    int used = 0;
    while (end < text.size()) {
        std::size_t next = end;
        static_cast<void>(next_code_point(text, next));
        used += display_width(text.substr(end, next - end));
        if (used > columns && end > 0) {
            break;
        }
        end = std::min(next, text.size());
    }
    return end;
}

std::string_view without_blanks_after(std::string_view line) {
    const std::size_t last = line.find_last_not_of(' ');
    return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

} // namespace

std::vector<std::string> wrapped(std::string_view text, int columns) {
    if (columns <= 0 || display_width(text) <= columns) {
        return {std::string(text)};
    }
    std::vector<std::string> lines(1);
    for (std::string_view piece : pieces(text)) {
        if (!lines.back().empty() && display_width(lines.back()) + display_width(piece) > columns) {
            lines.back().resize(without_blanks_after(lines.back()).size());
            lines.emplace_back();
        }
        if (lines.back().empty()) {
            piece.remove_prefix(std::min(piece.find_first_not_of(' '), piece.size()));
        }
        for (std::size_t length = line_length(piece, columns); length < piece.size();
             length = line_length(piece, columns)) {
            lines.back() = piece.substr(0, length);
            lines.emplace_back();
            piece.remove_prefix(length);
        }
        lines.back() += piece;
    }
    return lines;
}

int longest_piece(std::string_view text) {
    int longest = 0;
    for (const std::string_view piece : pieces(text)) {
        longest = std::max(longest, display_width(piece) - (piece.front() == ' ' ? 1 : 0));
    }
    return longest;
}

std::string hanging(std::string_view first, std::string_view text, int indent, int width) {
    const int columns = width == 0 ? 0 : std::max(1, width - indent);
    std::string out;
    std::string before(first);
    for (const std::string& line : wrapped(text, columns)) {
        append_line_to(out, before + line);
        before.assign(static_cast<std::size_t>(indent), ' ');
    }
    return out;
}

std::string painted(std::string_view text, Colour colour, bool colours_wanted) {
    if (!colours_wanted || colour == Colour::none) {
        return std::string(text);
    }
    const std::string_view code = colour == Colour::bold ? "1" : colour == Colour::red ? "31" : "33";
    return std::string("\x1b[").append(code).append("m").append(text).append("\x1b[0m");
}

void append_line_to(std::string& out, std::string_view line) {
    out += without_blanks_after(line);
    out += '\n';
}

} // namespace jiezhuan
