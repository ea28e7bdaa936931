// Rosters of ten thousand to ten million valid rows for the benchmarks, written as a stream.
#pragma once

#include "sheet.hpp"

#include "jiezhuan/base/result.hpp"

#include <cstdint>
#include <string>

namespace jiezhuan::generate {

struct MembersOrder {
    std::uint64_t count = 0;
    std::uint64_t seed = 0;
    FileEncoding encoding = FileEncoding::utf8;
    std::string out;  // path of the roster
    std::string orgs; // path of the organisations its rows name by code; empty: not wanted
};

inline constexpr std::uint64_t kMostMembers = 20'000'000;

// The organisations depend on the count alone: below the ledger's own organisation 001, one branch for about 200 members.
// Exit::usage: a count that is not 1 … kMostMembers; Exit::storage: cannot be written (an existing file is overwritten).
[[nodiscard]] Result<void> write_members(const MembersOrder& order);

} // namespace jiezhuan::generate
