// UTF-8 text: checking, normal forms, display width, safe printing, nearest words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// Byte offset of the first byte that is not well-formed UTF-8 (overlong forms, surrogates and > U+10FFFF are not); nothing if all is.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);
// The code point at `at`, which moves past it. Precondition: well-formed UTF-8, at < text.size().
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);
[[nodiscard]] std::size_t count_code_points(std::string_view text);

// Without blanks at both ends: ASCII white space, U+00A0, U+3000, and zero-width characters.
[[nodiscard]] std::string_view trimmed(std::string_view text);
// Full-width letters, digits and signs (U+FF01..FF5E, U+3000) as their ASCII counterparts; nothing else changes.
[[nodiscard]] std::string narrowed(std::string_view text);
[[nodiscard]] std::string lowered_ascii(std::string_view text);
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] bool all_ascii_digits(std::string_view text);

// Unicode normal form C. Precondition: well-formed UTF-8.
[[nodiscard]] bool is_nfc(std::string_view text);
[[nodiscard]] std::string to_nfc(std::string_view text);

// A person's name as it is stored: no blanks between Chinese characters, every kind of middle dot as U+00B7, invisible characters gone, NFC.
[[nodiscard]] std::string normal_name(std::string_view name);

// First control (C0 but tab/CR/LF, C1), bidi or zero-width character, as a code point; nothing if there is none.
[[nodiscard]] std::optional<char32_t> first_unprintable(std::string_view text);
// For a terminal or a log: every control, bidi or invalid byte made visible as \x1b, \u202e; line breaks as \n. Always one line.
[[nodiscard]] std::string printable(std::string_view text);

// Columns on a terminal: 2 for wide and full-width characters, 0 for combining ones.
[[nodiscard]] int display_width(std::string_view text);
// At most `columns` wide; what is cut is replaced by "…".
[[nodiscard]] std::string truncated(std::string_view text, int columns);
// Blanks on the right (left for numbers) up to `columns`.
[[nodiscard]] std::string padded(std::string_view text, int columns, bool right_aligned = false);

// Edit distance in code points; two neighbours that changed places count as one edit.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);
// Up to `most` candidates that are near to what was typed, nearest first; none where nothing is near.
[[nodiscard]] std::vector<std::string> nearest(std::string_view typed, std::span<const std::string> candidates,
                                               std::size_t most = 3);

} // namespace jiezhuan
