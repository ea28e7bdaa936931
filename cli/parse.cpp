#include "cli/parse.hpp"

#include "cli/odd_words.hpp"
#include "cli/values.hpp"
#include "jiezhuan/base/text.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace jiezhuan::cli {
namespace {

using Options = std::vector<const OptionRow*>;

const OptionRow* named(const Options& options, std::string_view name) {
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const OptionRow* o) { return o->name == name; });
    return found == options.end() ? nullptr : *found;
}

tl::unexpected<Error> usage(const CommandRow& command, Message message, Message hint = {}) {
    if (hint.empty()) {
        hint = say({"用法见 jiezhuan {} --help", "see jiezhuan {} --help"}, name_of(command));
    }
    return fail(Exit::usage, std::move(message), std::move(hint));
}

tl::unexpected<Error> needs_value(const CommandRow& command, const OptionRow& option) {
    return usage(command, say({"{} 后面要有一个值", "{} needs a value"}, option.name),
                 Message(fmt::format("写作 {} {}", option.name, value_name(option, Lang::zh)),
                         fmt::format("write {} {}", option.name, value_name(option, Lang::en))));
}

// Commands of the same noun that do have it: "member add, member correct".
std::string others_with(const CommandRow& command, std::string_view option) {
    std::string names;
    for (const CommandRow& row : command_table()) {
        const bool has = std::any_of(row.options.begin(), row.options.end(),
                                     [&](const OptionRow& one) { return one.name == option; });
        if (has && row.noun == command.noun && row.verb != command.verb && !row.verb.empty()) {
            names += (names.empty() ? "" : ", ") + name_of(row);
        }
    }
    return names;
}

tl::unexpected<Error> unknown_option(const CommandRow& command, const Options& options, const std::string& typed) {
    std::vector<std::string> names;
    for (const OptionRow* option : options) {
        if (!is_positional(*option)) {
            names.emplace_back(option->name);
        }
    }
    const std::string name = typed.substr(0, typed.find('='));
    const auto near = nearest(name, names, 1);
    Message hint;
    if (const std::string others = others_with(command, name); !others.empty()) {
        hint = say({"这一项用在：{}；本命令的选项见 jiezhuan {} --help",
                    "it belongs to: {}; for the options here see jiezhuan {} --help"},
                   others, name_of(command));
    } else if (!near.empty()) {
        hint = say({"要写的可能是 {}；全部选项见 jiezhuan {} --help",
                    "did you mean {}? for all options see jiezhuan {} --help"},
                   near.front(), name_of(command));
    }
    return usage(command,
                 say({"jiezhuan {} 没有选项“{}”", "jiezhuan {} has no option '{}'"}, name_of(command), as_typed(name)),
                 std::move(hint));
}

Result<void> check_flags(const CommandRow& command, const Options& options, const std::vector<std::string>& rest) {
    for (const std::string& token : rest) {
        const OptionRow* option = named(options, std::string_view(token).substr(0, token.find('=')));
        if (option != nullptr && option->type == OptionType::flag && token.find('=') != std::string::npos) {
            return usage(command, say({"{} 不带值", "{} takes no value"}, option->name));
        }
    }
    return {};
}

// CLI11 takes the next argument for the value in "--name=": an empty value is made an argument of its own.
std::vector<std::string> with_empty_values(const Options& options, const std::vector<std::string>& rest) {
    std::vector<std::string> tokens;
    for (const std::string& token : rest) {
        if (token.ends_with('=') && named(options, std::string_view(token).substr(0, token.size() - 1)) != nullptr) {
            tokens.push_back(token.substr(0, token.size() - 1));
            tokens.emplace_back();
        } else {
            tokens.push_back(token);
        }
    }
    return tokens;
}

// What CLI11 makes of the tokens: the values of options, and what is none.
struct Taken {
    Args::Values values;
    std::vector<std::string> words;
    bool help = false;
};

