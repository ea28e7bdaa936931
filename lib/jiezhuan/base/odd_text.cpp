#include "jiezhuan/base/odd_text.hpp"

#include "jiezhuan/base/text.hpp"

namespace jiezhuan {
namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029; }
bool is_bidi(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x061C; }
bool is_noncharacter(char32_t c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }
bool is_zero_width(char32_t c) {
    return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0x00AD || c == 0x180E;
}
bool is_tag(char32_t c) { return c >= 0xE0000 && c <= 0xE007F; }
bool is_filler(char32_t c) { return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800; }

bool forbidden(char32_t c) { return is_control(c) || is_bidi(c) || is_noncharacter(c); }
bool forbidden_in_cell(char32_t c) { return forbidden(c) && c != '\t' && c != '\n' && c != '\r'; }
bool unreadable(char32_t c) { return forbidden(c) || is_zero_width(c) || is_tag(c) || is_filler(c) || c == 0xFFFD; }

template <class Odd> std::optional<char32_t> first(std::string_view text, Odd odd) {
    for (std::size_t at = 0; at < text.size();) {
        if (const char32_t c = next_code_point(text, at); odd(c)) {
            return c;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<char32_t> first_forbidden(std::string_view text) { return first(text, forbidden); }
std::optional<char32_t> first_forbidden_in_cell(std::string_view text) { return first(text, forbidden_in_cell); }
std::optional<char32_t> first_unreadable(std::string_view text) { return first(text, unreadable); }

} // namespace jiezhuan
