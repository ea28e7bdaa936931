// Some of the rows of a file, by their place among the rows of data.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jiezhuan {

class RowNumbers {
  public:
    // In any order; a number that is there already adds nothing.
    void add(std::int64_t number);
    [[nodiscard]] bool has(std::int64_t number) const;
    [[nodiscard]] bool empty() const { return ranges_.empty(); }
    // "3,7-9": none is empty.
    [[nodiscard]] std::string text() const;
    // What text() wrote. Anything else is a bug: it comes from the ledger.
    [[nodiscard]] static RowNumbers of(std::string_view text);

  private:
    std::vector<std::pair<std::int64_t, std::int64_t>> ranges_; // first and last, apart from each other, sorted
};

} // namespace jiezhuan
