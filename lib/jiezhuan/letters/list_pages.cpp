#include "jiezhuan/letters/list_pages.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

constexpr std::size_t kPersonsOnPage = 30; // as many as an A4 page takes with head and foot
constexpr char kBetween = '\t';
constexpr std::size_t kCells = 5;
constexpr std::array<int, kCells + 1> kWidths = {6, 10, 6, 8, 20, 18};
constexpr std::array<std::string_view, kCells + 1> kTitles = {"序号", "姓名", "性别", "民族", "身份证号码", "党费交至"};

Span plain(std::string_view text) { return {Span::Kind::plain, std::string(text), 0, false}; }
// Columns line up by blanks that neither a page nor a text file draws together.
Span cell(std::string_view text, std::size_t column) {
    std::string filled(text);
    for (int at = display_width(text); at < kWidths[column] && column != kCells; ++at) {
        filled += "\u00a0";
    }
    return plain(filled);
}

Block block(Block::Kind kind, Spans left, Spans right = {}) { return {kind, std::move(left), std::move(right)}; }

std::string month_written(const Letter& of, const FieldStyle& style) {
    const auto values = values_of(of, style);
    return of.dues_paid_through.empty() ? std::string()
                                        : values.at("dues_year") + "年" + values.at("dues_month") + "月";
}

Block row_of(std::size_t number, std::string_view line, const FieldStyle& style) {
    const std::vector<std::string_view> cells = split(line, kBetween);
    ensure(cells.size() == kCells, "a line of a list with five cells");
    Letter dues;
    dues.dues_paid_through = Date::parse(cells[kCells - 1]).value_or(Date());
    Spans spans = {cell(std::to_string(number), 0)};
    for (std::size_t i = 0; i + 1 < kCells; ++i) {
        spans.push_back(cell(cells[i], i + 1));
    }
    spans.push_back(cell(month_written(dues, style), kCells));
    return block(Block::Kind::detail, std::move(spans));
}

Block head() {
    Spans spans;
    for (std::size_t i = 0; i < kTitles.size(); ++i) {
        spans.push_back(cell(kTitles[i], i));
    }
    return block(Block::Kind::detail, std::move(spans));
}

} // namespace

std::string list_of_persons(std::span<const Member> members) {
    std::string list;
    for (const Member& member : members) {
        const std::string id = member.citizen_id.empty() ? member.document_no : member.citizen_id.text();
        const std::array<std::string, kCells> cells = {member.name, std::string(code_title(member.sex).zh),
                                                       std::string(code_title(member.ethnic).zh), id,
                                                       member.dues_paid_through.month_of().text()};
        list += list.empty() ? "" : "\n";
        for (std::size_t i = 0; i < cells.size(); ++i) {
            list += (i == 0 ? "" : std::string(1, kBetween)) + cells[i];
        }
    }
    return list;
}

std::vector<LetterDocument> list_pages(const Letter& letter, const FieldStyle& style, bool sample) {
    std::vector<LetterDocument> pages;
    if (letter.list.empty()) {
        return pages;
    }
    const std::vector<std::string_view> lines = split(letter.list, '\n');
    const std::size_t count = (lines.size() + kPersonsOnPage - 1) / kPersonsOnPage;
    const auto values = values_of(letter, style);
    for (std::size_t page = 0; page < count; ++page) {
        Section part{Section::Kind::part, "名单", {}};
        part.blocks.push_back(block(Block::Kind::title, {plain("转接组织关系党员名单")},
                                    {plain(fmt::format("第 {} 号", values.at("no")))}));
        part.blocks.push_back(
            block(Block::Kind::detail, {plain(fmt::format("（{}）党员，共 {} 人；第 {} 页，共 {} 页",
                                                          values.at("stage"), lines.size(), page + 1, count))}));
        part.blocks.push_back(head());
        const std::size_t end = std::min(lines.size(), (page + 1) * kPersonsOnPage);
        for (std::size_t i = page * kPersonsOnPage; i < end; ++i) {
            part.blocks.push_back(row_of(i + 1, lines[i], style));
        }
        part.blocks.push_back(block(Block::Kind::right, {plain("（盖章）")}));
        part.blocks.push_back(
            block(Block::Kind::right, {plain(fmt::format("{}年{}月{}日", letter.issued_on.year(),
                                                         letter.issued_on.month(), letter.issued_on.day()))}));
        pages.push_back({{std::move(part)}, letter.no, sample});
    }
    return pages;
}

} // namespace jiezhuan
