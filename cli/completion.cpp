#include "cli/completion.hpp"

#include <map>

namespace jiezhuan::cli {
namespace {

std::string joined(const std::vector<std::string_view>& words) {
    std::string all;
    for (const std::string_view word : words) {
        all += all.empty() ? "" : " ";
        all += word;
    }
    return all;
}

// Nouns, and the verbs of each, in the order of the table.
struct Words {
    std::vector<std::string_view> nouns;
    std::map<std::string_view, std::vector<std::string_view>> verbs;
};

Words words_of(CommandTable table) {
    Words words;
    for (const CommandRow& row : table) {
        if (words.nouns.empty() || words.nouns.back() != row.noun) {
            words.nouns.push_back(row.noun);
        }
        if (!row.verb.empty()) {
            words.verbs[row.noun].push_back(row.verb);
        }
    }
    return words;
}

std::string verb_cases(const Words& words) {
    std::string out;
    for (const std::string_view noun : words.nouns) {
        if (const auto verbs = words.verbs.find(noun); verbs != words.verbs.end()) {
            out += fmt::format("            {}) words='{}' ;;\n", noun, joined(verbs->second));
        }
    }
    return out;
}

// Of the commands of two words, or of those of one.
std::string option_cases(CommandTable table, bool with_verb) {
    std::string out;
    for (const CommandRow& row : table) {
        if (row.verb.empty() == with_verb) {
            continue;
        }
        std::vector<std::string_view> options;
        for (const OptionRow* option : options_of(row)) {
            if (!is_positional(*option)) {
                options.push_back(option->name);
            }
        }
        out += fmt::format("            '{}') words='{} --help' ;;\n", name_of(row), joined(options));
    }
    return out;
}

// Values of coded options; the same option has the same codes wherever it stands, or it gets none.
std::string value_cases(CommandTable table) {
    std::map<std::string_view, std::string> values;
    for (const CommandRow& row : table) {
        for (const OptionRow* option : options_of(row)) {
            if (option->type != OptionType::code || is_positional(*option)) {
                continue;
            }
            std::vector<std::string_view> ids;
            for (const CodeRow& code : option->codes().rows) {
                ids.push_back(code.id);
            }
            const auto [known, fresh] = values.emplace(option->name, joined(ids));
            if (!fresh && known->second != joined(ids)) {
                known->second.clear();
            }
        }
    }
    std::string out;
    for (const auto& [name, ids] : values) {
        out += ids.empty() ? "" : fmt::format("        {}) words='{}' ;;\n", name, ids);
    }
    return out;
}

} // namespace

std::string bash_completion(CommandTable table) {
    const Words words = words_of(table);
    return fmt::format(R"(# Completion for bash: source <(jiezhuan completion bash)
_jiezhuan() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} words=
    case $previous in
{}    esac
    if [[ -z $words && $COMP_CWORD -eq 1 ]]; then
        words='{}'
    elif [[ -z $words && $current == -* ]]; then
        case "${{COMP_WORDS[1]}} ${{COMP_WORDS[2]}}" in
{}        esac
        [[ -n $words ]] || case ${{COMP_WORDS[1]}} in
{}        esac
    elif [[ -z $words && $COMP_CWORD -eq 2 ]]; then
        case ${{COMP_WORDS[1]}} in
{}        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _jiezhuan jiezhuan
)",
                       value_cases(table), joined(words.nouns), option_cases(table, true), option_cases(table, false),
                       verb_cases(words));
}

} // namespace jiezhuan::cli
