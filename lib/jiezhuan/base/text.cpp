#include "jiezhuan/base/text.hpp"

#include "jiezhuan/base/result.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace jiezhuan {
namespace {

// Length of the well-formed sequence at `at`, 0 where there is none.
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    const auto continues = [&](std::size_t i, unsigned char low = 0x80, unsigned char high = 0xBF) {
        return i < text.size() && byte(i) >= low && byte(i) <= high;
    };
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return continues(at + 1) ? 2 : 0;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned char high = lead == 0xED ? 0x9F : 0xBF;
        return continues(at + 1, low, high) && continues(at + 2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned char high = lead == 0xF4 ? 0x8F : 0xBF;
        return continues(at + 1, low, high) && continues(at + 2) && continues(at + 3) ? 4 : 0;
    }
    return 0;
}

bool is_blank(char32_t c) { return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x3000; }
bool is_zero_width(char32_t c) {
    return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0x00AD || c == 0x180E;
}
bool is_bidi(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x061C; }
bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029; }
bool is_han(char32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) ||
           c == 0x3007;
}
bool is_middle_dot(char32_t c) {
    return c == 0xB7 || c == 0x2022 || c == 0x30FB || c == 0x2027 || c == 0xFF0E || c == 0x3002 || c == 0xFF65 ||
           c == 0x22C5 || c == 0x2219;
}

int width_of(char32_t c) {
    if (c < 0x7F) {
        return 1;
    }
    if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xFF01 && c <= 0xFF60) || (c >= 0x3000 && c <= 0x303E)) {
        return 2;
    }
    const auto point = static_cast<UChar32>(c);
    const int type = u_charType(point);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) {
        return 0;
    }
    const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

const icu::Normalizer2& nfc() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
    ensure(U_SUCCESS(status) != 0 && form != nullptr, "ICU has no NFC");
    return *form;
}

// ASCII without controls, and well-formed U+3000-9FFF, where nothing is invisible: enough to decide almost every cell quickly.
bool plainly_printable(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte < 0x7F) {
            ++at;
        } else if (byte >= 0xE3 && byte <= 0xE9 && sequence_length(text, at) == 3) {
            at += 3;
        } else {
            return false;
        }
    }
    return true;
}

// Characters that no normal form C changes and that never combine: enough to decide almost every cell without ICU.
bool plainly_nfc(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            ++at;
        } else if (byte >= 0xE3 && byte <= 0xE9 && at + 2 < text.size()) {
            const char32_t point = static_cast<char32_t>(byte & 0x0F) << 12 |
                                   static_cast<char32_t>(static_cast<unsigned char>(text[at + 1]) & 0x3F) << 6 |
                                   static_cast<char32_t>(static_cast<unsigned char>(text[at + 2]) & 0x3F);
            if (point < 0x3400 && point != 0x3000 && !(point >= 0x3001 && point <= 0x3020)) {
                return false;
            }
            at += 3;
        } else {
            return false;
        }
    }
    return true;
}

} // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const std::size_t length = sequence_length(text, at);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = length == 1 ? lead : length == 2 ? lead & 0x1FU : length == 3 ? lead & 0x0FU : lead & 0x07U;
    for (std::size_t i = 1; i < length && at + i < text.size(); ++i) {
        point = point << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    at += length;
    return point;
}

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string_view trimmed(std::string_view text) {
    const auto removable = [](char32_t c) { return is_blank(c) || is_zero_width(c); };
    while (!text.empty()) {
        std::size_t at = 0;
        if (!removable(next_code_point(text, at))) {
            break;
        }
        text.remove_prefix(std::min(at, text.size()));
    }
    while (!text.empty()) {
        std::size_t start = text.size() - 1;
        while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) {
            --start;
        }
        std::size_t at = start;
        if (!removable(next_code_point(text, at))) {
            break;
        }
        text.remove_suffix(text.size() - start);
    }
    return text;
}

std::string narrowed(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        append_utf8(out, c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c == 0x3000 ? U' ' : c);
    }
    return out;
}

std::string lowered_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + 1);
    }
}

bool all_ascii_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_nfc(std::string_view text) {
    if (plainly_nfc(text)) {
        return true;
    }
    UErrorCode status = U_ZERO_ERROR;
    const bool normal =
        nfc().isNormalizedUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), status) != 0;
    return U_SUCCESS(status) != 0 && normal;
}

std::string to_nfc(std::string_view text) {
    if (is_nfc(text)) {
        return std::string(text);
    }
    UErrorCode status = U_ZERO_ERROR;
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    nfc().normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                        status);
    ensure(U_SUCCESS(status) != 0, "ICU could not normalise a text");
    return out;
}

std::string normal_name(std::string_view name) {
    const std::string_view clean = trimmed(name);
    bool chinese = false;
    for (std::size_t at = 0; at < clean.size();) {
        chinese = is_han(next_code_point(clean, at)) || chinese;
    }
    std::string out;
    out.reserve(clean.size());
    for (std::size_t at = 0; at < clean.size();) {
        const char32_t c = next_code_point(clean, at);
        if (is_zero_width(c) || (is_blank(c) && chinese)) {
            continue;
        }
        append_utf8(out, is_middle_dot(c) ? 0xB7 : is_blank(c) ? U' ' : c);
    }
    return to_nfc(out);
}

std::optional<char32_t> first_unprintable(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if ((is_control(c) && c != '\t' && c != '\n' && c != '\r') || is_bidi(c) || is_zero_width(c)) {
            return c;
        }
    }
    return std::nullopt;
}

std::string printable(std::string_view text) {
    if (plainly_printable(text)) {
        return std::string(text);
    }
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (sequence_length(text, at) == 0) {
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[at]));
            ++at;
            continue;
        }
        const char32_t c = next_code_point(text, at);
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += ' ';
        } else if (is_control(c) && c < 0x100) {
            out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
        } else if (is_control(c) || is_bidi(c) || is_zero_width(c)) {
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            append_utf8(out, c);
        }
    }
    return out;
}

int display_width(std::string_view text) {
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
        width += width_of(next_code_point(text, at));
    }
    return width;
}

std::string truncated(std::string_view text, int columns) {
    if (display_width(text) <= columns) {
        return std::string(text);
    }
    std::string out;
    int used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const int width = width_of(next_code_point(text, at));
        if (used + width > columns - 1) {
            break;
        }
        used += width;
        out += text.substr(start, at - start);
    }
    return columns > 0 ? out + "…" : out;
}

std::string padded(std::string_view text, int columns, bool right_aligned) {
    const int missing = columns - display_width(text);
    const std::string blanks(static_cast<std::size_t>(std::max(0, missing)), ' ');
    return right_aligned ? blanks + std::string(text) : std::string(text) + blanks;
}

} // namespace jiezhuan
