#include "jiezhuan/service/intake/row_numbers.hpp"

#include "jiezhuan/base/result.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace jiezhuan {
namespace {

std::int64_t number_of(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    ensure(problem == std::errc() && end == text.data() + text.size(), "rows of an import that cannot be read");
    return number;
}

} // namespace

void RowNumbers::add(std::int64_t number) {
    auto next = std::lower_bound(ranges_.begin(), ranges_.end(), number,
                                 [](const auto& range, std::int64_t wanted) { return range.second < wanted; });
    if (next != ranges_.end() && next->first <= number) {
        return;
    }
    const bool joins_next = next != ranges_.end() && next->first == number + 1;
    const bool joins_last = next != ranges_.begin() && std::prev(next)->second == number - 1;
    if (joins_last && joins_next) {
        std::prev(next)->second = next->second;
        ranges_.erase(next);
    } else if (joins_last) {
        std::prev(next)->second = number;
    } else if (joins_next) {
        next->first = number;
    } else {
        ranges_.insert(next, {number, number});
    }
}

bool RowNumbers::has(std::int64_t number) const {
    const auto at = std::lower_bound(ranges_.begin(), ranges_.end(), number,
                                     [](const auto& range, std::int64_t wanted) { return range.second < wanted; });
    return at != ranges_.end() && at->first <= number;
}

std::string RowNumbers::text() const {
    std::string text;
    for (const auto& [first, last] : ranges_) {
        text += (text.empty() ? "" : ",") + std::to_string(first);
        text += first == last ? "" : "-" + std::to_string(last);
    }
    return text;
}

RowNumbers RowNumbers::of(std::string_view text) {
    RowNumbers numbers;
    while (!text.empty()) {
        const std::string_view range = text.substr(0, text.find(','));
        const std::size_t dash = range.find('-');
        const std::int64_t first = number_of(range.substr(0, dash));
        numbers.ranges_.emplace_back(first, dash == range.npos ? first : number_of(range.substr(dash + 1)));
        text.remove_prefix(std::min(text.size(), range.size() + 1));
    }
    return numbers;
}

} // namespace jiezhuan
