#include "jiezhuan/report/view.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

namespace jiezhuan {
namespace {

std::vector<std::size_t> first_numbers(std::size_t count) {
    std::vector<std::size_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    return numbers;
}

// Compared in this order; for a number the text is empty, for an identifier it is the letter of its kind.
struct SortKey {
    bool absent = false;
    bool text_only = false;
    std::string text;
    std::int64_t number = 0;

    [[nodiscard]] auto tied() const { return std::tie(text_only, text, number); }
};

SortKey key_of(const Cell& cell, ColumnType type) {
    if (cell.absent()) {
        return {true, false, {}, 0};
    }
    if (const std::int64_t* number = cell.number()) {
        return {false, false, {}, *number};
    }
    std::string text = cell.machine();
    if (type == ColumnType::id) {
        if (const auto id = parse_id(text)) {
            return {false, false, std::string(1, name_of(id->kind).letter), id->value};
        }
    }
    return {false, true, std::move(text), 0};
}

} // namespace

View::View(const RowSet& set)
    : set_(&set), columns_(first_numbers(set.columns.size())), rows_(first_numbers(set.rows.size())) {
    ensure(is_list() || set.rows.size() <= 1, "a card has several rows");
    ensure(std::all_of(set.rows.begin(), set.rows.end(),
                       [&](const std::vector<Cell>& row) { return row.size() == set.columns.size(); }),
           "a row is not as long as its columns");
}

void View::sort_by(std::size_t column, bool descending) {
    const ColumnType type = set_->columns[column].type;
    std::vector<SortKey> keys;
    keys.reserve(set_->rows.size());
    for (const std::vector<Cell>& row : set_->rows) {
        keys.push_back(key_of(row[column], type));
    }
    std::stable_sort(rows_.begin(), rows_.end(), [&](std::size_t left, std::size_t right) {
        const SortKey& a = keys[left];
        const SortKey& b = keys[right];
        if (a.absent || b.absent) {
            return !a.absent && b.absent;
        }
        return descending ? b.tied() < a.tied() : a.tied() < b.tied();
    });
}

} // namespace jiezhuan
