#include "jiezhuan/service/intake/cells.hpp"

#include "jiezhuan/base/odd_text.hpp"
#include "jiezhuan/base/regular_text.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/ids_in_text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/cells.hpp"
#include "jiezhuan/service/members/phones.hpp"
#include "jiezhuan/service/work.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

// FNV-1a of the column's id: the canonical row does not depend on where a schema has the column.
std::uint32_t tag_of(std::string_view id) {
    std::uint32_t tag = 2166136261U;
    for (const char c : id) {
        tag = (tag ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return tag;
}

// Blanks around it that any spreadsheet leaves behind; first for the common case that there are none.
std::string_view bare(std::string_view cell) {
    if (cell.empty()) {
        return cell;
    }
    const auto plain = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte > 0x20 && byte < 0x7F;
    };
    return plain(cell.front()) && plain(cell.back()) ? cell : trimmed(cell);
}

// Nothing in it to be mended: printable ASCII, and U+4000..9FFF. Anything else is looked at closely.
bool plain_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte < 0x7F) {
            ++at;
        } else if (byte >= 0xE4 && byte <= 0xE9) {
            at += 3;
        } else {
            return false;
        }
    }
    return true;
}

// Dates of a life stand in the personnel file, often to the month; those of our papers are whole, and of these days.
Message how_to_date(std::string_view column, Date today) {
    constexpr std::array<std::string_view, 5> kOfALife = {"birth", "admission", "conversion", "activist_since",
                                                          "candidate_since"};
    if (std::find(kOfALife.begin(), kOfALife.end(), column) != kOfALife.end()) {
        return Text{"查档案改正，写成 1980-07-01 这样；只知道年月的写 1980-07",
                    "look it up; write it like 1980-07-01, or 1980-07 where only the month is known"};
    }
    if (column == "letter_issued_on" || column == "receipt_on") {
        return say({"照纸面改正，年月日写全，如 {}", "as on the paper; write year, month and day, like {}"},
                   today.text());
    }
    return say({"年月日写全，如 {}", "write year, month and day, like {}"}, today.text());
}

// "1.39E+10": so spelt by a spreadsheet that took digits for a number, and by nobody else.
bool number_of_a_spreadsheet(std::string_view value) {
    const std::size_t e = value.find("E+");
    return e != std::string_view::npos && e > 0 && all_ascii_digits(value.substr(e + 2)) &&
           value.substr(0, e).find_first_not_of("0123456789.") == std::string_view::npos;
}

} // namespace

Cells::Cells(const Table& table, Date today) : table_(table), today_(today) {
    const std::vector<ImportColumn>& columns = table.schema().columns;
    clean_.resize(columns.size());
    words_.resize(columns.size());
    for (std::size_t column = 0; column < columns.size(); ++column) {
        tags_.push_back(tag_of(columns[column].id));
        if (columns[column].required) {
            required_.push_back(column);
        }
    }
}

void Cells::judge_by(const Profile& profile, const OrgDirectory& organisations) {
    profile_ = &profile;
    organisations_ = &organisations;
}

std::size_t Cells::column(std::string_view id) const {
    const auto index = table_.schema().index_of(id);
    ensure(index.has_value(), "an import asks for a column that its schema does not have: " + std::string(id));
    return *index;
}

void Cells::start(const MappedRow& row) {
    row_ = &row;
    findings_.clear();
    canonical_.clear();
    for (std::size_t column = 0; column < clean_.size(); ++column) {
        clean_[column] = bare(row.cells[column]);
    }
    if (!judging()) {
        return;
    }
    for (const std::size_t column : required_) {
        if (clean_[column].empty()) {
            const Message& title = table_.schema().columns[column].title;
            judge_required(findings_, {}, Text(title.zh, title.en), *profile_, position(column));
        }
    }
    judge_width(row);
}

