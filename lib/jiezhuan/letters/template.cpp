#include "jiezhuan/letters/template.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/letters/markup.hpp"

#include <algorithm>
#include <kainjow/mustache.hpp>

namespace jiezhuan {

namespace {

auto broken(Text why, std::string_view name) {
    const std::string shown = printable(name);
    return fail(Exit::internal, {fmt::format("版式有误：{}「{}」", why.zh, shown),
                                 fmt::format("the template is wrong: {} ({})", why.en, shown)});
}

bool is_variable(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

// Names of the {{variables}}; nothing else but remarks may stand in braces.
Result<std::set<std::string, std::less<>>> tags_of(std::string_view text) {
    std::set<std::string, std::less<>> names;
    for (std::size_t at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at)) {
        const std::size_t end = text.find("}}", at);
        if (end == std::string_view::npos) {
            return broken({"标签没有结尾", "a tag without an end"}, text.substr(at, 20));
        }
        const std::string_view name = trimmed(text.substr(at + 2, end - at - 2));
        at = end + 2;
        if (name.starts_with('!')) {
            continue;
        }
        if (!is_variable(name)) {
            return broken({"不是变量", "not a variable"}, name);
        }
        names.insert(std::string(name));
    }
    return names;
}

Result<std::string> printable_value(std::string_view name, std::string_view value) {
    if (first_invalid_utf8(value) || first_unprintable(value)) {
        return fail(Exit::invalid_input,
                    say({"「{}」中有不能印在纸上的字符：{}", "{} holds characters that cannot be printed: {}"}, name,
                        printable(value)),
                    {"请更正后重新开具", "correct it and issue again"});
    }
    std::string line;
    for (const char c : trimmed(value)) {
        const bool blank = c == '\n' || c == '\r' || c == '\t';
        if (!blank) {
            line += c;
        } else if (!line.ends_with(' ')) {
            line += ' ';
        }
    }
    return line;
}

} // namespace

Result<Template> Template::parse(std::string_view text) {
    JZ_TRY(variables, tags_of(text));
    if (text.find(kFieldBegin) != std::string_view::npos || text.find(kFieldEnd) != std::string_view::npos) {
        return broken({"含有控制字符", "a control character"}, "");
    }
    kainjow::mustache::mustache compiled{std::string(text)};
    if (!compiled.is_valid()) {
        return broken({"语法错误", "syntax"}, compiled.error_message());
    }
    Template made;
    made.text_ = std::string(text);
    made.variables_ = std::move(variables);
    std::map<std::string, std::string, std::less<>> empty;
    for (const std::string& name : made.variables_) {
        empty[name];
    }
    JZ_CHECK(made.fill(empty));
    return made;
}

Result<LetterDocument> Template::fill(const std::map<std::string, std::string, std::less<>>& values) const {
    kainjow::mustache::data data;
    for (const std::string& name : variables_) {
        const auto value = values.find(name);
        if (value == values.end()) {
            return broken({"变量没有值", "a variable without a value"}, name);
        }
        JZ_TRY(line, printable_value(name, value->second));
        data.set(name, line);
    }
    kainjow::mustache::mustache compiled{text_};
    compiled.set_custom_escape([](const std::string& value) { return kFieldBegin + value + kFieldEnd; });
    const std::string filled = compiled.render(data);
    if (!compiled.is_valid()) {
        return broken({"语法错误", "syntax"}, compiled.error_message());
    }
    return parse_markup(filled);
}

Result<void> lint(const Template& checked, const std::set<std::string, std::less<>>& declared,
                  const std::set<std::string, std::less<>>& required) {
    for (const std::string& name : checked.variables()) {
        if (!declared.contains(name)) {
            return broken({"变量未登记", "a variable that is not declared"}, name);
        }
    }
    for (const std::string& name : required) {
        if (!checked.variables().contains(name)) {
            return broken({"必填变量未使用", "a required variable that is not used"}, name);
        }
    }
    return {};
}

} // namespace jiezhuan
