// What is refused before any argument is looked at more closely.
#include "cli/parse.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/citizen_id.hpp"
#include "jiezhuan/model/ids_in_text.hpp"

namespace jiezhuan::cli {
namespace {

// The 18 digits of a credit code (GB 32100) can look like an ID number: they begin with 9, where no region code does but
// 999999 of test data, and have no birth date in the middle.
bool could_be_credit_code(std::string_view text) {
    if (text.size() != 18 || !text.starts_with('9') || !all_ascii_digits(text.substr(0, 17))) {
        return false;
    }
    const auto number = [&](std::size_t at, std::size_t count) {
        int value = 0;
        for (const char digit : text.substr(at, count)) {
            value = value * 10 + (digit - '0');
        }
        return value;
    };
    return !Date::valid(number(6, 4), number(10, 2), number(12, 2));
}

bool is_citizen_id(std::string_view text) { return looks_like_citizen_id(text) && !could_be_credit_code(text); }

bool holds_citizen_id(std::string_view argument) {
    if (is_citizen_id(argument)) {
        return true;
    }
    for (const std::string_view part : split(argument, '=')) {
        for (const std::string_view piece : split(part, ',')) {
            if (is_citizen_id(piece)) {
                return true;
            }
        }
    }
    return citizen_id_in(narrowed(argument)).has_value() || holds_spaced_citizen_id(argument);
}

} // namespace

Result<void> check_arguments(const std::vector<std::string>& args) {
    for (std::size_t i = 0; i < args.size(); ++i) {
        if (const auto bad = first_invalid_utf8(args[i]); bad) {
            return fail(
                Exit::usage,
                say({"第 {} 个参数不是 UTF-8 文字（第 {} 字节起）", "argument {} is no UTF-8 text (from byte {})"},
                    i + 1, *bad + 1),
                Text{"请把终端的编码设为 UTF-8", "set the terminal's encoding to UTF-8"});
        }
        if (holds_citizen_id(args[i])) {
            return fail(
                Exit::usage,
                Text{"命令行上不能写公民身份号码：本机的每个用户都看得见，还会留在命令历史里",
                     "a citizen ID number must not stand on the command line: every user of this machine can see "
                     "it, and the shell's history keeps it"},
                Text{"改用：member find --name 姓名 --birth 年-月；--last4 后四位；--id "
                     "-（从键盘或标准输入读）；或党员编号"
                     "（如 M12）。刚才的命令请从命令历史中删去",
                     "use: member find --name NAME --birth YEAR-MONTH; --last4 DIGITS; --id - (asks, or reads "
                     "standard input); or the member's number (M12). Remove this command from the shell's "
                     "history"});
        }
    }
    return {};
}

} // namespace jiezhuan::cli
