// How large a clerk's file may be. Every limit is tested at its value and one above it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace jiezhuan {

struct Limits {
    std::size_t cell_bytes = 4096; // of the decoded text, UTF-8
    std::size_t columns = 128;
    std::uint64_t rows = 12'000'000; // as a spreadsheet counts them: the header and blank lines too
    std::uint64_t file_bytes = 4ULL << 30U;
};
inline constexpr Limits kLimits;

} // namespace jiezhuan
