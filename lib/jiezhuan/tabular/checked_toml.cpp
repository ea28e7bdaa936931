#include "jiezhuan/tabular/checked_toml.hpp"

#include "jiezhuan/base/result.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace jiezhuan {

toml::table CheckedTable::parse(std::string_view text, std::string_view document) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        throw Bug{fmt::format("{}: line {}: {}", document, error.source().begin.line, error.description())};
    }
}

void CheckedTable::check(bool holds, std::string_view what) const {
    if (!holds) {
        throw Bug{fmt::format("{}: {}", document_, what)};
    }
}

void CheckedTable::known_keys(std::initializer_list<std::string_view> known) const {
    for (const auto& [key, value] : table_) {
        check(std::find(known.begin(), known.end(), key.str()) != known.end(),
              fmt::format("unknown key {}", key.str()));
    }
}

std::string CheckedTable::text(std::string_view key) const {
    const auto text = table_[key].value_exact<std::string>();
    check(text.has_value() && !text->empty(), fmt::format("{} is missing or no text", key));
    return *text;
}

const toml::array* CheckedTable::array(std::string_view key) const {
    const toml::array* found = table_[key].as_array();
    check(found != nullptr || !has(key), fmt::format("{} is no list", key));
    return found;
}

std::vector<std::string> CheckedTable::texts_in(const toml::array& array, std::string_view key) const {
    std::vector<std::string> list;
    for (const toml::node& node : array) {
        const auto text = node.value_exact<std::string>();
        check(text.has_value() && !text->empty(), fmt::format("{} holds something else than texts", key));
        list.push_back(*text);
    }
    return list;
}

std::vector<std::string> CheckedTable::texts(std::string_view key) const {
    const toml::array* found = array(key);
    return found == nullptr ? std::vector<std::string>() : texts_in(*found, key);
}

std::vector<std::vector<std::string>> CheckedTable::lists(std::string_view key) const {
    std::vector<std::vector<std::string>> all;
    if (const toml::array* found = array(key)) {
        for (const toml::node& node : *found) {
            check(node.is_array(), fmt::format("{} holds something else than lists", key));
            all.push_back(texts_in(*node.as_array(), key));
        }
    }
    return all;
}

std::vector<CheckedTable> CheckedTable::tables(std::string_view key) const {
    std::vector<CheckedTable> all;
    if (const toml::array* found = array(key)) {
        for (const toml::node& node : *found) {
            check(node.is_table(), fmt::format("{} holds something else than tables", key));
            all.emplace_back(*node.as_table(), document_);
        }
    }
    return all;
}

bool CheckedTable::flag(std::string_view key) const {
    const auto flag = table_[key].value_exact<bool>();
    check(flag.has_value() || !has(key), fmt::format("{} is neither true nor false", key));
    return flag.value_or(false);
}

CheckedTable CheckedTable::table(std::string_view key) const {
    const toml::table* found = table_[key].as_table();
    check(found != nullptr, fmt::format("{} is missing or no table", key));
    return {*found, document_};
}

} // namespace jiezhuan
