#include "jiezhuan/base/shell.hpp"

#include "jiezhuan/base/text.hpp"

namespace jiezhuan {
namespace {

constexpr std::string_view kSpecial = " \t\n&|;<>()$`*?[]{}!#~\"'\\";

bool one_word(std::string_view word) {
    return !word.empty() && word.find_first_of(kSpecial) == std::string_view::npos &&
           word.find("\u3000") == std::string_view::npos;
}

std::string quoted(std::string_view word) {
    std::string out = "'";
    for (const char c : word) {
        out += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return out + "'";
}

} // namespace

std::string shell_word(std::string_view word) {
    std::string shown = printable(word);
    if (one_word(shown)) {
        return shown;
    }
    const std::size_t equals = shown.find('=');
    if (shown.starts_with("--") && equals != std::string::npos && one_word(shown.substr(0, equals))) {
        return shown.substr(0, equals + 1) + quoted(shown.substr(equals + 1));
    }
    return quoted(shown);
}

} // namespace jiezhuan
