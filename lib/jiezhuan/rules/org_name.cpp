#include "jiezhuan/rules/org_name.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

// Both ways to name a branch are met (支部委员会 and 党支部), so both are taken.
constexpr std::array<std::string_view, 5> kEndings = {"委员会", "组织部", "支部", "总支部", "党组"};
constexpr std::array<std::string_view, 4> kMilitaryEndings = {"政治部", "政治工作部", "政治处", "政治工作处"};
constexpr std::array<std::string_view, 6> kAbbreviations = {"街办", "街道办", "居委会", "村委会", "党工委", "党总支"};
constexpr std::string_view kOffice = "街道办事处"; // in the name of the branch of its organs: no abbreviation

template <std::size_t N> bool ends_as(std::string_view name, const std::array<std::string_view, N>& endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [name](std::string_view ending) { return name.ends_with(ending); });
}

} // namespace

std::string_view abbreviation_in(std::string_view name) {
    for (const std::string_view abbreviation : kAbbreviations) {
        const std::size_t at = name.find(abbreviation);
        if (at != std::string_view::npos && !name.substr(at).starts_with(kOffice)) {
            return name.substr(at, abbreviation.size());
        }
    }
    constexpr std::string_view kCommittee = "党委";
    return name.ends_with(kCommittee) ? name.substr(name.size() - kCommittee.size()) : std::string_view();
}

bool is_full_org_name(std::string_view name) {
    const std::string_view clean = trimmed(name);
    if (ends_as(clean, kMilitaryEndings)) {
        return true;
    }
    return (clean.starts_with("中共") || clean.starts_with("中国共产党")) && ends_as(clean, kEndings) &&
           abbreviation_in(clean).empty();
}

} // namespace jiezhuan
