#include "cli/values.hpp"

#include "jiezhuan/base/date.hpp"
#include "jiezhuan/base/moment.hpp"
#include "jiezhuan/base/no_such_day.hpp"
#include "jiezhuan/base/odd_text.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/ids_in_text.hpp"
#include "jiezhuan/model/near_code.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace jiezhuan::cli {
namespace {

constexpr std::size_t kCodesShown = 24;
constexpr int kTypedShown = 60; // columns
constexpr std::size_t kLongestNumber = 15;

// "UG(维吾尔族)"; the id alone where it is the title.
std::string with_title(const CodeRow& row, Lang lang) {
    const std::string_view title = row.title.in(lang);
    return title == row.id ? std::string(row.id) : fmt::format("{}({})", row.id, title);
}

tl::unexpected<Error> wrong(const OptionRow& option, const std::string& typed, Message accepted) {
    return fail(Exit::usage, say({"{} 的值“{}”不能用", "'{}' does not take '{}'"}, option.name, as_typed(typed)),
                std::move(accepted));
}

// What a list may write may be typed, too: 2026.11.20, 2026年11月20日. A bare number of days is a spreadsheet's and not typed.
std::optional<Date> date_typed(const std::string& typed) {
    const auto read = read_date(typed);
    return read && !read->serial ? std::optional(read->date) : std::nullopt;
}

// One that is not as precise as it must be is completed.
Message date_spelling(const OptionRow& option, const std::string& typed, std::string_view example, Text shape) {
    if (const auto no_day = no_such_day(typed)) {
        return *no_day;
    }
    const auto date = date_typed(typed);
    if (!date) {
        return Message(fmt::format("{}，例如 {} {}", shape.zh, option.name, example),
                       fmt::format("{}, for example {} {}", shape.en, option.name, example));
    }
    const std::string first = date->earliest().text();
    return option.type == OptionType::month
               ? say({"要写到月，如 {} {}", "a month is needed, like {} {}"}, option.name, first.substr(0, 7))
               : say({"要写到日，如 {} {}", "a day is needed, like {} {}"}, option.name, first);
}

Result<std::string> checked_date(const OptionRow& option, const std::string& typed) {
    const auto date = date_typed(typed);
    if (option.type == OptionType::date && (!date || !date->is_day())) {
        return wrong(
            option, typed,
            date_spelling(option, typed, "2026-11-23", {"日期写作 年-月-日", "a date is written year-month-day"}));
    }
    if (option.type == OptionType::month && (!date || !date->is_month())) {
        return wrong(option, typed,
                     date_spelling(option, typed, "2026-11", {"月份写作 年-月", "a month is written year-month"}));
    }
    if (!date) {
        return wrong(option, typed,
                     date_spelling(option, typed, "1955-06",
                                   {"写作 年、年-月 或 年-月-日", "write a year, a year and month, or a day"}));
    }
    return date->text();
}

Result<std::string> checked_moment(const OptionRow& option, const std::string& typed) {
    if (const auto date = date_typed(typed); date && date->is_day()) {
        return date->text();
    }
    if (!last_instant_of(typed)) {
        return wrong(option, typed,
                     date_spelling(option, typed, "2026-11-23T09:00",
                                   {"写作 年-月-日，或再加 T时:分[:秒]",
                                    "write year-month-day, or add the time of day as Thour:minute[:second]"}));
    }
    return typed;
}

std::string quoted(const std::vector<const CodeRow*>& rows, Lang lang) {
    std::string all;
    for (const CodeRow* row : rows) {
        const std::string words = with_title(*row, lang);
        all += lang == Lang::zh ? fmt::format("“{}”", words) : fmt::format("{}'{}'", all.empty() ? "" : " or ", words);
    }
    return all;
}

Result<std::string> checked_code(const OptionRow& option, const std::string& typed) {
    const CodeTable& table = option.codes();
    if (const CodeRow* row = table.by_word(typed); row != nullptr) {
        return std::string(row->id);
    }
    Message hint(fmt::format("可用的值：{}", accepted_codes(table, Lang::zh)),
                 fmt::format("accepted: {}", accepted_codes(table, Lang::en)));
    if (const auto near = near_codes(table, narrowed(typed)); !near.empty()) {
        hint.zh = fmt::format("要写的可能是{}。{}", quoted(near, Lang::zh), hint.zh);
        hint.en = fmt::format("did you mean {}? {}", quoted(near, Lang::en), hint.en);
    }
    return wrong(option, typed, std::move(hint));
}

} // namespace

