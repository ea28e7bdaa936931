#include "jiezhuan/tabular/column_map.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/tabular/header.hpp"

#include <algorithm>
#include <fmt/ranges.h>
#include <toml++/toml.h>

namespace jiezhuan {
namespace {

constexpr Text kExample = {
    R"~(每行写成 "您的表头" = "栏目"，两边都加英文引号，例如 "证件号" = "公民身份号码"；栏目为空表示不用这一列)~",
    R"~(write lines such as "your header" = "citizen_id", both in quotation marks; an empty one leaves a column out)~"};

tl::unexpected<Error> refuse(const std::string& file, const toml::source_region& where, Message what, Message hint) {
    return fail(
        Error{Exit::usage, std::move(what), std::move(hint), {file, where.begin.line, where.begin.column, {}}, {}});
}

// By id, by title in either language, or by a spelling that a header may have and that means nothing else.
std::optional<std::size_t> column_meant(std::string_view typed, const ImportSchema& schema) {
    if (const auto index = schema.index_of(typed)) {
        return index;
    }
    const std::string folded = folded_header(typed);
    std::optional<std::size_t> meant;
    for (std::size_t index = 0; index < schema.columns.size(); ++index) {
        const ImportColumn& column = schema.columns[index];
        if (folded == folded_header(column.title.zh) || folded == folded_header(column.title.en)) {
            return index;
        }
        const std::vector<std::string> keys = header_keys(column);
        if (std::find(keys.begin(), keys.end(), folded) != keys.end()) {
            if (meant) {
                return std::nullopt;
            }
            meant = index;
        }
    }
    return meant;
}

// "公民身份号码(citizen_id)"
std::string named(const ImportColumn& column, Lang lang) {
    return lang == Lang::zh ? fmt::format("{}({})", column.title.zh, column.id) : column.id;
}

Message hint_for(std::string_view typed, const ImportSchema& schema) {
    std::vector<std::string> words;
    for (const ImportColumn& column : schema.columns) {
        words.insert(words.end(), {column.id, column.title.zh});
    }
    const std::vector<std::string> near = nearest(typed, words);
    std::vector<std::string> zh;
    std::vector<std::string> en;
    for (const ImportColumn& column : schema.columns) {
        const auto is_near = [&](const std::string& word) { return word == column.id || word == column.title.zh; };
        if (near.empty() || std::any_of(near.begin(), near.end(), is_near)) {
            zh.push_back(named(column, Lang::zh));
            en.push_back(named(column, Lang::en));
        }
    }
    return near.empty() ? Message(fmt::format("可以写的栏目：{}", fmt::join(zh, "、")),
                                  fmt::format("there are: {}", fmt::join(en, ", ")))
                        : Message(fmt::format("是不是：{}", fmt::join(zh, "、")),
                                  fmt::format("did you mean: {}", fmt::join(en, ", ")));
}

} // namespace

Result<ColumnMap> parse_column_map(std::string_view toml, const std::string& file, const ImportSchema& schema) {
    toml::table table;
    try {
        table = toml::parse(toml);
    } catch (const toml::parse_error& error) {
        return refuse(
            file, error.source(),
            say({"这里的写法不合 TOML 的规则（原文：{}）", "not valid TOML: {}"}, printable(error.description())),
            kExample);
    }
    ColumnMap map;
    for (const auto& [key, value] : table) {
        const auto id = value.value_exact<std::string>();
        if (!id) {
            return refuse(file, value.source(),
                          Text{"等号右边应是加引号的栏目", "a column is named in quotation marks"}, kExample);
        }
        const auto column = column_meant(*id, schema);
        if (!column && !id->empty()) {
            return refuse(file, value.source(), say({"没有栏目“{}”", "there is no column '{}'"}, printable(*id)),
                          hint_for(*id, schema));
        }
        std::string folded = folded_header(key.str());
        if (std::any_of(map.begin(), map.end(), [&](const ColumnMapping& each) { return each.key == folded; })) {
            return refuse(file, key.source(),
                          say({"表头“{}”写了两次", "the header '{}' stands twice"}, printable(key.str())),
                          Text{"请删去其中一行", "remove one of the lines"});
        }
        map.push_back({std::string(key.str()), std::move(folded), column});
    }
    return map;
}

Result<ColumnMap> read_column_map(const std::string& path, const ImportSchema& schema) {
    constexpr std::uint64_t kMost = 1U << 20U;
    JZ_TRY(text, read_file(path, kMost));
    return parse_column_map(text, path, schema);
}

} // namespace jiezhuan
