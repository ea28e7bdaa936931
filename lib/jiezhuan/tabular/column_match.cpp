#include "jiezhuan/tabular/column_match.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/tabular/header.hpp"

#include <algorithm>
#include <fmt/ranges.h>
#include <set>

namespace jiezhuan {

HeaderIndex::HeaderIndex(const ImportSchema& schema, const ColumnMap& map) {
    for (std::size_t i = 0; i < schema.columns.size(); ++i) {
        for (const std::string& key : header_keys(schema.columns[i])) {
            meanings_[key].fields.push_back(i);
        }
    }
    for (std::size_t i = 0; i < map.size(); ++i) {
        HeaderMeaning& meaning = meanings_[map[i].key];
        meaning.ignored = !map[i].column;
        meaning.fields.clear();
        if (map[i].column) {
            meaning.fields.push_back(*map[i].column);
        }
        meaning.mapping = i;
    }
}

HeaderMeaning HeaderIndex::meaning(std::string_view header) const {
    const std::string key = folded_header(header);
    if (is_reject_column(key)) {
        return {true, {}, {}};
    }
    for (const std::string& spelling : {key, without_remark(key)}) {
        if (const auto found = meanings_.find(spelling); found != meanings_.end() && !spelling.empty()) {
            return found->second;
        }
    }
    return {};
}

std::size_t HeaderIndex::recognised(std::span<const std::string_view> cells) const {
    std::set<std::size_t> fields;
    for (const std::string_view cell : cells) {
        const HeaderMeaning found = meaning(cell);
        fields.insert(found.fields.begin(), found.fields.end());
    }
    return fields.size();
}

namespace {

constexpr Text kUseMap = {"请改正表头，或用 --map 文件说明各列的含义",
                          "correct the header, or say with --map FILE what the columns mean"};

// Numbers of persons, dates: where there is no header the first row is one of data, and nothing of a person is repeated.
bool many_digits(std::string_view cell) {
    constexpr std::ptrdiff_t kMany = 4;
    return std::count_if(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; }) >= kMany;
}

std::string shown(std::string_view header) {
    constexpr int kWidest = 24;
    return fmt::format("“{}”", truncated(printable(trimmed(header)), kWidest));
}

// Of several fields the one whose words stand in the column most often; the first where none does.
std::size_t decide(const std::vector<std::size_t>& fields, std::size_t file_column, const ImportSchema& schema,
                   const CountWords& count_words) {
    if (fields.size() == 1) {
        return fields.front();
    }
    std::size_t best = fields.front();
    std::size_t most = 0;
    for (const std::size_t field : fields) {
        const std::size_t words = count_words(file_column, schema.columns[field]);
        if (words > most) {
            best = field;
            most = words;
        }
    }
    return best;
}

tl::unexpected<Error> two_for_one(const ImportSchema& schema, const std::vector<std::string>& header, Position where,
                                  std::size_t field, std::size_t first, std::size_t second) {
    const Message& title = schema.columns[field].title;
    where.column = second + 1;
    where.column_title = header[second];
    return fail(Error{Exit::invalid_input,
                      {fmt::format("第 {} 列{}和第 {} 列{}都是“{}”", first + 1, shown(header[first]), second + 1,
                                   shown(header[second]), title.zh),
                       fmt::format("columns {} {} and {} {} both mean '{}'", first + 1, shown(header[first]),
                                   second + 1, shown(header[second]), title.en)},
                      Text{"请删去其中一列，或用 --map 文件把其中一列写为 \"\"（不用）",
                           "remove one of them, or leave one out with \"\" in a --map FILE"},
                      std::move(where),
                      {}});
}

// The title of a missing field, with the unknown headers that are near to one of its spellings.
std::string missing_field(const ImportColumn& column, const std::vector<std::string>& unknown, Lang lang) {
    std::vector<std::string> near;
    for (const std::string& key : header_keys(column)) {
        for (const std::string& header : nearest(key, unknown, 1)) {
            if (std::find(near.begin(), near.end(), shown(header)) == near.end()) {
                near.push_back(shown(header));
            }
        }
    }
    if (near.empty()) {
        return column.title.in(lang);
    }
    const Message message = say({"{}（文件中相近的表头：{}）", "{} (near to it in the file: {})"},
                                column.title.in(lang), fmt::join(near, ", "));
    return message.in(lang);
}

std::vector<std::string> missing_fields(const ImportSchema& schema, const ColumnMatch& match,
                                        const std::vector<std::string>& unknown, Lang lang) {
    std::vector<std::string> missing;
    const auto there = [&](std::size_t field) { return match.column_of[field] != kNoColumn; };
    for (std::size_t field = 0; field < schema.columns.size(); ++field) {
        if (schema.columns[field].required && !there(field)) {
            missing.push_back(missing_field(schema.columns[field], unknown, lang));
        }
    }
    for (const std::vector<std::size_t>& group : schema.one_of) {
        if (std::none_of(group.begin(), group.end(), there)) {
            std::vector<std::string> titles;
            for (const std::size_t field : group) {
                titles.push_back(missing_field(schema.columns[field], unknown, lang));
            }
            missing.push_back(fmt::format("{}", fmt::join(titles, lang == Lang::zh ? " 或 " : " or ")));
        }
    }
    return missing;
}

Result<void> require_fields(const ImportSchema& schema, const ColumnMatch& match,
                            const std::vector<std::string>& header, const Position& where) {
    std::vector<std::string> unknown;
    for (const std::size_t column : match.unknown) {
        unknown.push_back(folded_header(header[column]));
    }
    const auto list = [&](Lang lang, std::string_view between) {
        return fmt::format("{}", fmt::join(missing_fields(schema, match, unknown, lang), between));
    };
    const std::string zh = list(Lang::zh, ";");
    if (zh.empty()) {
        return {};
    }
    return fail(Error{Exit::invalid_input,
                      {"IN-02 缺少必需的列：" + zh, "IN-02 required columns are missing: " + list(Lang::en, "; ")},
                      kUseMap,
                      where,
                      {}});
}

// What stands between the titles of a header that was read as one column, where it is no separator of CSV.
std::string_view odd_separator(const HeaderIndex& index, const std::vector<std::string>& header) {
    for (const std::string_view sign : {"，", "、", "；", "｜", "|"}) {
        for (const std::string& cell : header) {
            std::vector<std::string_view> titles;
            for (std::size_t at = 0; at != std::string::npos;) {
                const std::size_t end = cell.find(sign, at);
                titles.push_back(std::string_view(cell).substr(at, end == std::string::npos ? end : end - at));
                at = end == std::string::npos ? end : end + sign.size();
            }
            if (index.recognised(titles) >= 2) {
                return sign;
            }
        }
    }
    return {};
}

Result<void> require_header(const HeaderIndex& index, const ColumnMatch& match, const std::vector<std::string>& header,
                            const Position& where) {
    const bool any =
        std::any_of(match.field_of.begin(), match.field_of.end(), [](std::size_t field) { return field != kNoColumn; });
    if (any) {
        return {};
    }
    if (const std::string_view sign = odd_separator(index, header); !sign.empty()) {
        return fail(Error{Exit::invalid_input,
                          say({"IN-02 各列之间是“{}”，不是英文逗号，整行读成了一列",
                               "IN-02 the columns are separated by '{}', no comma: the row was read as one column"},
                              sign),
                          say({"把列与列之间的“{}”全部替换为英文逗号“,”；或用表格软件另存为 CSV",
                               "replace every '{}' between columns by ','; or save it as CSV with a spreadsheet"},
                              sign),
                          where,
                          {}});
    }
    if (std::any_of(header.begin(), header.end(), many_digits)) {
        return fail(
            Error{Exit::invalid_input,
                  say({"IN-02 无法识别表头：前 10 行中没有一行含有可识别的列（第 {} 行像是数据，不是表头）",
                       "IN-02 no header: none of the first 10 rows has a column that is known (row {} looks like "
                       "data, not like a header)"},
                      where.row),
                  kUseMap,
                  where,
                  {}});
    }
    constexpr std::size_t kShown = 5;
    std::vector<std::string> cells;
    for (const std::string& cell : header) {
        if (!trimmed(cell).empty() && cells.size() < kShown) {
            cells.push_back(shown(cell));
        }
    }
    return fail(Error{Exit::invalid_input,
                      say({"IN-02 无法识别表头：前 10 行中没有一行含有可识别的列（第 {} 行是 {}）",
                           "IN-02 no header: none of the first 10 rows has a column that is known (row {} is {})"},
                          where.row, fmt::join(cells, " ")),
                      kUseMap,
                      where,
                      {}});
}

std::vector<std::string> unused(const ColumnMap& map, const std::set<std::size_t>& used) {
    std::vector<std::string> headers;
    for (std::size_t i = 0; i < map.size(); ++i) {
        if (!used.contains(i)) {
            headers.push_back(map[i].header);
        }
    }
    return headers;
}

} // namespace

