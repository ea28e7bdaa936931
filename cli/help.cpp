#include "cli/help.hpp"

#include "cli/help_parts.hpp"
#include "cli/layout.hpp"
#include "cli/words.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/report/lines.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jiezhuan::cli {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

std::string heading(Text text, Lang lang) { return fmt::format("\n{}\n", text.in(lang)); }

std::string verbs_of(CommandTable table, std::string_view noun) {
    std::string all;
    for (const CommandRow& row : table) {
        if (row.noun == noun && !row.verb.empty()) {
            all += fmt::format("{}{}", all.empty() ? "" : " · ", row.verb);
        }
    }
    return all;
}

std::string examples(std::span<const Example> rows, HelpStyle style) {
    if (rows.empty()) {
        return "";
    }
    std::string out = heading({"示例", "Examples"}, style.lang);
    for (const Example& row : rows) {
        out += fmt::format("  {}\n", row.line);
        for (const std::string& line : wrapped(row.what.in(style.lang), style.width - 6)) {
            out += fmt::format("      {}\n", line);
        }
    }
    return out;
}

std::string options_part(Text title, std::span<const OptionRow> options, const CommandRow& command, HelpStyle style,
                         bool positional) {
    Rows rows;
    const auto all = options_of(command);
    for (const OptionRow& option : options) {
        const bool shown = std::find(all.begin(), all.end(), &option) != all.end();
        if (shown && is_positional(option) == positional) {
            rows.emplace_back(option_label(option, style.lang), option_text(option, style.lang));
        }
    }
    return rows.empty() ? "" : heading(title, style.lang) + two_columns(rows, style.width);
}

} // namespace

std::string version_line() { return fmt::format("jiezhuan {}", JIEZHUAN_VERSION); }

std::string program_help(CommandTable table, HelpStyle style) {
    const bool zh = style.lang == Lang::zh;
    std::string out = zh ? "jiezhuan 接转：党员组织关系接转工具\n\n用法：jiezhuan <名词> <动词> [选项]\n"
                         : "jiezhuan: transfer of Party members' organisational relations\n\n"
                           "Usage: jiezhuan <noun> <verb> [options]\n";
    Rows rows;
    for (const CommandRow& row : table) {
        if (!rows.empty() && rows.back().first == row.noun) {
            continue;
        }
        const std::string verbs = verbs_of(table, row.noun);
        std::string text = noun_summary(table, row.noun, style.lang);
        if (!verbs.empty()) {
            text += (zh ? "：" : ": ") + verbs;
        }
        rows.emplace_back(row.noun, std::move(text));
    }
    for (const Shortcut& word : shortcuts()) {
        rows.emplace_back(word.word, fmt::format("= {} {}", word.noun, word.verb));
    }
    out += heading({"命令", "Commands"}, style.lang) + two_columns(rows, style.width);
    static constexpr std::array kExamples = {
        Example{"jiezhuan status", {"今天要办什么", "what is to be done today"}},
        Example{"jiezhuan member find --name 李 --birth 1955-06",
                {"按姓名和出生年月找人", "find a person by name and birth"}},
    };
    out += examples(kExamples, style);
    rows.clear();
    for (const ExitLine& line : exit_lines()) {
        rows.emplace_back(line.codes, line.meaning.in(style.lang));
    }
    out += heading({"退出码", "Exit codes"}, style.lang) + two_columns(rows, style.width);
    out += zh ? "\n各命令的用法：jiezhuan <名词> --help，jiezhuan <名词> <动词> --help\n"
              : "\nMore: jiezhuan <noun> --help, jiezhuan <noun> <verb> --help\n";
    return out;
}

std::string noun_help(CommandTable table, std::string_view noun, HelpStyle style) {
    const bool zh = style.lang == Lang::zh;
    std::string out = fmt::format("jiezhuan {}{}{}\n\n{}jiezhuan {} {}\n", noun, zh ? "：" : ": ",
                                  noun_summary(table, noun, style.lang), zh ? "用法：" : "Usage: ", noun,
                                  zh ? "<动词> [选项]" : "<verb> [options]");
    Rows rows;
    std::vector<Example> shown;
    for (const CommandRow& row : table) {
        if (row.noun != noun) {
            continue;
        }
        rows.emplace_back(row.verb, row.summary.in(style.lang));
        if (!row.examples.empty() && shown.size() < 2) {
            shown.push_back(row.examples.front());
        }
    }
    out += heading({"动词", "Verbs"}, style.lang) + two_columns(rows, style.width);
    if (const NounRow* row = noun_row(noun); row != nullptr) {
        std::string words = fmt::format("{}{}", zh ? "中文写法：" : "In Chinese: ", row->chinese);
        for (const CommandRow& one : table) {
            const std::string_view verb = one.noun == noun ? chinese_verb(one.noun, one.verb) : "";
            words += verb.empty() ? "" : fmt::format(" · {}", verb);
        }
        out += "\n";
        for (const std::string& line : wrapped(words, style.width)) {
            out += line + "\n";
        }
    }
    return out + examples(shown, style);
}

std::string command_help(const CommandRow& command, HelpStyle style) {
    std::string out = fmt::format("jiezhuan {}{}{}\n\n", name_of(command), style.lang == Lang::zh ? "：" : ": ",
                                  command.summary.in(style.lang));
    out += fmt::format("{}{}\n", style.lang == Lang::zh ? "用法：" : "Usage: ", usage_line(command, style.lang));
    out += options_part({"参数", "Arguments"}, command.options, command, style, true);
    out += options_part({"选项", "Options"}, command.options, command, style, false);
    out += options_part({"写入时的选项", "Options for writing"}, writing_options(), command, style, false);
    out += options_part({"读取时的选项", "Options for reading"}, reading_options(), command, style, false);
    out += options_part({"通用选项", "Common options"}, common_options(), command, style, false);
    return out + examples(command.examples, style);
}

} // namespace jiezhuan::cli
