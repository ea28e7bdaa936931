// Which rows of a file speak of the same thing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace jiezhuan {

class Repeats {
  public:
    // Rows come in the order of the file. A number takes 16 bytes and is compared when all are there.
    void add(std::int64_t number, std::uint64_t row) { numbers_.emplace_back(number, row); }
    void add(std::string_view words, std::uint64_t row);
    // After the last row.
    void seal();
    // The first row with what this row has, where that is an earlier one; else 0. Precondition: sealed.
    [[nodiscard]] std::uint64_t earlier(std::uint64_t row) const;
    // All numbers, sorted. Precondition: sealed.
    [[nodiscard]] const std::vector<std::pair<std::int64_t, std::uint64_t>>& numbers() const { return numbers_; }

  private:
    std::vector<std::pair<std::int64_t, std::uint64_t>> numbers_; // and the row
    std::unordered_map<std::string, std::uint64_t> words_;        // first row
    std::unordered_map<std::uint64_t, std::uint64_t> earlier_;    // row -> first row
};

} // namespace jiezhuan