Result<ColumnMatch> match_columns(const ImportSchema& schema, const ColumnMap& map,
                                  const std::vector<std::string>& header, const Position& where,
                                  const CountWords& count_words) {
    const HeaderIndex index(schema, map);
    ColumnMatch match;
    match.field_of.assign(header.size(), kNoColumn);
    match.column_of.assign(schema.columns.size(), kNoColumn);
    match.ignored.assign(header.size(), false);
    std::set<std::size_t> used_mappings;
    for (std::size_t column = 0; column < header.size(); ++column) {
        const HeaderMeaning meaning = index.meaning(header[column]);
        match.ignored[column] = meaning.ignored;
        if (meaning.mapping) {
            used_mappings.insert(*meaning.mapping);
        }
        if (!meaning.fields.empty()) {
            const std::size_t field = decide(meaning.fields, column, schema, count_words);
            if (match.column_of[field] != kNoColumn) {
                return two_for_one(schema, header, where, field, match.column_of[field], column);
            }
            match.column_of[field] = column;
            match.field_of[column] = field;
        } else if (!meaning.ignored && !trimmed(header[column]).empty()) {
            match.unknown.push_back(column);
        }
    }
    match.unused_mappings = unused(map, used_mappings);
    JZ_CHECK(require_header(index, match, header, where));
    JZ_CHECK(require_fields(schema, match, header, where));
    return match;
}

} // namespace jiezhuan
