// All files of examples/first-day/data, made from one seed.
#pragma once

#include "jiezhuan/base/result.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jiezhuan::generate {

// The seed of the files that are kept in examples/first-day/data.
inline constexpr std::uint64_t kExampleSeed = 20260901;

struct DataFile {
    std::string name;
    std::string bytes;
};

// Exit::invalid_input where a file's encoding lacks a character of its content, which is a fault of the tables.
[[nodiscard]] Result<std::vector<DataFile>> make_first_day(std::uint64_t seed);

} // namespace jiezhuan::generate
