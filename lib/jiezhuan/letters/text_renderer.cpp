#include "jiezhuan/letters/text_renderer.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/letters/line_breaking.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace jiezhuan {

namespace {

constexpr int kContent = 70;     // the text between the margins
constexpr int kLeft = 2;         // columns before it
constexpr int kLabelColumn = 75; // where 第一联 stands
constexpr int kPasteLines = 2;   // above and below the words 贴回执联处
constexpr std::string_view kSample = "【样张】";

using Lines = std::vector<std::string>;

std::string blanks(int columns) { return std::string(static_cast<std::size_t>(std::max(0, columns)), ' '); }
std::string at_right(std::string_view text) { return blanks(kContent - display_width(text)) + std::string(text); }
std::string centred(std::string_view text, int columns) {
    return blanks((columns - display_width(text)) / 2) + std::string(text);
}

// `left` and `right` in one line where both fit, else in lines of their own.
void add_apart(Lines& lines, const std::string& left, const Spans& right) {
    const std::string flat = flat_text(right);
    const int gap = kContent - display_width(left) - display_width(flat);
    if (gap >= 2 || flat.empty()) {
        lines.push_back(flat.empty() ? left : left + blanks(gap) + flat);
        return;
    }
    lines.push_back(left);
    for (const std::string& line : broken_lines(right, kContent, 0)) {
        lines.push_back(at_right(line));
    }
}

// Columns line up by blanks that are not drawn together.
Spans filled_up(Spans cells) {
    for (Span& cell : cells) {
        for (int at = display_width(cell.text); at < cell.width; ++at) {
            cell.text += "\u00a0";
        }
    }
    return cells;
}

void add_block(Lines& lines, const Block& block) {
    switch (block.kind) {
    case Block::Kind::title:
        add_apart(lines, centred(flat_text(block.left), kContent), block.right);
        lines.emplace_back();
        return;
    case Block::Kind::row: {
        Lines left = broken_lines(block.left, kContent, 4);
        const std::string last = left.empty() ? std::string() : left.back();
        lines.insert(lines.end(), left.begin(), left.empty() ? left.end() : left.end() - 1);
        add_apart(lines, last, block.right);
        return;
    }
    case Block::Kind::right:
        for (const std::string& line : broken_lines(block.left, kContent, 0)) {
            lines.push_back(at_right(line));
        }
        return;
    case Block::Kind::cells:
        for (std::string& line : broken_lines(filled_up(block.left), kContent, 0)) {
            lines.push_back(std::move(line));
        }
        return;
    case Block::Kind::salutation:
    case Block::Kind::detail:
    case Block::Kind::paragraph: {
        const int indent = block.kind == Block::Kind::paragraph ? 4 : 0;
        const Lines more = broken_lines(block.left, kContent, indent);
        lines.insert(lines.end(), more.begin(), more.end());
        return;
    }
    }
}

// The label's characters, one a line, in the middle of the part's right margin.
void add_label(Lines& lines, std::string_view label) {
    const std::size_t height = count_code_points(label);
    std::size_t row = lines.size() > height ? (lines.size() - height) / 2 : 0;
    lines.resize(std::max(lines.size(), height));
    for (std::size_t at = 0; at < label.size(); ++row) {
        const std::size_t start = at;
        (void)next_code_point(label, at);
        lines[row] = padded(lines[row], kLabelColumn);
        lines[row] += label.substr(start, at - start);
    }
}

Lines part_lines(const Section& part, bool sample) {
    Lines lines;
    if (sample) {
        lines.push_back(centred(kSample, kContent));
    }
    for (const Block& block : part.blocks) {
        add_block(lines, block);
    }
    for (std::string& line : lines) {
        if (!line.empty()) {
            line.insert(0, blanks(kLeft));
        }
    }
    lines.insert(lines.begin(), std::string());
    lines.emplace_back();
    add_label(lines, part.label);
    return lines;
}

std::string dashed(std::string_view label) {
    const int side = label.empty() ? kTextColumns / 2 : (kTextColumns - display_width(label)) / 2 - 1;
    std::string left;
    while (display_width(left) + 2 <= side) {
        left += "- ";
    }
    if (label.empty()) {
        return left + left;
    }
    const std::string right(left.rbegin(), left.rend());
    return padded(left, side) + " " + std::string(label) + " " + blanks(side - display_width(left)) + right;
}

Lines section_lines(const Section& section, bool sample) {
    switch (section.kind) {
    case Section::Kind::part:
        return part_lines(section, sample);
    case Section::Kind::paste: {
        Lines lines(static_cast<std::size_t>(2 * kPasteLines + 1));
        lines[kPasteLines] = centred(section.label, kTextColumns);
        lines.insert(lines.begin(), std::string(static_cast<std::size_t>(kTextColumns), '-'));
        return lines;
    }
    case Section::Kind::cut_line:
        return {dashed(section.label)};
    case Section::Kind::note:
        break;
    }
    return broken_lines({{Span::Kind::plain, section.label, 0, false}}, kTextColumns, 0);
}

} // namespace

std::string render_text(const LetterDocument& document) {
    std::string out;
    const std::string rule(static_cast<std::size_t>(kTextColumns), '-');
    for (const Section& section : document.sections) {
        const bool framed = section.kind == Section::Kind::note || &section == &document.sections.front();
        if (framed) {
            out += rule + "\n";
        }
        for (const std::string& line : section_lines(section, document.sample)) {
            out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
        }
    }
    if (!document.sections.empty() && document.sections.back().kind != Section::Kind::note) {
        out += rule + "\n";
    }
    return out;
}

} // namespace jiezhuan
