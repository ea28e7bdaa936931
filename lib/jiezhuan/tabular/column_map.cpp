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
    R"~(每行写成 "您的表头" = "字段名"，例如 "证件号" = "citizen_id"；字段名为空表示不用这一列)~",
    R"~(write lines such as "your header" = "citizen_id"; an empty field id leaves a column out)~"}; // namespace

tl::unexpected<Error> refuse(const std::string& file, const toml::source_region& where, Message what, Message hint) {
    return fail(
        Error{Exit::usage, std::move(what), std::move(hint), {file, where.begin.line, where.begin.column, {}}, {}});
}

Message hint_for(std::string_view typed, const ImportSchema& schema) {
    std::vector<std::string> ids;
    for (const ImportColumn& column : schema.columns) {
        ids.push_back(column.id);
    }
    const std::vector<std::string> near = nearest(typed, ids);
    return near.empty() ? say({"可用的字段名：{}", "field ids: {}"}, fmt::join(ids, ", "))
                        : say({"是不是：{}", "did you mean: {}"}, fmt::join(near, ", "));
}

} // namespace

Result<ColumnMap> parse_column_map(std::string_view toml, const std::string& file, const ImportSchema& schema) {
    toml::table table;
    try {
        table = toml::parse(toml);
    } catch (const toml::parse_error& error) {
        return refuse(
            file, error.source(),
            say({"表头映射文件不是有效的 TOML：{}", "the column map is not valid TOML: {}"}, error.description()),
            kExample);
    }
    ColumnMap map;
    for (const auto& [key, value] : table) {
        const auto id = value.value_exact<std::string>();
        if (!id) {
            return refuse(file, value.source(), Text{"映射的字段名应是一段文字", "a field id must be a text"},
                          kExample);
        }
        const auto column = schema.index_of(*id);
        if (!column && !id->empty()) {
            return refuse(file, value.source(), say({"没有字段“{}”", "there is no field '{}'"}, printable(*id)),
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
