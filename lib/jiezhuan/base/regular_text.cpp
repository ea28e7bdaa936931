#include "jiezhuan/base/regular_text.hpp"

#include "jiezhuan/base/odd_text.hpp"
#include "jiezhuan/base/text.hpp"

namespace jiezhuan {
namespace {

bool wide_letter(char32_t c) {
    return (c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ');
}

} // namespace

std::string regular_text(std::string_view text) {
    constexpr char32_t kWide = U'Ａ' - U'A';
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(text, at);
        const std::string_view one = text.substr(start, at - start);
        if (c == '\t' || c == '\n' || c == '\r') {
            out += out.ends_with(' ') ? "" : " ";
        } else if (wide_letter(c)) {
            append_utf8(out, c - kWide);
        } else if (!first_unprintable(one)) {
            out += one;
        }
    }
    return to_nfc(out);
}

} // namespace jiezhuan
