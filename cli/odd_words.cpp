#include "cli/odd_words.hpp"

#include "cli/values.hpp"
#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"

#include <algorithm>

namespace jiezhuan::cli {
namespace {

bool long_dash(char32_t c) {
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 || c == 0xFF0D || c == 0xFE58;
}

bool is_option(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

// Does the option take the word behind it?
bool takes_value(std::string_view word, std::span<const OptionRow* const> options) {
    return std::any_of(options.begin(), options.end(), [&](const OptionRow* option) {
        return option->name == word && option->type != OptionType::flag;
    });
}

} // namespace

std::optional<std::string> with_hyphens(std::string_view word) {
    std::size_t name = 0;
    bool dashed = false;
    for (std::size_t at = 0; at < word.size(); name = at) {
        const char32_t c = next_code_point(word, at);
        if (c != '-' && !long_dash(c)) {
            break;
        }
        dashed = dashed || long_dash(c);
    }
    return dashed && name < word.size() ? std::optional("--" + std::string(word.substr(name))) : std::nullopt;
}

Result<void> check_hyphens(std::string_view word) {
    const auto meant = with_hyphens(word);
    if (!meant) {
        return {};
    }
    return fail(Exit::usage,
                say({"“{}”开头是长横线，选项前面是两个减号", "'{}' begins with a long dash; an option has two hyphens"},
                    as_typed(word)),
                say({"写作 {}（文字处理软件会把 -- 换成长横线：自己键入，不要粘贴）",
                     "write {} (word processors make a long dash of --: type it)"},
                    as_typed(*meant)));
}

std::string in_quotation_marks(const std::vector<std::string>& rest, std::string_view extra,
                               std::span<const OptionRow* const> options) {
    const auto found = std::find(rest.begin(), rest.end(), extra);
    auto first = found;
    while (first != rest.begin() && !is_option(*(first - 1))) {
        --first;
    }
    const auto last = std::find_if(found, rest.end(), is_option);
    if (found == rest.end() || last - first < 2) {
        return "";
    }
    std::string value;
    for (auto word = first; word != last; ++word) {
        value += (value.empty() ? "" : " ") + *word;
    }
    const bool of_option = first != rest.begin() && takes_value(*(first - 1), options);
    return as_typed((of_option ? *(first - 1) + " " : std::string()) + shell_word(value));
}

Error with_whole_command(Error error, const std::vector<std::string>& args) {
    const Error::Instead& instead = error.instead;
    const auto is_value = [&](const std::string& arg) {
        return arg.starts_with("--") && arg.ends_with("=" + instead.typed);
    };
    const auto found = std::find_if(args.begin(), args.end(),
                                    [&](const std::string& arg) { return arg == instead.typed || is_value(arg); });
    if (instead.typed.empty() || found == args.end()) {
        return error;
    }
    std::string command = "jiezhuan";
    for (auto arg = args.begin(); arg != args.end(); ++arg) {
        const std::size_t kept = arg == found ? arg->size() - instead.typed.size() : arg->size();
        command += " " + shell_word(arg->substr(0, kept) + (arg == found ? instead.meant : ""));
    }
    error.hint = error.hint.empty() ? say({"写作：{}", "write: {}"}, printable(command))
                                    : say({"{}；写作：{}", "{}; write: {}"}, error.hint, printable(command));
    return error;
}

} // namespace jiezhuan::cli
