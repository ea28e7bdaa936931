#include "jiezhuan/letters/list_pages.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

constexpr std::size_t kPersonsOnPage = 30; // as many as an A4 page takes with head and foot
constexpr std::size_t kBelowReceipt = 18;  // as many as fit beneath a receipt on its page
constexpr char kBetween = '\t';

// The cells of a line of the list, in the order in which list_of_persons() writes them.
enum Cell : std::size_t { name, sex, ethnic, id_no, dues, kCells };
struct Column {
    std::string_view title;
    int width; // of all but the last
    Cell cell; // kCells: the number in the list
};
constexpr std::array kOfLetter = {Column{"序号", 6, kCells},       Column{"姓名", 10, name},
                                  Column{"性别", 6, sex},          Column{"民族", 8, ethnic},
                                  Column{"身份证号码", 20, id_no}, Column{"党费交至", 0, dues}};
constexpr std::array kOfReceipt = {Column{"序号", 6, kCells}, Column{"姓名", 20, name}, Column{"性别", 10, sex},
                                   Column{"身份证号码", 0, id_no}};
using Columns = std::span<const Column>;

Span plain(std::string_view text) { return {Span::Kind::plain, std::string(text), 0, false}; }
Span cell(std::string_view text, int width) { return {Span::Kind::plain, std::string(text), width, false}; }

Block block(Block::Kind kind, Spans left, Spans right = {}) { return {kind, std::move(left), std::move(right)}; }

std::string month_written(std::string_view month, const FieldStyle& style) {
    Letter of;
    of.dues_paid_through = Date::parse(month).value_or(Date());
    const auto values = values_of(of, style);
    return of.dues_paid_through.empty() ? std::string()
                                        : values.at("dues_year") + "年" + values.at("dues_month") + "月";
}

Block row_of(Columns columns, std::size_t number, std::string_view line, const FieldStyle& style) {
    const std::vector<std::string_view> cells = split(line, kBetween);
    ensure(cells.size() == kCells, "a line of a list with five cells");
    Spans spans;
    for (const Column& column : columns) {
        const std::string text = column.cell == kCells ? std::to_string(number)
                                 : column.cell == dues ? month_written(cells[dues], style)
                                                       : std::string(cells[column.cell]);
        spans.push_back(cell(text, column.width));
    }
    return block(Block::Kind::cells, std::move(spans));
}

Block head(Columns columns) {
    Spans spans;
    for (const Column& column : columns) {
        spans.push_back(cell(column.title, column.width));
    }
    return block(Block::Kind::cells, std::move(spans));
}

void add_seal(Section& part, Date on) {
    part.blocks.push_back(block(Block::Kind::right, {plain("（盖章）")}));
    part.blocks.push_back(
        block(Block::Kind::right, {plain(fmt::format("{}年{}月{}日", on.year(), on.month(), on.day()))}));
}

// One page of a list, or all of it where a page is enough.
struct ListPart {
    std::string_view title;
    std::string_view no; // of the letter, as the form has it
    std::string about;   // whom the list names, and how many
    Columns columns;
    Date on;
};
Section list_part(const ListPart& part, std::span<const std::string_view> lines, std::size_t first,
                  const FieldStyle& style) {
    Section section{Section::Kind::part, "名单", {}};
    section.blocks.push_back(block(Block::Kind::title, {plain(part.title)}, {plain(fmt::format("第 {} 号", part.no))}));
    section.blocks.push_back(block(Block::Kind::detail, {plain(part.about)}));
    section.blocks.push_back(head(part.columns));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        section.blocks.push_back(row_of(part.columns, first + i + 1, lines[i], style));
    }
    add_seal(section, part.on);
    return section;
}

// The list in pages; each says of whom, and which page it is.
std::vector<Section> list_parts(ListPart part, const std::vector<std::string_view>& lines, const FieldStyle& style) {
    std::vector<Section> parts;
    const std::size_t count = (lines.size() + kPersonsOnPage - 1) / kPersonsOnPage;
    const std::string about = part.about;
    for (std::size_t page = 0; page < count; ++page) {
        const std::size_t first = page * kPersonsOnPage;
        part.about = fmt::format("{}；第 {} 页，共 {} 页", about, page + 1, count);
        parts.push_back(list_part(part, std::span(lines).subspan(first, std::min(kPersonsOnPage, lines.size() - first)),
                                  first, style));
    }
    return parts;
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
    const auto values = values_of(letter, style);
    const ListPart part{"转接组织关系党员名单", values.at("no"),
                        fmt::format("（{}）党员，共 {} 人", values.at("stage"), lines.size()), kOfLetter,
                        letter.issued_on};
    for (Section& section : list_parts(part, lines, style)) {
        pages.push_back({{std::move(section)}, letter.no, sample});
    }
    return pages;
}

void add_received(std::vector<LetterDocument>& documents, const Letter& receipt, const ReceivedList& received) {
    const std::vector<std::string_view> lines = split(received.persons, '\n');
    const auto values = values_of(receipt, {});
    ListPart part{"已接收组织关系党员名单", values.at("no"), fmt::format("共 {} 人", lines.size()), kOfReceipt,
                  receipt.receipt_on};
    if (!received.others.empty()) {
        part.about += "；介绍信名单上未接收：" + received.others;
    }
    LetterDocument& page = documents.back();
    if (lines.size() <= kBelowReceipt) {
        page.sections.push_back({Section::Kind::cut_line, {}, {}});
        page.sections.push_back(list_part(part, lines, 0, {}));
        return;
    }
    const LetterDocument blank{{}, page.title, page.sample};
    for (Section& section : list_parts(part, lines, {})) {
        documents.push_back(blank);
        documents.back().sections.push_back(std::move(section));
    }
}

} // namespace jiezhuan
