#include "cli/select.hpp"

#include "cli/odd_words.hpp"
#include "cli/values.hpp"
#include "cli/words.hpp"
#include "jiezhuan/base/text.hpp"

#include <algorithm>

namespace jiezhuan::cli {
namespace {

// Of the options that can stand before the words are known.
bool takes_next(const std::string& token) {
    for (const auto& rows : {common_options(), writing_options(), reading_options()}) {
        for (const OptionRow& row : rows) {
            if (row.name == token) {
                return row.type != OptionType::flag;
            }
        }
    }
    return false;
}

bool noun_known(CommandTable table, std::string_view noun) {
    return std::any_of(table.begin(), table.end(), [&](const CommandRow& row) { return row.noun == noun; });
}

const CommandRow* find(CommandTable table, std::string_view noun, std::string_view verb) {
    for (const CommandRow& row : table) {
        if (row.noun == noun && row.verb == verb) {
            return &row;
        }
    }
    return nullptr;
}

std::string quoted(const std::vector<std::string>& words, Lang lang) {
    std::string all;
    for (const std::string& word : words) {
        all += all.empty() ? "" : lang == Lang::zh ? "、" : ", ";
        all += lang == Lang::zh ? fmt::format("“{}”", word) : fmt::format("'{}'", word);
    }
    return all;
}

Message did_you_mean(const std::vector<std::string>& near, std::string_view help) {
    if (near.empty()) {
        return say({"全部命令见 {}", "for all of them see {}"}, help);
    }
    return {fmt::format("要写的可能是{}；全部命令见 {}", quoted(near, Lang::zh), help),
            fmt::format("did you mean {}? for all of them see {}", quoted(near, Lang::en), help)};
}

// Near nouns; where somebody typed a verb first, the commands that have it.
tl::unexpected<Error> unknown_noun(CommandTable table, const std::string& typed) {
    std::vector<std::string> words;
    std::vector<std::string> whole;
    for (const CommandRow& row : table) {
        if (words.empty() || words.back() != row.noun) {
            words.emplace_back(row.noun);
        }
        if (means_verb(typed, row.verb)) {
            whole.push_back(name_of(row));
        }
    }
    return fail(Exit::usage, say({"没有命令“{}”", "there is no command '{}'"}, as_typed(typed)),
                did_you_mean(whole.empty() ? nearest(typed, words) : whole, "jiezhuan --help"));
}

tl::unexpected<Error> unknown_verb(CommandTable table, const std::string& noun, const std::string& typed) {
    std::vector<std::string> verbs;
    for (const CommandRow& row : table) {
        if (row.noun == noun) {
            verbs.emplace_back(row.verb);
        }
    }
    if (typed == "help" || typed == "帮助") {
        return fail(Exit::usage, say({"“{}”没有动词“{}”", "'{}' has no verb '{}'"}, noun, typed),
                    say({"用法：jiezhuan {} --help", "its help: jiezhuan {} --help"}, noun));
    }
    const auto near = nearest(typed, verbs);
    return fail(Exit::usage, say({"“{}”没有动词“{}”", "'{}' has no verb '{}'"}, noun, as_typed(typed)),
                near.empty() ? Message(fmt::format("可用的动词：{}", quoted(verbs, Lang::zh)),
                                       fmt::format("its verbs: {}", quoted(verbs, Lang::en)))
                             : did_you_mean(near, fmt::format("jiezhuan {} --help", noun)));
}

class Selecting {
  public:
    explicit Selecting(CommandTable table) : table_(table) {}

    // A word: noun, then verb. An argument of the command where both are known.
    Result<void> word(const std::string& typed) {
        JZ_CHECK(check_hyphens(typed));
        if (said_.noun.empty()) {
            return first(typed);
        }
        for (const CommandRow& row : table_) {
            if (row.noun == said_.noun && means_verb(typed, row.verb)) {
                said_.command = &row;
            }
        }
        if (said_.command == nullptr) {
            return unknown_verb(table_, said_.noun, typed);
        }
        return {};
    }

    Selection& said() { return said_; }

  private:
    Result<void> first(const std::string& typed) {
        if (typed == "help" || typed == "帮助") {
            said_.help = true;
            return {};
        }
        if (const Shortcut whole = shortcut(typed); !whole.noun.empty()) {
            said_.noun = whole.noun;
            said_.command = find(table_, whole.noun, whole.verb);
        } else {
            said_.noun = noun_meant(typed);
            said_.command = find(table_, said_.noun, "");
        }
        if (!noun_known(table_, said_.noun)) {
            return unknown_noun(table_, typed);
        }
        return {};
    }

    CommandTable table_;
    Selection said_;
};

} // namespace

Result<Selection> select(CommandTable table, const std::vector<std::string>& args) {
    Selecting selecting(table);
    Selection& said = selecting.said();
    bool only_words = false;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const std::string& token = args[i];
        const bool option = !only_words && token.size() > 1 && token.front() == '-';
        if (said.command != nullptr) {
            said.rest.push_back(token);
        } else if (token == "--") {
            only_words = true;
        } else if (option && (token == "-h" || token == "--help")) {
            said.help = true;
        } else if (option && token == "--version") {
            said.version = true;
        } else if (option) {
            said.rest.push_back(token);
            if (takes_next(token) && i + 1 < args.size()) {
                said.rest.push_back(args[++i]);
            }
        } else {
            JZ_CHECK(selecting.word(token));
        }
    }
    return std::move(said);
}

std::string scan_value(const std::vector<std::string>& args, std::string_view option) {
    for (std::size_t i = 0; i < args.size() && args[i] != "--"; ++i) {
        if (args[i] == option && i + 1 < args.size()) {
            return args[i + 1];
        }
        if (args[i].starts_with(option) && args[i].size() > option.size() && args[i][option.size()] == '=') {
            return args[i].substr(option.size() + 1);
        }
    }
    return "";
}

} // namespace jiezhuan::cli