std::string as_typed(std::string_view typed) {
    return truncated(with_long_numbers_masked(printable(typed.substr(0, std::size_t{4} * kTypedShown))), kTypedShown);
}

std::string accepted_codes(const CodeTable& codes, Lang lang) {
    std::string all;
    std::size_t shown = 0;
    for (const CodeRow& row : codes.rows) {
        if (shown++ == kCodesShown) {
            return all + (lang == Lang::zh ? " 等" : ", …");
        }
        all += (all.empty() ? "" : lang == Lang::zh ? "、" : ", ") + with_title(row, lang);
    }
    return all;
}

namespace {

struct Placeholder {
    std::string_view en;
    std::string_view zh;
};
constexpr std::array kPlaceholders = {
    Placeholder{"FILE", "文件"},     Placeholder{"TEXT", "文字"},
    Placeholder{"DATE", "日期"},     Placeholder{"MONTH", "月份"},
    Placeholder{"TIME", "时间"},     Placeholder{"CODE", "代码"},
    Placeholder{"NAME", "姓名"},     Placeholder{"COLUMN", "列"},
    Placeholder{"A,B", "列,列"},     Placeholder{"SECONDS", "秒数"},
    Placeholder{"RULE", "规则"},     Placeholder{"RULE=REASON", "规则=理由"},
    Placeholder{"DOC", "依据"},      Placeholder{"FIELD", "项目"},
    Placeholder{"ID", "编号"},       Placeholder{"N", "数"},
    Placeholder{"member", "党员"},   Placeholder{"transfer", "转接"},
    Placeholder{"letter", "介绍信"}, Placeholder{"batch", "批次"},
    Placeholder{"file", "文件"},     Placeholder{"organisation", "党组织"},
    Placeholder{"rule", "规则"},     Placeholder{"about", "编号"},
};

std::string in_language(std::string_view word, Lang lang) {
    const auto* row = std::find_if(kPlaceholders.begin(), kPlaceholders.end(),
                                   [&](const Placeholder& one) { return one.en == word; });
    return std::string(lang == Lang::zh && row != kPlaceholders.end() ? row->zh : word);
}

std::string value_word(const OptionRow& option);

} // namespace

std::string value_name(const OptionRow& option, Lang lang) { return in_language(value_word(option), lang); }
std::string argument_name(const OptionRow& option, Lang lang) { return in_language(option.name, lang); }

namespace {

std::string value_word(const OptionRow& option) {
    if (!option.value_name.empty()) {
        return std::string(option.value_name);
    }
    switch (option.type) {
    case OptionType::flag:
        return "";
    case OptionType::number:
        return "N";
    case OptionType::date:
        return "DATE";
    case OptionType::month:
        return "MONTH";
    case OptionType::period:
        return "DATE";
    case OptionType::moment:
        return "TIME";
    case OptionType::file:
        return "FILE";
    case OptionType::code: {
        std::string all;
        for (const CodeRow& row : option.codes().rows) {
            all += fmt::format("{}{}", all.empty() ? "" : "|", row.id);
        }
        return option.codes().rows.size() <= 4 ? all : "CODE";
    }
    case OptionType::text:
        break;
    }
    return "TEXT";
}

} // namespace

