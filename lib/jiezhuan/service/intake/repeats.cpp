#include "jiezhuan/service/intake/repeats.hpp"

#include <algorithm>

namespace jiezhuan {

void Repeats::add(std::string_view words, std::uint64_t row) {
    const auto [known, is_new] = words_.emplace(words, row);
    if (!is_new) {
        earlier_.emplace(row, known->second);
    }
}

void Repeats::seal() {
    std::sort(numbers_.begin(), numbers_.end());
    for (std::size_t i = 1, first = 0; i < numbers_.size(); ++i) {
        if (numbers_[i].first != numbers_[first].first) {
            first = i;
        } else {
            earlier_.emplace(numbers_[i].second, numbers_[first].second);
        }
    }
}

std::uint64_t Repeats::earlier(std::uint64_t row) const {
    const auto found = earlier_.find(row);
    return found == earlier_.end() ? 0 : found->second;
}

} // namespace jiezhuan
