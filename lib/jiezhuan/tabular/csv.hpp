// Reads the records of a CSV text (RFC 4180): CR LF, LF or CR, quotes doubled inside quotes, any one-byte separator.
#pragma once

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/tabular/csv_quoted.hpp"
#include "jiezhuan/tabular/limits.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

struct Row {
    std::uint64_t row = 0;  // as a spreadsheet numbers it: from 1, blank lines counted
    std::uint64_t line = 0; // the physical line on which it starts, from 1
    std::span<const std::string_view> cells;
};

class CsvReader {
  public:
    // The text (UTF-8) must outlive the reader; `file` is for messages.
    CsvReader(std::string_view text, char separator, std::string file, const Limits& limits = kLimits);

    // The next record that is not a blank line, or false after the last one. The cells stay valid until the next call; those of a
    // line without quotes point into the text. No allocation per row. Exit::invalid_input, with the position: a quote that never
    // ends (at the row where it begins), a quote inside a cell that was not doubled, a limit. After an error the reader is to be
    // rewound before it is asked again.
    [[nodiscard]] Result<bool> next(Row& row);
    // Starts again with the first record.
    void rewind();

    // Bytes of the text that were read so far: for a progress display.

  private:
    [[nodiscard]] bool split(std::string_view line);
    [[nodiscard]] Result<void> read_quoted();
    [[nodiscard]] tl::unexpected<Error> plain_limit() const;
    [[nodiscard]] tl::unexpected<Error> refuse(std::size_t column, Message what, Message hint) const;
    [[nodiscard]] tl::unexpected<Error> too_long(std::size_t column, bool quoted) const;
    [[nodiscard]] tl::unexpected<Error> too_many() const;

    std::string_view text_;
    char separator_;
    std::string file_;
    Limits limits_;
    std::size_t at_ = 0;
    std::uint64_t row_ = 0;
    std::uint64_t line_ = 0;
    std::vector<std::string_view> cells_;
    QuotedRecord quoted_;
};

} // namespace jiezhuan
