#include "cli/suggestions.hpp"

#include "cli/select.hpp"
#include "cli/words.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan::cli {
namespace {

enum class Source { organisations, rules, accepted_rules, explained };

// Values that no code table holds, by option or argument.
struct SourceRow {
    std::string_view name;
    Source source;
};
constexpr std::array kSources = {
    SourceRow{"organisation", Source::organisations},   SourceRow{"--org", Source::organisations},
    SourceRow{"--branch", Source::organisations},       SourceRow{"--from", Source::organisations},
    SourceRow{"--to", Source::organisations},           SourceRow{"--parent", Source::organisations},
    SourceRow{"--addressee", Source::organisations},    SourceRow{"--issuer", Source::organisations},
    SourceRow{"--relation-org", Source::organisations}, SourceRow{"rule", Source::rules},
    SourceRow{"--accept", Source::accepted_rules},      SourceRow{"about", Source::explained},
};

Suggestions rules(bool only_overridable) {
    Suggestions all;
    for (const RuleText* rule : all_rules()) {
        if (!only_overridable) {
            all.push_back({std::string(rule->id), rule->title});
        } else if (rule->overridable) {
            all.push_back({std::string(rule->id) + "=", rule->title});
        }
    }
    return all;
}

// What is explained without a ledger; its records are too many to choose from.
Suggestions explained() {
    Suggestions all = rules(false);
    for (const ExitName& exit : exit_names()) {
        all.push_back({fmt::format("exit-{}", static_cast<int>(exit.exit)), exit.title});
    }
    return all;
}

Suggestions from(Source source, const std::function<Suggestions()>& organisations) {
    switch (source) {
    case Source::organisations:
        return organisations();
    case Source::rules:
        return rules(false);
    case Source::accepted_rules:
        return rules(true);
    case Source::explained:
        return explained();
    }
    return {};
}

Suggestions values_of(const OptionRow& option, const std::function<Suggestions()>& organisations) {
    if (option.type == OptionType::code) {
        Suggestions all;
        for (const CodeRow& row : option.codes().rows) {
            all.push_back({std::string(row.id), row.title});
        }
        return all;
    }
    for (const SourceRow& row : kSources) {
        if (row.name == option.name) {
            return from(row.source, organisations);
        }
    }
    return {};
}

const OptionRow* option_named(const CommandRow& command, std::string_view name) {
    for (const OptionRow* option : options_of(command)) {
        if (option->name == name) {
            return option;
        }
    }
    return nullptr;
}

Suggestions options_left(const CommandRow& command, const std::vector<std::string>& before) {
    Suggestions all;
    for (const OptionRow* option : options_of(command)) {
        const bool given = std::find(before.begin(), before.end(), option->name) != before.end();
        if (!is_positional(*option) && (option->many || !given)) {
            all.push_back({std::string(option->name), option->help});
        }
    }
    all.push_back({"--help", Text{"这个命令的用法", "how this command is used"}});
    return all;
}

// The argument that stands at the place of the word being typed.
const OptionRow* argument_at(const CommandRow& command, const std::vector<std::string>& before) {
    std::size_t place = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (!before[i].starts_with('-')) {
            ++place;
        } else if (const OptionRow* option = option_named(command, before[i]);
                   option != nullptr && option->type != OptionType::flag) {
            ++i;
        }
    }
    const OptionRow* last = nullptr;
    for (const OptionRow& option : command.options) {
        if (is_positional(option)) {
            last = &option;
            if (place-- == 0) {
                return last;
            }
        }
    }
    return last != nullptr && last->many ? last : nullptr;
}

Suggestions for_command(const CommandRow& command, const std::vector<std::string>& before, const std::string& current,
                        const std::function<Suggestions()>& organisations) {
    const OptionRow* asked = before.empty() ? nullptr : option_named(command, before.back());
    if (asked != nullptr && asked->type != OptionType::flag) {
        return values_of(*asked, organisations);
    }
    if (current.starts_with('-')) {
        return options_left(command, before);
    }
    const OptionRow* argument = argument_at(command, before);
    return argument == nullptr ? Suggestions() : values_of(*argument, organisations);
}

Suggestions nouns_of(CommandTable table) {
    Suggestions all;
    for (const CommandRow& row : table) {
        if (all.empty() || all.back().word != row.noun) {
            const NounRow* noun = noun_row(row.noun);
            all.push_back({std::string(row.noun), noun == nullptr ? row.summary : noun->summary});
        }
    }
    for (const Shortcut& word : shortcuts()) {
        all.push_back({std::string(word.word), Message(fmt::format("= {} {}", word.noun, word.verb),
                                                       fmt::format("= {} {}", word.noun, word.verb))});
    }
    return all;
}

Suggestions verbs_of(CommandTable table, std::string_view noun) {
    Suggestions all;
    for (const CommandRow& row : table) {
        if (row.noun == noun && !row.verb.empty()) {
            all.push_back({std::string(row.verb), row.summary});
        }
    }
    return all;
}

// Before a command is named only the options stand that all commands have.
Suggestions without_command(CommandTable table, const Selection& said, const std::string& current) {
    Suggestions options;
    for (const OptionRow& option : common_options()) {
        if (!said.rest.empty() && said.rest.back() == option.name && option.type != OptionType::flag) {
            return values_of(option, [] { return Suggestions(); });
        }
        options.push_back({std::string(option.name), option.help});
    }
    return current.starts_with('-') ? options : said.noun.empty() ? nouns_of(table) : verbs_of(table, said.noun);
}

// bash makes three words of "--format=js", zsh and fish one.
void without_equals(std::vector<std::string>& typed) {
    if (typed.back() == "=") {
        typed.back().clear();
    }
    const auto first = std::remove(typed.begin(), typed.end() - 1, "=");
    typed.erase(first, typed.end() - 1);
    const std::size_t equals = typed.back().find('=');
    if (typed.back().starts_with("--") && equals != std::string::npos) {
        std::string value = typed.back().substr(equals + 1);
        typed.back().resize(equals);
        typed.push_back(std::move(value));
    }
}

} // namespace

Suggestions suggestions(CommandTable table, std::vector<std::string> typed,
                        const std::function<Suggestions()>& organisations) {
    if (typed.empty()) {
        typed.emplace_back();
    }
    without_equals(typed);
    const std::string current = typed.back();
    typed.pop_back();
    const auto said = select(table, typed);
    if (!said) {
        return {};
    }
    Suggestions all = said->command != nullptr ? for_command(*said->command, said->rest, current, organisations)
                                               : without_command(table, *said, current);
    std::erase_if(all, [&](const Suggestion& one) { return !one.word.starts_with(current); });
    return all;
}

std::string suggestion_lines(const Suggestions& all, Lang lang) {
    std::string out;
    for (const Suggestion& one : all) {
        out += fmt::format("{}\t{}\n", printable(one.word), printable(one.what.in(lang)));
    }
    return out;
}

} // namespace jiezhuan::cli
