// A record of a CSV text that holds quotes, read by libcsv in its strict mode (RFC 4180). The only user of libcsv.
#pragma once

#include "jiezhuan/tabular/limits.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// Where the line that starts at `at` ends, and where the next one starts: LF, CR LF and a lone CR end a line.
struct LineEnd {
    std::size_t end;
    std::size_t next;
};
[[nodiscard]] LineEnd line_end(std::string_view text, std::size_t at);

class QuotedRecord {
  public:
    enum class Outcome { whole, misplaced_quote, never_closed, cell_too_long, too_many_cells };

    QuotedRecord(char separator, const Limits& limits);
    ~QuotedRecord();
    QuotedRecord(QuotedRecord&&) noexcept;
    QuotedRecord& operator=(QuotedRecord&&) noexcept;

    // Reads one record from `at` on, which moves behind it; `lines` grows by the physical lines that were read.
    // Memory stays within the limits however long the text is. Not to be called again after anything but whole.
    [[nodiscard]] Outcome read(std::string_view text, std::size_t& at, std::uint64_t& lines);
    // Valid until the next read. After a failure: the cells before the one that failed.
    [[nodiscard]] const std::vector<std::string_view>& cells() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace jiezhuan
