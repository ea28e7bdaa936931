#include "jiezhuan/letters/line_breaking.hpp"

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <string_view>

namespace jiezhuan {

namespace {

constexpr std::u32string_view kNotAtStart = U"，。、；：！？）〕】》」』”’…·,.;:!?)]}%";
constexpr std::u32string_view kNotAtEnd = U"（〔【《「『“‘([{";

// One character and what combines with it, and whether a line may not begin with it.
struct Glyph {
    std::string text;
    char32_t first = 0;
    bool glued = false;
};

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool word_character(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == U'-' || c == U'_' ||
           c == U'@' || c == U'+' || c == U'.' || c == U'/';
}

bool glued_to(char32_t before, char32_t here) {
    if (here == U' ') {
        return true;
    }
    return contains(kNotAtStart, here) || contains(kNotAtEnd, before) ||
           (word_character(before) && word_character(here));
}

std::string shown(const Span& span) {
    if (span.kind == Span::Kind::plain) {
        return span.text;
    }
    return span.text.empty() ? std::string(static_cast<std::size_t>(span.width), '_') : span.text;
}

bool ends_with_blank(std::string_view text) { return text.ends_with(' ') || text.ends_with("　"); }
bool starts_with_blank(std::string_view text) { return text.starts_with(' ') || text.starts_with("　"); }

// A field that was filled in stands between blanks, but not beside brackets and stops, which set it off already.
bool needs_space(std::string_view before, std::string_view after) {
    if (before.empty() || after.empty() || ends_with_blank(before) || starts_with_blank(after)) {
        return false;
    }
    char32_t last = 0;
    for (std::size_t at = 0; at < before.size();) {
        last = next_code_point(before, at);
    }
    std::size_t start = 0;
    const char32_t first = next_code_point(after, start);
    return !contains(kNotAtStart, last) && !contains(kNotAtEnd, last) && !contains(kNotAtStart, first) &&
           !contains(kNotAtEnd, first);
}

// The first two characters of a field stay together, and its last three (委员会), so that no line holds a scrap of it.
bool inside_field(const Span& span, std::size_t index, std::size_t count) {
    return span.kind == Span::Kind::field && index > 0 &&
           (span.whole || span.text.empty() || index < 2 || index + 2 >= count);
}

void append_glyphs(std::vector<Glyph>& glyphs, const Span& span) {
    const std::string text = shown(span);
    const std::size_t count = count_code_points(text);
    std::size_t index = 0;
    for (std::size_t at = 0; at < text.size(); ++index) {
        const std::size_t start = at;
        const char32_t here = next_code_point(text, at);
        const std::string_view bytes = std::string_view(text).substr(start, at - start);
        if (!glyphs.empty() && display_width(bytes) == 0) {
            glyphs.back().text += bytes;
            continue;
        }
        const bool glued = !glyphs.empty() && (glued_to(glyphs.back().first, here) || inside_field(span, index, count));
        glyphs.push_back({std::string(bytes), here, glued});
    }
}

std::vector<Glyph> glyphs_of(const Spans& spans) {
    std::vector<Glyph> glyphs;
    std::string before;
    bool field_before = false;
    for (const Span& span : spans) {
        const std::string text = shown(span);
        const bool field = span.kind == Span::Kind::field;
        if ((field || field_before) && needs_space(before, text)) {
            glyphs.push_back({" ", U' ', true});
        }
        append_glyphs(glyphs, span);
        if (!text.empty()) {
            before = text;
            field_before = field;
        }
    }
    return glyphs;
}

// Lines being filled with pieces that must not be broken.
class Lines {
  public:
    Lines(int columns, int indent) : columns_(columns), line_(static_cast<std::size_t>(indent), ' '), used_(indent) {}

    void add(const std::string& piece) {
        const std::string_view solid = without_end(piece);
        if (used_ + display_width(solid) > columns_ && !fresh_) {
            end_line();
        }
        for (std::size_t at = 0; at < piece.size();) {
            const std::size_t start = at;
            (void)next_code_point(piece, at);
            const std::string_view glyph = std::string_view(piece).substr(start, at - start);
            if (used_ + display_width(glyph) > columns_ && start < solid.size()) {
                end_line();
            }
            line_ += glyph;
            used_ += display_width(glyph);
            fresh_ = false;
        }
    }
    std::vector<std::string> end() {
        if (!fresh_) {
            end_line();
        }
        return std::move(lines_);
    }

  private:
    static std::string_view without_end(std::string_view text) {
        return text.substr(0, text.find_last_not_of(' ') + 1);
    }
    void end_line() {
        lines_.emplace_back(without_end(line_));
        line_.clear();
        used_ = 0;
        fresh_ = true;
    }

    int columns_;
    std::vector<std::string> lines_;
    std::string line_;
    int used_;
    bool fresh_ = true;
};

} // namespace

std::string flat_text(const Spans& spans) {
    std::string text;
    for (const Glyph& glyph : glyphs_of(spans)) {
        text += glyph.text;
    }
    return text;
}

std::vector<std::string> broken_lines(const Spans& spans, int columns, int indent) {
    ensure(columns >= 8 && indent >= 0 && indent < columns, "a line has room");
    Lines lines(columns, indent);
    std::string piece;
    for (const Glyph& glyph : glyphs_of(spans)) {
        if (!glyph.glued && !piece.empty()) {
            lines.add(piece);
            piece.clear();
        }
        piece += glyph.text;
    }
    if (!piece.empty()) {
        lines.add(piece);
    }
    return lines.end();
}

} // namespace jiezhuan
