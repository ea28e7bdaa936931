#include "cli/completion.hpp"
#include "cli/commands/commands.hpp"
#include "cli/context.hpp"
#include "cli/suggestions.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

template <std::string_view (*Script)()> Result<Answer> script(Context&) {
    Answer answer;
    answer.text = std::string(Script());
    return answer;
}

// By code where there is one, and by short name. Without a ledger there are none, and that is no reason to disturb who types.
Suggestions organisations_of(Context& context) {
    Suggestions all;
    const auto store = context.store();
    if (!store) {
        return all;
    }
    const auto ledger = (*store)->read();
    if (!ledger) {
        return all;
    }
    const auto directory = OrgDirectory::of(**ledger);
    if (!directory) {
        return all;
    }
    for (const Organisation* organisation : directory->all()) {
        const std::string label = directory->label(organisation->id);
        if (!organisation->code.empty()) {
            all.push_back({organisation->code, Message(label, label)});
        }
        all.push_back({label, Message(organisation->id.text(), organisation->id.text())});
    }
    return all;
}

Result<Answer> words(Context& context) {
    Answer answer;
    answer.text = suggestion_lines(
        suggestions(command_table(), context.args().texts("typed"), [&] { return organisations_of(context); }),
        context.lang());
    return answer;
}

constexpr std::array kBashExamples = {
    Example{"jiezhuan completion bash --output ~/.local/share/bash-completion/completions/jiezhuan",
            {"为当前用户安装", "install it for this user"}},
    Example{"source <(jiezhuan completion bash)", {"只在当前终端生效", "only in this shell"}},
};
constexpr std::array kZshExamples = {
    Example{"jiezhuan completion zsh --output ~/.zfunc/_jiezhuan",
            {"为当前用户安装；~/.zfunc 要在 fpath 中", "install it for this user; ~/.zfunc has to be in fpath"}},
    Example{"source <(jiezhuan completion zsh)", {"只在当前终端生效", "only in this shell"}},
};
constexpr std::array kFishExamples = {
    Example{"jiezhuan completion fish --output ~/.config/fish/completions/jiezhuan.fish",
            {"为当前用户安装", "install it for this user"}},
    Example{"jiezhuan completion fish | source", {"只在当前终端生效", "only in this shell"}},
};
constexpr std::array kWordsExamples = {
    Example{"jiezhuan completion words -- transfer list --state ''",
            {"转接有哪些状态", "the states that a transfer can have"}},
    Example{"jiezhuan completion words -- org show 江滨", {"以“江滨”开头的党组织", "organisations that begin so"}},
};
constexpr std::array kTyped = {
    OptionRow{"typed",
              OptionType::text,
              {"jiezhuan 后面已经输入的词，最后一个可以不完整",
               "what was typed behind jiezhuan; the last word may be unfinished"},
              false,
              true,
              nullptr,
              {},
              0,
              true},
};

const std::array kRows = {
    CommandRow{"completion",
               "bash",
               {"bash 的补全脚本", "the completion script for bash"},
               Access::none,
               {},
               kBashExamples,
               script<bash_completion>},
    CommandRow{"completion",
               "zsh",
               {"zsh 的补全脚本", "the completion script for zsh"},
               Access::none,
               {},
               kZshExamples,
               script<zsh_completion>},
    CommandRow{"completion",
               "fish",
               {"fish 的补全脚本", "the completion script for fish"},
               Access::none,
               {},
               kFishExamples,
               script<fish_completion>},
    CommandRow{"completion",
               "words",
               {"接下来可以输入什么（补全脚本用）", "what can be typed next; the scripts ask it"},
               Access::none,
               kTyped,
               kWordsExamples,
               words},
};

} // namespace

CommandTable completion_commands() { return kRows; }

} // namespace jiezhuan::cli
