#include "jiezhuan/rules/cells.hpp"

#include "jiezhuan/base/no_such_day.hpp"
#include "jiezhuan/base/odd_text.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/codes.hpp"
#include "jiezhuan/model/near_code.hpp"
#include "jiezhuan/rules/catalogue.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

std::string words_of(const std::vector<const CodeRow*>& rows) {
    std::string out;
    for (const CodeRow* row : rows) {
        out += fmt::format("{}{}", out.empty() ? "" : "、", row->title.zh);
    }
    return out;
}

// With the words of the table that are near to what was typed; with all of them where none is near and they are not too many to read.
Message not_in(std::string_view cell, const CodeTable& table) {
    constexpr std::size_t kReadable = 24;
    Message what(fmt::format("{}“{}”无法识别", table.title.zh, printable(cell)),
                 fmt::format("{} '{}' is not known", table.title.en, printable(cell)));
    if (const std::vector<const CodeRow*> near = near_codes(table, cell); !near.empty()) {
        return say({"{}，是不是：{}", "{}; did you mean: {}"}, what, words_of(near));
    }
    if (table.rows.size() > kReadable) {
        return what;
    }
    std::vector<const CodeRow*> all;
    std::transform(table.rows.begin(), table.rows.end(), std::back_inserter(all),
                   [](const CodeRow& row) { return &row; });
    return say({"{}，可以填：{}", "{}; it may be: {}"}, what, words_of(all));
}

// Full-width letters and digits; full-width punctuation is Chinese, not a slip.
bool has_wide_letter(std::string_view cell) {
    for (std::size_t at = 0; at < cell.size();) {
        const char32_t c = next_code_point(cell, at);
        if ((c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ')) {
            return true;
        }
    }
    return false;
}

// What a spreadsheet or a slip made of an ID number; the number is not quoted.
Message wrong_shape(std::string_view cell) {
    constexpr std::size_t kNearly = 17;
    const std::string text = narrowed(trimmed(cell));
    if (text.find_first_not_of('#') == std::string::npos) {
        return Text{"单元格里只有 ####：电子表格的列太窄，号码没有导出来",
                    "only ####: the column was too narrow, and the number was not exported"};
    }
    if (text.ends_with(".0") || text.ends_with(".00")) {
        return Text{"号码以 .0 结尾：电子表格把它当成了数字，末几位可能已丢失",
                    "it ends in .0: a spreadsheet took it for a number, its last digits may be lost"};
    }
    if (text.size() == kNearly && all_ascii_digits(text)) {
        return Text{"身份证号码应为18位，这里只有17位：少了一位，可能丢了开头或末位",
                    "only 17 digits: one is missing, perhaps the first or the last"};
    }
    return Text{"身份证号码应为18位（或旧15位）数字，末位可为 X",
                "an ID number has 18 (once 15) digits, the last may be X"};
}

bool only_small_x(std::string_view cell, const CitizenId& id) {
    return cell.ends_with('x') && id.text() == std::string(cell.substr(0, cell.size() - 1)) + "X";
}

bool is_letter(char32_t c) {
    const bool ascii = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const bool sign = c < 0xC0 || (c >= 0x2000 && c <= 0x303F && c != 0x3007) || (c >= 0xFF00 && c <= 0xFF20);
    return ascii || !sign;
}

bool has_letter(std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
        if (is_letter(next_code_point(name, at))) {
            return true;
        }
    }
    return false;
}

void judge_word(Findings& findings, std::string_view rule, std::string_view cell, const CodeTable& table,
                const Profile& profile, const Position& where) {
    const std::string word = narrowed(trimmed(cell));
    if (!word.empty() && table.by_word(word) == nullptr) {
        met(findings, rule, profile, not_in(word, table), where);
    }
}

} // namespace

