// Rows and members with the same name and birth date but another ID number (ID-10).
#pragma once

#include "jiezhuan/model/member.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace jiezhuan {

class Namesakes {
  public:
    // First every row of the file, then seal(), then every member of the ledger.
    void add_row(const Member& member, std::uint64_t row);
    void seal();
    void add_member(const Member& member);

    // Another member of the ledger; nothing where there is none.
    [[nodiscard]] std::optional<MemberId> in_ledger(const Member& member) const;
    // An earlier row of the file; 0 where there is none.
    [[nodiscard]] std::uint64_t earlier_row(std::uint64_t row) const;

  private:
    struct Row {
        std::uint64_t who; // hash of name and birth date
        std::int64_t identity;
        std::uint64_t row;
    };
    std::vector<Row> rows_; // sorted by who
    std::unordered_map<std::uint64_t, std::uint64_t> earlier_;
    std::unordered_multimap<std::uint64_t, std::pair<std::int64_t, MemberId>> members_; // who -> identity, member
};

} // namespace jiezhuan
