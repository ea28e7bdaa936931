#include "jiezhuan/report/lines.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

bool in_word(char byte) { return byte > ' ' && static_cast<unsigned char>(byte) < 0x7F; }

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
    if (end == text.size() || !in_word(text[end]) || !in_word(text[end - 1])) {
        return end;
    }
    const std::size_t blank = text.substr(0, end).find_last_of(' ');
    return blank == std::string_view::npos || blank == 0 ? end : blank + 1;
}

std::string_view without_blanks_after(std::string_view line) {
    const std::size_t last = line.find_last_not_of(' ');
    return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

} // namespace

std::vector<std::string> wrapped(std::string_view text, int columns) {
    std::vector<std::string> lines;
    while (columns > 0 && display_width(text) > columns) {
        const std::size_t length = line_length(text, columns);
        lines.emplace_back(without_blanks_after(text.substr(0, length)));
        text.remove_prefix(length);
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    }
    if (lines.empty() || !text.empty()) {
        lines.emplace_back(text);
    }
    return lines;
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
