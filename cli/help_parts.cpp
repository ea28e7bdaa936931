#include "cli/help_parts.hpp"

#include "cli/values.hpp"
#include "cli/words.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

constexpr std::array kExitLines = {
    ExitLine{"0", {"完成（包括早已完成）", "done, or it was done already"}},
    ExitLine{"1",
             {"运行正常，答案是否：有错误、差异或逾期", "ran well, the answer is no: errors, differences, overdue"}},
    ExitLine{"2", {"用法或配置错误", "usage or configuration error"}},
    ExitLine{"3", {"输入未通过校验，什么也没有写入", "input refused by validation, nothing applied"}},
    ExitLine{"4", {"部分写入（只在 --allow-partial 时）", "partly applied (only with --allow-partial)"}},
    ExitLine{"5", {"被规则或状态拒绝", "refused by a rule or state"}},
    ExitLine{"6", {"指定的对象不存在", "the named thing does not exist"}},
    ExitLine{"10-14", {"没有账本、账本正忙、密钥、版本较新、需要升级", "no ledger, busy, key, newer, upgrade needed"}},
    ExitLine{"20", {"存储错误，已撤销，账本未变", "storage error, rolled back: the ledger is as it was"}},
    ExitLine{"21",
             {"结果不明或报告没有送达：再运行一次同样的命令",
              "outcome unknown or report not delivered: run the same command again"}},
    ExitLine{"30-34",
             {"文件损坏、表与日志不符、与锚点不符、签名、重放冲突",
              "damaged, tables differ, anchor mismatch, signature, replay conflict"}},
    ExitLine{"70, 71", {"程序内部错误（请报告）、内存不足", "internal error (please report), out of memory"}},
    ExitLine{"130, 143",
             {"被 Ctrl-C 中断、被要求结束：账本有没有变，见当时的提示",
              "ended by Ctrl-C, by SIGTERM: the message says what became of the ledger"}},
};

} // namespace

std::span<const ExitLine> exit_lines() { return kExitLines; }

std::string noun_summary(CommandTable table, std::string_view noun, Lang lang) {
    if (const NounRow* row = noun_row(noun); row != nullptr) {
        return std::string(row->summary.in(lang));
    }
    for (const CommandRow& row : table) {
        if (row.noun == noun) {
            return std::string(row.summary.in(lang));
        }
    }
    return "";
}

std::string option_label(const OptionRow& option, Lang lang) {
    if (is_positional(option)) {
        return argument_name(option, lang) + (option.many ? "…" : "");
    }
    const std::string value = value_name(option, lang);
    return value.empty() ? std::string(option.name) : fmt::format("{} {}", option.name, value);
}

std::string option_text(const OptionRow& option, Lang lang) {
    std::string text(option.help.in(lang));
    const bool zh = lang == Lang::zh;
    if (option.type == OptionType::code && option.codes().rows.size() > 4) {
        text += fmt::format("{}{}", zh ? "：" : ": ", accepted_codes(option.codes(), lang));
    }
    if (option.required && !is_positional(option)) {
        text += zh ? "（必需）" : " (required)";
    }
    if (option.many && !is_positional(option)) {
        text += zh ? "（可多次）" : " (repeatable)";
    }
    return text;
}

std::string usage_line(const CommandRow& command, Lang lang) {
    std::string line = fmt::format("jiezhuan {}", name_of(command));
    for (const OptionRow& option : command.options) {
        if (is_positional(option)) {
            line +=
                option.required ? " " + option_label(option, lang) : fmt::format(" [{}]", option_label(option, lang));
        } else if (option.required) {
            line += fmt::format(" {}", option_label(option, lang));
        }
    }
    return line + (lang == Lang::zh ? " [选项]" : " [options]");
}

} // namespace jiezhuan::cli
