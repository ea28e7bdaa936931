#include "cli/completion.hpp"
#include "cli/commands/commands.hpp"
#include "cli/context.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

Result<Answer> bash(Context&) {
    Answer answer;
    answer.text = bash_completion(command_table());
    return answer;
}

constexpr std::array kBashExamples = {
    Example{"jiezhuan completion bash --output ~/.local/share/bash-completion/completions/jiezhuan",
            {"为当前用户安装", "install it for this user"}},
    Example{"source <(jiezhuan completion bash)", {"只在当前终端生效", "only in this shell"}},
};

const std::array kRows = {
    CommandRow{"completion",
               "bash",
               {"bash 的补全脚本", "the completion script for bash"},
               Access::none,
               {},
               kBashExamples,
               bash},
};

} // namespace

CommandTable completion_commands() { return kRows; }

} // namespace jiezhuan::cli