namespace {

// What this program writes in a command where the clerk is to say something. Typed as printed it would be kept as if it were meant.
bool is_placeholder(std::string_view typed) {
    static constexpr std::array kStandIns = {
        std::string_view("REASON"),       std::string_view("WHY"),        std::string_view("TEXT"),
        std::string_view("RECORD"),       std::string_view("NUMBER"),     std::string_view("DOC"),
        std::string_view("NAME"),         std::string_view("UNIT"),       std::string_view("PLACE"),
        std::string_view("WHOM"),         std::string_view("VOLUME"),     std::string_view("PAGE"),
        std::string_view("原因"),         std::string_view("依据"),       std::string_view("会议记录"),
        std::string_view("编号"),         std::string_view("姓名"),       std::string_view("全称"),
        std::string_view("去往单位"),     std::string_view("抬头"),       std::string_view("流水号"),
        std::string_view("地点"),         std::string_view("卷号"),       std::string_view("页号"),
        std::string_view("WHAT"),         std::string_view("DEPARTMENT"), std::string_view("ISSUER"),
        std::string_view("ORGANISATION"), std::string_view("ORG"),        std::string_view("内容"),
        std::string_view("凭据"),         std::string_view("新编号"),     std::string_view("党组织"),
        std::string_view("流入地党组织"), std::string_view("开具单位"),   std::string_view("联系人和方式"),
        std::string_view("联系方式"),     std::string_view("文字"),       std::string_view("年月"),
    };
    return std::find(kStandIns.begin(), kStandIns.end(), trimmed(typed)) != kStandIns.end();
}

Result<std::string> checked_text(const OptionRow& option, const std::string& typed) {
    constexpr std::size_t kLongestText = 2000;
    if (trimmed(typed).empty() && !option.may_be_empty) {
        return fail(Exit::usage, say({"{} 的值是空的", "the value of {} is empty"}, option.name),
                    Text{"写上内容，或不写这一项", "write something, or leave it out"});
    }
    if (is_placeholder(typed)) {
        return fail(Exit::usage,
                    say({"“{}”是示例里的占位，不是 {} 的内容", "'{}' stands in examples for what {} is to say"}, typed,
                        option.name),
                    Text{"换成实际内容", "write what it is"});
    }
    if (const auto odd = first_forbidden(typed)) {
        return fail(Exit::usage,
                    say({"{} 的值里有控制字符 U+{:04X}", "the value of {} has a control character U+{:04X}"},
                        option.name, static_cast<std::uint32_t>(*odd)),
                    Text{"只写文字，不分行", "write plain text, on one line"});
    }
    if (count_code_points(typed) > kLongestText) {
        return fail(
            Exit::usage,
            say({"{} 的值超过 {} 个字", "the value of {} is longer than {} characters"}, option.name, kLongestText),
            Text{"写短一些", "make it shorter"});
    }
    return typed;
}

} // namespace

Result<std::string> checked_value(const OptionRow& option, const std::string& typed) {
    switch (option.type) {
    case OptionType::number:
        if (!all_ascii_digits(typed) || typed.size() > kLongestNumber) {
            return wrong(
                option, typed,
                say({"要一个不小于 0 的整数，例如 {} 30", "a whole number from 0, for example {} 30"}, option.name));
        }
        if (const auto number = std::stoll(typed); option.most != 0 && (number < 1 || number > option.most)) {
            return wrong(option, typed, say({"要 1 至 {} 的整数", "a whole number from 1 to {}"}, option.most));
        }
        return typed;
    case OptionType::date:
    case OptionType::month:
    case OptionType::period:
        return checked_date(option, typed);
    case OptionType::moment:
        return checked_moment(option, typed);
    case OptionType::code:
        return checked_code(option, typed);
    case OptionType::file:
        if (typed.empty()) {
            return wrong(option, typed, Text{"要一个文件名", "it takes the name of a file"});
        }
        return typed;
    case OptionType::text:
        return checked_text(option, typed);
    case OptionType::flag:
        break;
    }
    return typed;
}

} // namespace jiezhuan::cli