// Cells without a title, every one; and a row that ends before the titles do.
void Cells::judge_width(const MappedRow& row) {
    const ColumnMatch& match = table_.match();
    for (std::uint64_t column = row.surplus; column != 0 && column <= row.original.size(); ++column) {
        const bool ignored = column <= match.ignored.size() && match.ignored[column - 1];
        if (!ignored && !trimmed(row.original[column - 1]).empty()) {
            jiezhuan::met(findings_, "IN-07", *profile_, Text{"这一格没有对应的表头", "a cell without a title"},
                          table_.position_of_column(row.row, column));
            findings_.back().fix = Text{"内容放错了列的移回去，多余的删去", "move it to its column, or remove it"};
        }
    }
    std::size_t titled = 0;
    for (std::size_t column = 0; column < match.field_of.size(); ++column) {
        titled = match.field_of[column] == kNoColumn ? titled : column + 1;
    }
    if (row.original.size() < titled) {
        jiezhuan::met(findings_, "IN-07", *profile_,
                      Text{"这一行比表头短，缺的格按空白读",
                           "the row is shorter than the titles; its missing cells are read as empty"},
                      table_.position_of_column(row.row, 0));
        findings_.back().severity =
            Severity::info; // spreadsheets leave trailing blanks out; what is required is judged by itself
        findings_.back().fix =
            Text{"看看是否换了行、少了内容", "see whether a line was broken, or something is missing"};
    }
}

void Cells::keep(std::size_t column, std::string_view value) {
    const auto size = static_cast<std::uint32_t>(value.size());
    std::array<char, 8> head{};
    for (std::size_t i = 0; i < 4; ++i) {
        head[i] = static_cast<char>(tags_[column] >> (8 * i));
        head[i + 4] = static_cast<char>(size >> (8 * i));
    }
    canonical_.append(head.data(), head.size());
    canonical_.append(value);
}

void Cells::keep(std::size_t column, std::int64_t value) {
    std::array<char, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i));
    }
    keep(column, std::string_view(bytes.data(), bytes.size()));
}

void Cells::met(std::string_view rule, std::size_t column, Message message) {
    if (judging()) {
        jiezhuan::met(findings_, rule, *profile_, std::move(message), position(column));
    }
}

void Cells::met(std::string_view rule, std::size_t column, Message message, Message fix) {
    const std::size_t before = findings_.size();
    met(rule, column, std::move(message));
    if (findings_.size() > before && !fix.empty()) {
        findings_.back().fix = std::move(fix);
    }
}

void Cells::met(std::string_view rule, Message message) {
    if (judging()) {
        jiezhuan::met(findings_, rule, *profile_, std::move(message), position());
    }
}

void Cells::add(Findings findings) {
    for (Finding& finding : findings) {
        if (finding.position.row == 0) {
            finding.position = position();
        }
        findings_.push_back(std::move(finding));
    }
}

// The cell with what loses nothing mended. What stands in a private column is not quoted.
std::string_view Cells::mended(std::size_t column) {
    const std::string_view cell = clean_[column];
    if (plain_text(cell)) {
        return cell;
    }
    scratch_ = regular_text(cell);
    const std::string_view value = trimmed(scratch_);
    const ImportColumn& kind = table_.schema().columns[column];
    if (const auto odd = kind.type == ImportType::organisation ? first_forbidden_in_cell(cell) : std::nullopt) {
        met("IN-07", column,
            say({"名称中有控制字符或改变文字方向的字符 U+{:04X}", "the name has a control or bidi character U+{:04X}"},
                std::uint32_t{*odd}),
            Text{"名称以公章为准，重新填写", "write the name as on the seal"});
        return value;
    }
    if (judging() && number_of_a_spreadsheet(value)) {
        digits_lost(column);
        return value;
    }
    if (judging() && value != cell) {
        const std::size_t before = findings_.size();
        if (!kind.private_data && !citizen_id_in(value)) {
            judge_text(findings_, cell, value, *profile_, position(column));
        }
        if (findings_.size() == before) {
            met("IN-04", column,
                Text{"含全角、不可见字符或换行", "full-width or invisible characters, or a line break"});
        }
    }
    return value;
}

std::string_view Cells::text(std::size_t column) {
    if (!given(column)) {
        return {};
    }
    const std::string_view value = mended(column);
    if (judging() && !table_.schema().columns[column].private_data && citizen_id_in(value)) {
        Finding finding = state_finding(
            "", Text{"这一格里有公民身份号码", "a citizen ID number stands in this cell"},
            Text{"号码只填在身份证号码一栏，这里的请删去", "numbers belong into their own column: remove it here"});
        finding.severity = Severity::warning;
        finding.position = position(column);
        findings_.push_back(std::move(finding));
    }
    keep(column, value);
    return value;
}

std::string_view Cells::name(std::size_t column) {
    const std::string_view cell = row_->cells[column];
    if (!given(column)) {
        return {};
    }
    std::string_view value = cell;
    if (!plain_text(cell) || cell.find(' ') != std::string_view::npos) {
        scratch_ = normal_name(cell);
        value = scratch_;
    }
    if (judging()) {
        judge_name(findings_, cell, *profile_, position(column));
    }
    keep(column, value);
    return value;
}

