// Lines for people: breaking them at the width of a terminal, and their colours.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// Terminals narrower than this are treated as if they were this wide.
inline constexpr int kNarrowestTerminal = 20;
[[nodiscard]] constexpr int usable_width(int terminal) {
    return terminal == 0 ? 0 : terminal < kNarrowestTerminal ? kNarrowestTerminal : terminal;
}

// The text in lines of at most `columns` (0: one line), broken at blanks and anywhere in Chinese, but never before a
// closing sign or behind an opening one; a word longer than a line is cut. The text must be printable().
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, int columns);

// Columns of the longest piece that wrapped() leaves in one: in lines of fewer it cuts a word.
[[nodiscard]] int longest_piece(std::string_view text);

// `first`, then the text, broken at `width` (0: never) with the following lines set in by `indent`; each ends in a line feed.
[[nodiscard]] std::string hanging(std::string_view first, std::string_view text, int indent, int width);

enum class Colour { none, bold, red, yellow };
[[nodiscard]] std::string painted(std::string_view text, Colour colour, bool colours_wanted);

// Appends the line without blanks at its end, and a line feed.
void append_line_to(std::string& out, std::string_view line);

} // namespace jiezhuan
