#include "jiezhuan/service/intake/namesakes.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <tuple>

namespace jiezhuan {
namespace {

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    std::uint64_t x = a ^ (b * 0x9E3779B97F4A7C15ULL);
    x ^= x >> 32U;
    x *= 0xD6E8FEB86659FD93ULL;
    return x ^ x >> 32U;
}

// 0 where the name or the birth date is not known to the day: such people are not compared.
std::uint64_t who(const Member& member) {
    const Date birth = member.birth.is_day() ? member.birth : member.citizen_id.birth();
    if (member.name.empty() || !birth.is_day()) {
        return 0;
    }
    return mixed(std::hash<std::string_view>()(member.name), static_cast<std::uint64_t>(birth.packed()));
}

std::int64_t identity(const Member& member) {
    return !member.citizen_id.empty()
               ? member.citizen_id.number()
               : -static_cast<std::int64_t>(std::hash<std::string_view>()(member.document_no) >> 2U);
}

} // namespace

void Namesakes::add_row(const Member& member, std::uint64_t row) {
    if (const std::uint64_t person = who(member); person != 0) {
        rows_.push_back({person, identity(member), row});
    }
}

void Namesakes::seal() {
    std::sort(rows_.begin(), rows_.end(),
              [](const Row& a, const Row& b) { return std::tie(a.who, a.row) < std::tie(b.who, b.row); });
    for (std::size_t i = 1, first = 0; i < rows_.size(); ++i) {
        if (rows_[i].who != rows_[first].who) {
            first = i;
        } else if (rows_[i].identity != rows_[first].identity) {
            earlier_.emplace(rows_[i].row, rows_[first].row);
        }
    }
}

void Namesakes::add_member(const Member& member) {
    const std::uint64_t person = who(member);
    const auto near = std::lower_bound(rows_.begin(), rows_.end(), person,
                                       [](const Row& row, std::uint64_t value) { return row.who < value; });
    if (person != 0 && near != rows_.end() && near->who == person) {
        members_.emplace(person, std::pair(identity(member), member.id));
    }
}

std::optional<MemberId> Namesakes::in_ledger(const Member& member) const {
    if (members_.empty()) {
        return std::nullopt;
    }
    const auto [first, last] = members_.equal_range(who(member));
    for (auto at = first; at != last; ++at) {
        if (at->second.first != identity(member)) {
            return at->second.second;
        }
    }
    return std::nullopt;
}

std::uint64_t Namesakes::earlier_row(std::uint64_t row) const {
    const auto found = earlier_.find(row);
    return found == earlier_.end() ? 0 : found->second;
}

} // namespace jiezhuan
