#include "jiezhuan/config/toml_reading.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>

namespace jiezhuan::config {
namespace {

tl::unexpected<Error> missing(const toml::table& table, std::string_view key, std::string_view file) {
    return fail_at(table.source(), file, say({"缺少“{}”", "'{}' is missing"}, key));
}

tl::unexpected<Error> other_type(const toml::node& node, std::string_view key, std::string_view file, Text wanted) {
    return fail_at(node.source(), file,
                   Message(fmt::format("“{}”应为{}", printable(key), wanted.zh),
                           fmt::format("'{}' must be {}", printable(key), wanted.en)));
}

} // namespace

Result<toml::table> read_toml(std::string_view text, std::string_view file) {
    if (const auto at = first_invalid_utf8(text)) {
        const std::string_view before = text.substr(0, *at);
        const auto row = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1;
        return fail(Error{Exit::usage,
                          Text{"文件不是 UTF-8 编码", "the file is not UTF-8"},
                          Text{"用 UTF-8 另存：记事本“另存为”时，编码选 UTF-8（ANSI 是 GBK）",
                               "save it as UTF-8: in Notepad, Save As with the encoding UTF-8 (ANSI is GBK)"},
                          Position{std::string(file), row, 0, {}},
                          {}});
    }
    try {
        return toml::parse(text, file);
    } catch (const toml::parse_error& error) {
        return fail_at(
            error.source(), file,
            say({"这里的写法不合 TOML 的规则（原文：{}）", "not valid TOML: {}"}, printable(error.description())),
            Text{"核对这一行的引号、等号和方括号；文字要写在引号里",
                 "see to the quotes, equals signs and brackets of this line; texts stand in quotes"});
    }
}

tl::unexpected<Error> fail_at(const toml::source_region& where, std::string_view file, Message message, Message hint) {
    return fail(Error{Exit::usage,
                      std::move(message),
                      std::move(hint),
                      Position{std::string(file), where.begin.line, where.begin.column, {}},
                      {}});
}

Result<void> only_keys(const toml::table& table, std::span<const std::string> known, std::string_view file) {
    for (const auto& [key, node] : table) {
        bool found = false;
        for (const std::string& one : known) {
            found = found || one == key.str();
        }
        if (found) {
            continue;
        }
        const std::vector<std::string> near = nearest(key.str(), known, 1);
        return fail_at(key.source(), file, say({"不认识的项“{}”", "unknown key '{}'"}, printable(key.str())),
                       near.empty() ? Message() : say({"是不是“{}”？", "did you mean '{}'?"}, near.front()));
    }
    return {};
}

Result<std::string> text_at(const toml::table& table, std::string_view key, std::string_view file) {
    const toml::node* node = table.get(key);
    if (node == nullptr) {
        return missing(table, key, file);
    }
    const auto value = node->value_exact<std::string>();
    if (!value) {
        return other_type(*node, key, file, {"字符串", "a string"});
    }
    return *value;
}

Result<std::int64_t> integer_at(const toml::table& table, std::string_view key, std::int64_t least, std::int64_t most,
                                std::string_view file) {
    const toml::node* node = table.get(key);
    if (node == nullptr) {
        return missing(table, key, file);
    }
    const auto value = node->value_exact<std::int64_t>();
    if (!value) {
        return other_type(*node, key, file, {"整数", "an integer"});
    }
    if (*value < least || *value > most) {
        return fail_at(
            node->source(), file,
            say({"“{}”是 {}，应在 {} 到 {} 之间", "'{}' is {}, must be between {} and {}"}, key, *value, least, most));
    }
    return *value;
}

Result<bool> flag_at(const toml::table& table, std::string_view key, std::string_view file) {
    const toml::node* node = table.get(key);
    if (node == nullptr) {
        return missing(table, key, file);
    }
    const auto value = node->value_exact<bool>();
    if (!value) {
        return other_type(*node, key, file, {"true 或 false", "true or false"});
    }
    return *value;
}

} // namespace jiezhuan::config
