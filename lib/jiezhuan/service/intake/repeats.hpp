// Which rows of a file speak of the same thing.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jiezhuan {

class Repeats {
  public:
    // In any order of the rows. A number takes 24 bytes and is compared when all are there. `name`: whom the row calls so,
    // where that matters.
    void add(std::int64_t number, std::uint64_t row, std::string_view name = {});
    void add(std::string_view words, std::uint64_t row, std::string_view name = {});
    // After the last row.
    void seal();
    // The first row with what this row has, where that is an earlier one; else 0. Precondition: sealed.
    [[nodiscard]] std::uint64_t earlier(std::uint64_t row) const;
    // A row with what this row has and another name; else 0. Precondition: sealed.
    [[nodiscard]] std::uint64_t contradicting(std::uint64_t row) const;
    // Has a row that number? Precondition: sealed.
    [[nodiscard]] bool has(std::int64_t number) const;
    // How many rows repeat an earlier one; of those who are called otherwise there each is somebody else. Precondition: sealed.
    [[nodiscard]] std::size_t repeated() const;

  private:
    struct Seen {
        std::int64_t number; // 0: by its words
        std::uint64_t row;
        std::uint64_t name; // its hash, 0 where there is none
    };
    void compare(std::span<const Seen> same);

    std::vector<Seen> numbers_; // sorted by number, then row
    std::unordered_map<std::string, std::vector<Seen>> words_;
    std::unordered_map<std::uint64_t, std::uint64_t> earlier_;       // row -> first row
    std::unordered_map<std::uint64_t, std::uint64_t> contradicting_; // row -> another row
};

} // namespace jiezhuan
