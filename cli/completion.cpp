#include "cli/completion.hpp"

namespace jiezhuan::cli {

std::string_view bash_completion() {
    return R"(# Completion for bash: source <(jiezhuan completion bash)
_jiezhuan() {
    local word what
    COMPREPLY=()
    while IFS=$'\t' read -r word what; do
        COMPREPLY+=("$word")
    done < <("${COMP_WORDS[0]}" completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -o default -F _jiezhuan jiezhuan
)";
}

std::string_view zsh_completion() {
    return R"(#compdef jiezhuan
# Completion for zsh: a file _jiezhuan in $fpath, or source <(jiezhuan completion zsh)
_jiezhuan() {
    local word what
    local -a found
    while IFS=$'\t' read -r word what; do
        found+=("${word//:/\\:}:$what")
    done < <("${words[1]}" completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)
    if (( $#found )); then
        _describe jiezhuan found
    else
        _files
    fi
}
if [[ $funcstack[1] == _jiezhuan ]]; then
    _jiezhuan "$@"
else
    compdef _jiezhuan jiezhuan
fi
)";
}

std::string_view fish_completion() {
    return R"(# Completion for fish: jiezhuan completion fish | source
function __jiezhuan_words
    set -l typed (commandline -opc)
    set -l current (commandline -ct)
    set -l found ($typed[1] completion words -- $typed[2..-1] "$current" 2>/dev/null)
    if test (count $found) -eq 0
        __fish_complete_path "$current"
        return
    end
    set -l before (string match -r -- '^--[^=]*=' "$current")
    for line in $found
        echo "$before$line"
    end
end
complete -c jiezhuan -f -a '(__jiezhuan_words)'
)";
}

} // namespace jiezhuan::cli
