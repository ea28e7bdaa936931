// The options that the table gives to every command, and to every command that writes or reads the ledger.
#include "cli/command.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan::cli {
namespace {

constexpr std::array kFormatRows = {
    CodeRow{1, "table", {"表格", "table"}, ""},
    CodeRow{2, "json", {"JSON", "json"}, ""},
    CodeRow{3, "ndjson", {"NDJSON", "ndjson"}, ""},
    CodeRow{4, "csv", {"CSV", "csv"}, ""},
};
const CodeTable& formats() {
    static constexpr CodeTable kTable{"format", {"输出格式", "output format"}, kFormatRows};
    return kTable;
}

constexpr std::array kLanguageRows = {
    CodeRow{1, "zh", {"中文", "Chinese"}, ""},
    CodeRow{2, "en", {"英文", "English"}, ""},
};
const CodeTable& languages() {
    static constexpr CodeTable kTable{"language", {"语言", "language"}, kLanguageRows};
    return kTable;
}

constexpr std::array kEncodingRows = {
    CodeRow{1, "utf-8", {"UTF-8", "UTF-8"}, "utf8"},
    CodeRow{2, "gb18030", {"GB18030", "GB18030"}, "gbk|gb2312"},
};
const CodeTable& encodings() {
    static constexpr CodeTable kTable{"encoding", {"编码", "encoding"}, kEncodingRows};
    return kTable;
}

constexpr std::array kFailOnRows = {
    CodeRow{1, "error", {"错误", "error"}, ""},
    CodeRow{2, "warning", {"提醒", "warning"}, ""},
    CodeRow{3, "never", {"从不", "never"}, ""},
};
const CodeTable& fail_on() {
    static constexpr CodeTable kTable{"fail-on", {"失败界限", "threshold"}, kFailOnRows};
    return kTable;
}

constexpr std::array kCommon = {
    OptionRow{"--ledger", OptionType::file, {"账本文件", "the ledger file"}, false, false, nullptr, "FILE"},
    OptionRow{"--format",
              OptionType::code,
              {"输出格式；ndjson 一行一条", "form of the output; ndjson: a record a line"},
              false,
              false,
              formats},
    OptionRow{"--output",
              OptionType::file,
              {"写入文件，不覆盖已有文件", "write to a file, never over another"},
              false,
              false,
              nullptr,
              "FILE"},
    OptionRow{"--lang", OptionType::code, {"界面语言", "language of the texts"}, false, false, languages},
    OptionRow{"--columns",
              OptionType::text,
              {"只要这些列，逗号分隔", "only these columns, separated by commas"},
              false,
              false,
              nullptr,
              "A,B"},
    OptionRow{"--sort",
              OptionType::text,
              {"按此列排序；前加“-”为倒序", "sort by this column; '-' in front reverses"},
              false,
              false,
              nullptr,
              "COLUMN"},
    OptionRow{"--no-header", OptionType::flag, {"不要标题行", "without the header line"}},
    OptionRow{"--bom", OptionType::flag, {"CSV 前加 BOM，供 Excel 打开", "a BOM before CSV, for Excel"}},
    OptionRow{"--encoding", OptionType::code, {"CSV 的编码", "encoding of CSV"}, false, false, encodings},
    OptionRow{"--width", OptionType::number, {"表格宽度（字符）", "width of tables in columns"}},
    OptionRow{"--wait",
              OptionType::number,
              {"等待别的命令写完的秒数，默认 10", "seconds to wait for another command's write; default 10"},
              false,
              false,
              nullptr,
              "SECONDS"},
    OptionRow{"--no-color", OptionType::flag, {"不用颜色", "without colour"}},
    OptionRow{"--quiet", OptionType::flag, {"不显示标题行、进度和下一步", "without headline, progress and next steps"}},
};

constexpr std::array kWriting = {
    OptionRow{"--on", OptionType::date, {"发生的日期，默认今天", "the day it happened; default today"}},
    OptionRow{"--dry-run", OptionType::flag, {"只看结果，不写入", "show the outcome, write nothing"}},
    OptionRow{"--operator",
              OptionType::text,
              {"经办人；默认取配置，其次登录名", "who does it; default: configuration, then login"},
              false,
              false,
              nullptr,
              "NAME"},
    OptionRow{"--accept",
              OptionType::text,
              {"放行一条可放行的规则，理由留档", "pass a rule that may be passed; the reason is kept"},
              false,
              true,
              nullptr,
              "RULE=REASON"},
};

constexpr std::array kReading = {
    OptionRow{"--as-of", OptionType::date, {"截至哪一天，默认今天", "as of which day; default today"}},
    OptionRow{"--as-known-at",
              OptionType::moment,
              {"按账本到那时为止的记载；默认全部", "as the ledger knew it then; default all it knows"}},
    OptionRow{"--fail-on",
              OptionType::code,
              {"有这一级或更重的结论时退出码为 1，默认 error", "exit 1 where a finding is this grave; default error"},
              false,
              false,
              fail_on},
    OptionRow{"--reveal",
              OptionType::flag,
              {"显示完整的证件号和电话，须写明用途", "show ID numbers and telephones in full; needs a purpose"}},
    OptionRow{"--purpose",
              OptionType::text,
              {"--reveal 的用途，记入账本", "what --reveal is for; kept in the ledger"},
              false,
              false,
              nullptr,
              "TEXT"},
};

// Commands on which an option of their access, or one about the form of a report, has no effect: it is not offered there.
struct Without {
    std::string_view command;
    std::string_view options;
};
constexpr std::string_view kEvery = "--as-of --fail-on --reveal --purpose";
constexpr std::string_view kButDay = "--fail-on --reveal --purpose";
constexpr std::string_view kButDayAndReveal = "--fail-on";
constexpr std::string_view kReport =
    "--format --columns --sort --no-header --bom --encoding --width"; // they answer a file
constexpr std::array kWithout = {
    Without{"ledger info", kEvery},
    Without{"ledger log", kEvery},
    Without{"ledger verify", kEvery},
    Without{"ledger backup", kEvery},
    Without{"ledger rebuild", "--on --operator --accept"}, // it writes no event
    Without{"status", kButDay},
    Without{"org list", kButDay},
    Without{"org tree", "--reveal --purpose"},
    Without{"org show", "--reveal --purpose"},
    Without{"member find", kButDayAndReveal},
    Without{"member list", kButDayAndReveal},
    Without{"member history", kButDayAndReveal},
    Without{"migrant list", kButDayAndReveal},
    Without{"transfer list", kButDay},
    Without{"transfer show", kButDay},
    Without{"transfer due", kButDay},
    Without{"transfer worksheet", "--as-of --fail-on --format --columns --sort --no-header --bom --width"},
    Without{"batch list", kButDay},
    Without{"batch show", kButDay},
    Without{"member template", kReport},
    Without{"migrant template", kReport},
    Without{"org template", kReport},
    Without{"receipt template", kReport},
    Without{"transfer template", kReport},
    Without{"completion bash", kReport},
    Without{"completion zsh", kReport},
    Without{"completion fish", kReport},
    Without{"completion words", kReport},
    Without{"letter list", kButDay},
    Without{"letter show", "--fail-on"},
    Without{"letter print", kButDay},
    Without{"receipt list", "--reveal --purpose"},
    Without{"reconcile deadlines", "--reveal --purpose"},
    Without{"rules list", kButDay},
    Without{"explain", kButDay},
    Without{"report case", kButDay},
    Without{"report overrides", kButDay},
    Without{"report sample", kButDay},
    Without{"rules adopt", "--accept"},
};

bool has_effect(const CommandRow& command, std::string_view option) {
    if (option == "--as-known-at") {
        return has_effect(command, "--as-of");
    }
    const std::string name = name_of(command);
    return std::none_of(kWithout.begin(), kWithout.end(), [&](const Without& row) {
        return row.command == name && row.options.find(option) != std::string_view::npos;
    });
}

void add(std::vector<const OptionRow*>& all, std::span<const OptionRow> more) {
    const std::size_t before = all.size();
    for (const OptionRow& row : more) {
        bool taken = false;
        for (std::size_t i = 0; i < before; ++i) {
            taken = taken || all[i]->name == row.name;
        }
        if (!taken) {
            all.push_back(&row);
        }
    }
}

} // namespace

std::span<const OptionRow> common_options() { return kCommon; }
std::span<const OptionRow> writing_options() { return kWriting; }
std::span<const OptionRow> reading_options() { return kReading; }

std::vector<const OptionRow*> options_of(const CommandRow& command) {
    std::vector<const OptionRow*> all;
    add(all, command.options);
    if (command.access == Access::writes) {
        add(all, kWriting);
    }
    if (command.access == Access::reads) {
        add(all, kReading);
    }
    add(all, kCommon);
    const auto own = [&](const OptionRow* row) {
        return std::any_of(command.options.begin(), command.options.end(),
                           [row](const OptionRow& one) { return &one == row; });
    };
    std::erase_if(all, [&](const OptionRow* row) { return !own(row) && !has_effect(command, row->name); });
    return all;
}

std::string name_of(const CommandRow& command) {
    return command.verb.empty() ? std::string(command.noun) : fmt::format("{} {}", command.noun, command.verb);
}

} // namespace jiezhuan::cli
