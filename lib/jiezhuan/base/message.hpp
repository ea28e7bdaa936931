// Texts for people, in Chinese and English side by side. Both languages are required by the compiler.
#pragma once

#include <fmt/core.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace jiezhuan {

enum class Lang { zh, en };

// A fixed text in both languages.
struct Text {
    std::string_view zh;
    std::string_view en;

    constexpr Text(std::string_view chinese, std::string_view english) : zh(chinese), en(english) {}

    [[nodiscard]] constexpr std::string_view in(Lang lang) const { return lang == Lang::zh ? zh : en; }
};

// A text in both languages that was made at run time.
struct Message {
    std::string zh;
    std::string en;

    Message() = default;
    Message(std::string chinese, std::string english) : zh(std::move(chinese)), en(std::move(english)) {}
    Message(Text text) : zh(text.zh), en(text.en) {} // NOLINT(google-explicit-constructor): a Text is a Message

    [[nodiscard]] const std::string& in(Lang lang) const { return lang == Lang::zh ? zh : en; }
    [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
    bool operator==(const Message&) const = default;
};

template <class... Args> struct MessageFormat {
    fmt::format_string<Args...> zh;
    fmt::format_string<Args...> en;
};

// Formats both languages from the same arguments: say({"第{}行", "row {}"}, row).
template <class... Args>
[[nodiscard]] Message say(std::type_identity_t<MessageFormat<Args...>> format, Args&&... args) {
    return {fmt::vformat(format.zh, fmt::make_format_args(args...)),
            fmt::vformat(format.en, fmt::make_format_args(args...))};
}

} // namespace jiezhuan