Result<Taken> take(const CommandRow& command, const Options& options, const std::vector<std::string>& rest) {
    CLI::App app;
    app.set_help_flag("-h,--help");
    app.allow_extras();
    std::vector<std::pair<const OptionRow*, CLI::Option*>> known;
    for (const OptionRow* option : options) {
        const std::string name(option->name);
        if (is_positional(*option)) {
            continue;
        }
        CLI::Option* made = option->type == OptionType::flag ? app.add_flag(name) : app.add_option(name)->expected(1);
        known.emplace_back(option, made->multi_option_policy(CLI::MultiOptionPolicy::TakeAll));
    }
    Taken taken;
    try {
        std::vector<std::string> tokens = with_empty_values(options, rest);
        std::reverse(tokens.begin(), tokens.end());
        app.parse(std::move(tokens));
    } catch (const CLI::CallForHelp&) {
        taken.help = true;
        return taken;
    } catch (const CLI::ArgumentMismatch&) { // the last token is an option that lacks its value
        const OptionRow* last = named(options, rest.back());
        ensure(last != nullptr, "an argument mismatch that is no missing value");
        return needs_value(command, *last);
    } catch (const CLI::ParseError& error) {
        throw Bug{fmt::format("CLI11 refuses what the table allows: {}", error.get_name())};
    }
    for (const auto& [option, made] : known) {
        if (made->count() > 0) {
            taken.values.emplace(option->name, made->results());
        }
    }
    taken.words = app.remaining();
    return taken;
}

Result<void> check_count(const CommandRow& command, const OptionRow& option, const std::vector<std::string>& values,
                         const Options& options) {
    if (option.type == OptionType::flag) {
        return {};
    }
    if (values.size() > 1 && !option.many) {
        return usage(command, say({"{} 只能写一次", "{} may be given once"}, option.name));
    }
    for (const std::string& value : values) {
        if (value.starts_with("--") && named(options, value) != nullptr) {
            return needs_value(command, option);
        }
    }
    return {};
}

tl::unexpected<Error> one_too_many(const CommandRow& command, const Options& options,
                                   const std::vector<std::string>& rest, const std::string& extra) {
    const std::string quoted = in_quotation_marks(rest, extra, options);
    const Message help = say({"用法见 jiezhuan {} --help", "see jiezhuan {} --help"}, name_of(command));
    return usage(command, say({"多出参数“{}”", "'{}' is one argument too many"}, as_typed(extra)),
                 quoted.empty() ? help
                                : say({"中间有空格的，用引号括起来：{}；{}",
                                       "what has a blank in it stands in quotation marks: {}; {}"},
                                      quoted, help));
}

Result<void> take_positionals(const CommandRow& command, const Options& options, const std::vector<std::string>& rest,
                              Taken& taken) {
    std::vector<std::string> words;
    bool only_words = false;
    for (std::string& word : taken.words) {
        if (!only_words && word == "--") {
            only_words = true;
        } else if (!only_words && word.size() > 1 && word.front() == '-') {
            return unknown_option(command, options, word);
        } else {
            JZ_CHECK(only_words ? Result<void>() : check_hyphens(word));
            words.push_back(std::move(word));
        }
    }
    std::size_t next = 0;
    for (const OptionRow* option : options) {
        if (is_positional(*option) && next < words.size()) {
            const std::size_t end = option->many ? words.size() : next + 1;
            const auto first = words.begin() + static_cast<std::ptrdiff_t>(next);
            taken.values[std::string(option->name)] = {first, words.begin() + static_cast<std::ptrdiff_t>(end)};
            next = end;
        }
    }
    if (next < words.size()) {
        return one_too_many(command, options, rest, words[next]);
    }
    return {};
}

Result<void> check_required(const CommandRow& command, const Options& options, const Args::Values& values) {
    for (const OptionRow* option : options) {
        if (option->required && !values.contains(option->name)) {
            const auto what = [&](Lang lang) {
                return is_positional(*option) ? argument_name(*option, lang)
                                              : fmt::format("{} {}", option->name, value_name(*option, lang));
            };
            return usage(command, Message(fmt::format("缺少 {}：{}", what(Lang::zh), option->help.zh),
                                          fmt::format("{} is missing: {}", what(Lang::en), option->help.en)));
        }
    }
    return {};
}

} // namespace

Result<std::optional<Args>> parse(const CommandRow& command, const std::vector<std::string>& rest) {
    const Options options = options_of(command);
    JZ_CHECK(check_flags(command, options, rest));
    JZ_TRY(taken, take(command, options, rest));
    if (taken.help) {
        return std::optional<Args>();
    }
    for (const auto& [name, values] : taken.values) {
        JZ_CHECK(check_count(command, *named(options, name), values, options));
    }
    JZ_CHECK(take_positionals(command, options, rest, taken));
    JZ_CHECK(check_required(command, options, taken.values));
    for (auto& [name, values] : taken.values) {
        for (std::string& value : values) {
            JZ_TRY(canonical, checked_value(*named(options, name), value));
            value = canonical;
        }
    }
    return std::optional(Args(command, std::move(taken.values)));
}

} // namespace jiezhuan::cli
