#include "jiezhuan/letters/markup.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace jiezhuan {

namespace {

auto broken(Text why) {
    return fail(Exit::internal,
                {fmt::format("版式有误：{}", why.zh), fmt::format("the template is wrong: {}", why.en)});
}

// What stands from `at` up to `end`, which it moves past; nothing if there is none.
std::optional<std::string_view> up_to(std::string_view text, std::size_t& at, char end) {
    const std::size_t found = text.find(end, at);
    if (found == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view inside = text.substr(at, found - at);
    at = found + 1;
    return inside;
}

// "=8:" of a blank; moves past the colon.
Result<Span> blank_head(std::string_view text, std::size_t& at) {
    const auto head = up_to(text, at, ':');
    if (!head) {
        return broken({"空格缺少冒号", "a blank without a colon"});
    }
    std::string_view digits = *head;
    Span blank{Span::Kind::field, {}, 0, digits.starts_with('=')};
    if (blank.whole) {
        digits.remove_prefix(1);
    }
    if (digits.empty() || digits.size() > 2 || !all_ascii_digits(digits)) {
        return broken({"空格宽度不是数字", "the width of a blank is not a number"});
    }
    for (const char digit : digits) {
        blank.width = blank.width * 10 + (digit - '0');
    }
    return blank;
}

// A blank from behind its bracket: a head, then at most one value, then the closing bracket.
Result<Span> blank(std::string_view text, std::size_t& at) {
    JZ_TRY(span, blank_head(text, at));
    if (at < text.size() && text[at] == kFieldBegin) {
        const auto value = up_to(text, ++at, kFieldEnd);
        if (!value) {
            return broken({"填入内容没有结尾", "a value without an end"});
        }
        span.text = std::string(*value);
    }
    if (at >= text.size() || text[at] != ']') {
        return broken({"空格只能有一个值并以 ] 结束", "a blank holds one value and is closed by ]"});
    }
    ++at;
    return std::move(span);
}

Result<Spans> spans_of(std::string_view text) {
    static constexpr std::array kSpecial = {'[', ']', kFieldBegin, kFieldEnd};
    Spans spans;
    for (std::size_t at = 0; at < text.size();) {
        const char here = text[at];
        if (here == '[') {
            JZ_TRY(span, blank(text, ++at));
            spans.push_back(std::move(span));
        } else if (here == kFieldBegin) {
            const auto value = up_to(text, ++at, kFieldEnd);
            if (!value) {
                return broken({"填入内容没有结尾", "a value without an end"});
            }
            spans.push_back({Span::Kind::field, std::string(*value), 0, true});
        } else if (here == ']' || here == kFieldEnd) {
            return broken({"多余的结尾符号", "an end without a beginning"});
        } else {
            const std::size_t next =
                std::min(text.find_first_of(std::string_view(kSpecial.data(), kSpecial.size()), at), text.size());
            spans.push_back({Span::Kind::plain, std::string(text.substr(at, next - at)), 0, false});
            at = next;
        }
    }
    return spans;
}

// The place of " || " outside the values.
std::size_t divider_of(std::string_view text) {
    bool inside = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == kFieldBegin || text[at] == kFieldEnd) {
            inside = text[at] == kFieldBegin;
        } else if (!inside && text.substr(at).starts_with("||")) {
            return at;
        }
    }
    return std::string_view::npos;
}

struct Mark {
    std::string_view sign;
    std::optional<Section::Kind> section;
    Block::Kind block = Block::Kind::paragraph;
};
constexpr std::array kMarks = {
    Mark{"== ", Section::Kind::part},
    Mark{".. ", Section::Kind::paste},
    Mark{"-- ", Section::Kind::cut_line},
    Mark{"!! ", Section::Kind::note},
    Mark{"# ", std::nullopt, Block::Kind::title},
    Mark{": ", std::nullopt, Block::Kind::salutation},
    Mark{"~ ", std::nullopt, Block::Kind::row},
    Mark{"> ", std::nullopt, Block::Kind::right},
    Mark{"* ", std::nullopt, Block::Kind::detail},
};

Result<void> add_block(LetterDocument& document, Block::Kind kind, std::string_view text) {
    if (document.sections.empty() || document.sections.back().kind != Section::Kind::part) {
        return broken({"内容不在任何一联之内", "a block stands outside of a part"});
    }
    Block block{kind, {}, {}};
    const std::size_t divider = divider_of(text);
    const bool divided = divider != std::string_view::npos;
    if (divided && kind != Block::Kind::title && kind != Block::Kind::row) {
        return broken({"只有标题和并列行可以分左右", "only a title or a row has a right side"});
    }
    JZ_TRY(left, spans_of(trimmed(text.substr(0, divider))));
    block.left = std::move(left);
    if (divided) {
        JZ_TRY(right, spans_of(trimmed(text.substr(divider + 2))));
        block.right = std::move(right);
    }
    document.sections.back().blocks.push_back(std::move(block));
    return {};
}

Result<void> add_line(LetterDocument& document, std::string_view line) {
    for (const Mark& mark : kMarks) {
        if (!line.starts_with(mark.sign) && line != trimmed(mark.sign)) {
            continue;
        }
        const std::string_view rest = line.substr(std::min(mark.sign.size(), line.size()));
        if (!mark.section) {
            return add_block(document, mark.block, rest);
        }
        document.sections.push_back({*mark.section, std::string(trimmed(rest)), {}});
        return {};
    }
    return add_block(document, Block::Kind::paragraph, line);
}

} // namespace

Result<LetterDocument> parse_markup(std::string_view text) {
    LetterDocument document;
    std::uint64_t row = 0;
    for (const std::string_view line : split(text, '\n')) {
        ++row;
        if (line.empty() || line.starts_with("//")) {
            continue;
        }
        if (auto added = add_line(document, line); !added) {
            return fail(std::move(added.error()).at({.file = {}, .row = row, .column = 0, .column_title = {}}));
        }
    }
    if (document.sections.empty()) {
        return broken({"版式是空的", "it is empty"});
    }
    return document;
}

} // namespace jiezhuan