void judge_citizen_id(Findings& findings, const ReadCitizenId& read, std::string_view cell, const Profile& profile,
                      const Position& where) {
    switch (read.problem) {
    case CitizenIdProblem::shape:
        met(findings, "ID-01", profile, wrong_shape(cell), where);
        if (cell.find_first_of("#.") != std::string_view::npos) {
            findings.back().fix = Text{"把该列设为文本格式、拉宽，重新填写或导出",
                                       "set the column to text and make it wider, then fill it in or export it again"};
        }
        break;
    case CitizenIdProblem::checksum:
        met(findings, "ID-02", profile,
            say({"按前17位，校验位应为 {}", "by the first 17 digits, the check digit should be {}"},
                read.expected_check),
            where);
        break;
    case CitizenIdProblem::birth:
        met(findings, "ID-03", profile,
            Text{"身份证号码第7至14位不是有效的出生日期", "digits 7 to 14 of the ID number are no birth date"}, where);
        break;
    case CitizenIdProblem::spreadsheet:
        met(findings, "ID-07", profile,
            Text{"身份证号码成了科学计数法，或末三位成了 000",
                 "the ID number is in scientific notation, or ends in 000"},
            where);
        break;
    case CitizenIdProblem::none:
        if (read.upgraded) {
            met(findings, "ID-04", profile,
                say({"15位号码已升为18位（末四位 {}）", "15 digits, upgraded to 18 (last four {})"},
                    read.id.last_four()),
                where);
        }
        if (read.normalised && !only_small_x(cell, read.id)) {
            met(findings, "IN-04", profile,
                Text{"身份证号码含全角、空格等字符，已规范化",
                     "full-width characters or blanks in the ID number: made regular"},
                where);
        }
        break;
    }
}

void judge_ethnic(Findings& findings, std::string_view cell, const Profile& profile, const Position& where) {
    const CodeTable& table = code_table<Ethnic>();
    judge_word(findings, "MB-01", cell, table, profile, where);
    const std::string word = narrowed(trimmed(cell));
    const CodeRow* row = word.empty() ? nullptr : table.by_word(word);
    if (row != nullptr && word != row->title.zh) {
        met(findings, "MB-02", profile,
            say({"民族“{}”按“{}”记录", "the ethnic group '{}' is kept as {}"}, word, row->title), where);
    }
}

void judge_sex(Findings& findings, std::string_view cell, const Profile& profile, const Position& where) {
    judge_word(findings, "MB-03", cell, code_table<Sex>(), profile, where);
}

void judge_stage(Findings& findings, std::string_view cell, const Profile& profile, const Position& where) {
    const CodeTable& table = code_table<Stage>();
    const std::string word = narrowed(trimmed(cell));
    if (word.empty() || table.by_word(word) != nullptr) {
        return;
    }
    // What is no misspelling says that somebody is no member: nothing is offered for it.
    met(findings, "MB-04", profile,
        near_codes(table, word).empty()
            ? say({"政治面貌“{}”不是中共党员或预备党员", "'{}' is neither a full nor a probationary member"},
                  printable(cell))
            : not_in(word, table),
        where);
}

void judge_member_status(Findings& findings, std::string_view cell, const Profile& profile, const Position& where) {
    const std::string word = narrowed(trimmed(cell));
    if (const CodeRow* left = word.empty() ? nullptr : code_table<LeaveReason>().by_word(word); left != nullptr) {
        met(findings, "ST-02", profile, say({"“{}”的不在册", "'{}': no longer on the roster"}, printable(cell)), where);
        const bool transferred = left->value == int(LeaveReason::transferred);
        findings.back().fix =
            transferred
                ? Message(Text{"从名册中删去这一行；还在册的办转出：jiezhuan transfer open 编号 --kind out --to 党组织",
                               "take the row out; who is still on the roster: jiezhuan transfer open ID --kind "
                               "out --to ORG"})
                : say({"从名册中删去这一行；账本中有的：jiezhuan member mark 编号 --as {0} --basis 依据",
                       "take the row out; who is in the ledger: jiezhuan member mark ID --as {0} --basis TEXT"},
                      left->id);
        return;
    }
    judge_word(findings, "IN-07", cell, code_table<MemberStatus>(), profile, where);
}

void judge_code(Findings& findings, std::string_view cell, const CodeTable& table, const Profile& profile,
                const Position& where) {
    judge_word(findings, "IN-07", cell, table, profile, where);
}

void judge_date(Findings& findings, std::string_view cell, const Profile& profile, const Position& where) {
    if (trimmed(cell).empty()) {
        return;
    }
    const std::optional<ReadDate> read = read_date(cell);
    if (!read) {
        const auto no_day = no_such_day(cell);
        met(findings, "IN-07", profile,
            no_day ? say({"“{}”：{}", "'{}': {}"}, printable(cell), *no_day)
                   : say({"“{}”不是日期", "'{}' is no date"}, printable(cell)),
            where);
    } else if (read->serial) {
        met(findings, "IN-03", profile,
            say({"“{}”是电子表格的日期序列号，读作 {}", "'{}' is a spreadsheet's serial number, read as {}"},
                printable(cell), read->date.text()),
            where);
        findings.back().fix = Text{"核对读出的日期", "see that the date is right"};
    } else if (!read->date.is_day()) {
        met(findings, "IN-03", profile,
            say({"日期“{}”不到日，按 {} 处理", "the date '{}' has no day, kept as {}"}, printable(cell),
                read->date.text()),
            where);
    }
}

