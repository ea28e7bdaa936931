#include "jiezhuan/service/intake/repeats.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

namespace jiezhuan {
namespace {

constexpr std::uint64_t kNoName = 0;

std::uint64_t hash_of(std::string_view name) {
    return name.empty() ? kNoName : std::hash<std::string_view>{}(name) | 1U;
}

} // namespace

void Repeats::add(std::int64_t number, std::uint64_t row, std::string_view name) {
    numbers_.push_back({number, row, hash_of(name)});
}

void Repeats::add(std::string_view words, std::uint64_t row, std::string_view name) {
    words_[std::string(words)].push_back({0, row, hash_of(name)});
}

void Repeats::compare(std::span<const Seen> same) {
    for (std::size_t i = 1; i < same.size(); ++i) {
        earlier_.emplace(same[i].row, same.front().row);
    }
    for (const Seen& seen : same) {
        const auto other = std::find_if(same.begin(), same.end(), [&](const Seen& each) {
            return each.name != seen.name && each.name != kNoName && seen.name != kNoName;
        });
        if (other != same.end()) {
            contradicting_.emplace(seen.row, other->row);
        }
    }
}

void Repeats::seal() {
    std::sort(numbers_.begin(), numbers_.end(),
              [](const Seen& a, const Seen& b) { return std::tie(a.number, a.row) < std::tie(b.number, b.row); });
    for (std::size_t first = 0, i = 1; i <= numbers_.size(); ++i) {
        if (i == numbers_.size() || numbers_[i].number != numbers_[first].number) {
            if (i - first > 1) {
                compare(std::span(numbers_).subspan(first, i - first));
            }
            first = i;
        }
    }
    for (auto& [words, same] : words_) {
        std::sort(same.begin(), same.end(), [](const Seen& a, const Seen& b) { return a.row < b.row; });
        compare(same);
    }
}

std::uint64_t Repeats::earlier(std::uint64_t row) const {
    const auto found = earlier_.find(row);
    return found == earlier_.end() ? 0 : found->second;
}

std::uint64_t Repeats::contradicting(std::uint64_t row) const {
    const auto found = contradicting_.find(row);
    return found == contradicting_.end() ? 0 : found->second;
}

std::size_t Repeats::repeated() const {
    return static_cast<std::size_t>(std::count_if(
        earlier_.begin(), earlier_.end(), [this](const auto& row) { return !contradicting_.contains(row.first); }));
}

bool Repeats::has(std::int64_t number) const {
    const auto at = std::lower_bound(numbers_.begin(), numbers_.end(), number,
                                     [](const Seen& seen, std::int64_t wanted) { return seen.number < wanted; });
    return at != numbers_.end() && at->number == number;
}

} // namespace jiezhuan
