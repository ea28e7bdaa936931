// The street of the example: its committee, twelve communities, their branches; and the organisations around it.
#pragma once

#include "sheet.hpp"

#include "jiezhuan/base/date.hpp"
#include "jiezhuan/model/codes.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jiezhuan::generate {

// The day the example's day is, and the day the ledger was begun with roster and first letters.
inline constexpr Date kToday{2026, 11, 23};
inline constexpr Date kBegun{2026, 11, 2};

inline constexpr std::string_view kStreetName = "中国共产党江南市临江区望江街道工作委员会";
inline constexpr std::string_view kStreetCode = "001";

struct Branch {
    std::string code;
    std::string name;
    std::string short_name; // as the clerks write it in their lists
    OrgKind kind;
    int community; // index into Street::communities
    int members;   // of the roster
    bool for_retired;
};

struct Community {
    std::string code;
    std::string name; // "柳岸社区"
    std::string full_name;
    OrgKind kind;
};

struct Outside {
    std::string_view name;
    std::string_view short_name;
    OrgKind kind;
    Authority authority;
    Distance distance;
    std::string_view address;
    std::string_view postcode;
    std::string_view unit; // where a member who comes there is placed
};

struct Street {
    std::vector<Community> communities;
    std::vector<Branch> branches;
};

[[nodiscard]] Street make_street(std::uint64_t seed);
[[nodiscard]] std::span<const Outside> outside_directory();
// By its short name. Precondition: it is in the directory.
[[nodiscard]] const Outside& outside_named(std::string_view short_name);

[[nodiscard]] Sheet organisations_sheet(const Street& street, std::uint64_t seed);
[[nodiscard]] Sheet outside_sheet(std::uint64_t seed);

} // namespace jiezhuan::generate