std::optional<Message> no_name(std::string_view name, NameOf whose) {
    constexpr std::size_t kLongestPerson = 50;
    constexpr std::size_t kLongestOrganisation = 120;
    if (name.empty()) {
        return std::nullopt;
    }
    if (const auto odd = first_unreadable(name)) {
        return say({"名称中有看不见或无法辨认的字符 U+{:04X}", "the name has a character U+{:04X} that cannot be read"},
                   static_cast<std::uint32_t>(*odd));
    }
    if (name.find('?') != std::string_view::npos || name.find("？") != std::string_view::npos) {
        return Text{"名称中有问号，可能是转换编码时丢了字",
                    "a question mark in the name: perhaps a character was lost when the encoding was changed"};
    }
    if (name.find_first_of("=+-@") == 0 || name.find_first_of("<>") != std::string_view::npos) {
        return Text{"名称以 = + - @ 开头，或含有 < >", "the name begins with = + - @, or has < >"};
    }
    if (!has_letter(name)) {
        return Text{"名称中没有一个字", "no letter in the name"};
    }
    const std::size_t most = whose == NameOf::person ? kLongestPerson : kLongestOrganisation;
    if (count_code_points(name) > most) {
        return say({"名称超过 {} 个字", "the name is longer than {} characters"}, most);
    }
    return std::nullopt;
}

void judge_brackets(Findings& findings, std::string_view name, const Profile& profile, const Position& where,
                    std::string subject) {
    constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {
        {"（", "）"}, {"(", ")"}, {"【", "】"}, {"[", "]"}, {"〔", "〕"}};
    for (const auto& [open, close] : kBrackets) {
        const std::size_t from = name.find(open);
        const std::size_t to = from == std::string_view::npos ? from : name.find(close, from);
        if (to == std::string_view::npos || from == 0) {
            continue;
        }
        const std::string_view inside = name.substr(from + open.size(), to - from - open.size());
        const std::string alone(trimmed(name.substr(0, from)));
        met(findings, "IN-05", profile,
            say({"括号里的“{}”不是姓名的一部分", "'{}' in brackets is no part of the name"}, printable(inside)), where,
            std::move(subject));
        findings.back().fix = say(
            {"姓名只写“{0}”，括号里的写在它自己的栏里；已登记的：jiezhuan member correct 编号 --name {0} --reason 原因",
             "write '{0}' alone, and what is in brackets in its own column; who is in the ledger already: jiezhuan "
             "member correct ID --name {0} --reason REASON"},
            printable(alone));
        return;
    }
}

void judge_name(Findings& findings, std::string_view cell, const Profile& profile, const Position& where) {
    const std::string name = normal_name(cell);
    if (auto why = no_name(name, NameOf::person)) {
        met(findings, "IN-07", profile, std::move(*why), where);
        findings.back().fix = Text{"重新输入姓名", "type the name anew"};
    } else if (name != cell) {
        met(findings, "IN-05", profile,
            say({"姓名“{}”按“{}”记录", "the name '{}' is kept as '{}'"}, printable(cell), name), where);
    }
    judge_brackets(findings, name, profile, where);
}

void judge_text(Findings& findings, std::string_view cell, std::string_view kept, const Profile& profile,
                const Position& where) {
    if (has_wide_letter(cell) || first_unprintable(cell)) {
        met(findings, "IN-04", profile,
            say({"“{}”含全角或不可见字符，按“{}”记录", "'{}' has full-width or invisible characters, kept as '{}'"},
                printable(cell), printable(kept)),
            where);
    }
}

void judge_required(Findings& findings, std::string_view cell, Text title, const Profile& profile,
                    const Position& where) {
    if (trimmed(cell).empty()) {
        met(findings, "IN-08", profile,
            Message(fmt::format("“{}”为空", title.zh), fmt::format("'{}' is empty", title.en)), where);
    }
}

} // namespace jiezhuan