void Cells::digits_lost(std::size_t column) {
    met("IN-07", column,
        Text{"数字成了科学计数法，后面的位数已经丢失", "digits in scientific notation: the last ones are lost"},
        Text{"在电子表格里把该列设为文本格式，按原始材料重新填写",
             "set the column to text in the spreadsheet, and fill it in again from the papers"});
}

std::string_view Cells::phone(std::size_t column) {
    if (!given(column)) {
        return {};
    }
    const std::string_view cell = clean_[column];
    std::string_view value = cell;
    if (number_of_a_spreadsheet(cell)) {
        digits_lost(column);
        return {};
    }
    if (!plain_phone(cell)) {
        scratch_ = regular_phones(regular_text(cell));
        value = scratch_;
        if (value != cell) {
            met("IN-04", column,
                Text{"电话号码已按统一写法记录（去空格和 +86，几个号码用顿号分开）",
                     "the telephone is kept in one form (no blanks, no +86, several separated by 、)"});
        }
    }
    keep(column, value);
    return value;
}

CitizenId Cells::citizen_id(std::size_t column) {
    if (!given(column)) {
        return {};
    }
    const std::string_view cell = clean_[column];
    const ReadCitizenId read = read_citizen_id(cell, today_);
    if (judging() && (read.problem != CitizenIdProblem::none || read.upgraded || read.normalised)) {
        judge_citizen_id(findings_, read, cell, *profile_, position(column));
    }
    if (read.id.empty()) {
        keep(column, cell);
    } else {
        keep(column, read.id.number());
    }
    return read.id;
}

Date Cells::date(std::size_t column) {
    if (!given(column)) {
        return {};
    }
    const std::string_view cell = clean_[column];
    const auto read = read_date(cell);
    if (judging() && (!read || read->serial)) {
        judge_date(findings_, cell, *profile_, position(column));
    } else if (judging() &&
               !read->date.is_day()) { // without the value: one sentence for the many old dates of a roster
        met("IN-03", column, Text{"日期只到年或年月，按原样记录", "a date without a day, or a month: kept as it is"});
    }
    if (!read && judging()) {
        findings_.back().fix = how_to_date(table_.schema().columns[column].id, today_);
    }
    if (!read) {
        keep(column, cell);
        return {};
    }
    keep(column, std::int64_t{read->date.packed()});
    return read->date;
}

Date Cells::month(std::size_t column) {
    if (!given(column)) {
        return {};
    }
    const std::string_view cell = clean_[column];
    const auto read = read_date(cell);
    if (!read || read->date.month() == 0) {
        met("IN-07", column, say({"“{}”不是年月", "'{}' is no month"}, printable(cell)),
            Text{"写成 2026-11 这样", "write it like 2026-11"});
        keep(column, cell);
        return {};
    }
    if (read->serial) {
        met("IN-03", column,
            say({"“{}”是电子表格的日期序列号，读作 {}", "'{}' is a spreadsheet's serial number, read as {}"},
                printable(cell), read->date.month_of().text()));
    }
    keep(column, std::int64_t{read->date.month_of().packed()});
    return read->date.month_of();
}

std::int64_t Cells::integer(std::size_t column) {
    constexpr std::size_t kMostDigits = 9;
    if (!given(column)) {
        return 0;
    }
    std::string digits = narrowed(clean_[column]);
    for (const std::string_view unit : {"天", "日"}) { // "30天"
        digits.resize(digits.ends_with(unit) ? digits.size() - unit.size() : digits.size());
    }
    digits = trimmed(digits);
    if (!all_ascii_digits(digits) || digits.size() > kMostDigits) {
        met("IN-07", column, say({"“{}”不是整数", "'{}' is no whole number"}, printable(clean_[column])));
        keep(column, clean_[column]);
        return 0;
    }
    const std::int64_t value = std::stoll(digits);
    keep(column, value);
    return value;
}

std::int64_t Cells::valid_days(std::size_t column) {
    const std::int64_t days = integer(column);
    if (days <= kMostValidDays) {
        return days;
    }
    met("IN-07", column,
        say({"有效期 {} 天，最多写 {} 天", "valid for {} days; at most {} can be written"}, days, kMostValidDays));
    return 0;
}

} // namespace jiezhuan
