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

namespace detail {

template <class T> constexpr bool kBilingual = std::is_same_v<T, Text> || std::is_same_v<T, Message>;

// What the formatter gets of an argument: of a bilingual one the string of the language, any other as it is.
template <class T> using Said = std::conditional_t<kBilingual<std::remove_cvref_t<T>>, std::string_view, T>;

template <class T> [[nodiscard]] constexpr const T& said(const T& value, Lang /*lang*/) { return value; }
[[nodiscard]] constexpr std::string_view said(const Text& value, Lang lang) { return value.in(lang); }
[[nodiscard]] inline std::string_view said(const Message& value, Lang lang) { return value.in(lang); }

template <class... Shown> [[nodiscard]] std::string formatted(fmt::string_view format, const Shown&... shown) {
    return fmt::vformat(format, fmt::make_format_args(shown...));
}

} // namespace detail

template <class... Args> struct MessageFormat {
    fmt::format_string<detail::Said<Args>...> zh;
    fmt::format_string<detail::Said<Args>...> en;
};

// Formats both languages from the same arguments: say({"第{}行", "row {}"}, row). A Text or Message speaks the language of each.
template <class... Args>
[[nodiscard]] Message say(std::type_identity_t<MessageFormat<Args...>> format, Args&&... args) {
    return {detail::formatted(format.zh, detail::said(args, Lang::zh)...),
            detail::formatted(format.en, detail::said(args, Lang::en)...)};
}

} // namespace jiezhuan
