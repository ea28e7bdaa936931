#include "cli/near_rules.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"

#include <algorithm>

namespace jiezhuan::cli {

std::vector<std::string> near_rules(std::string_view typed) {
    std::vector<std::string> ids;
    for (const RuleText* rule : all_rules()) {
        ids.emplace_back(rule->id);
    }
    std::string capitals(typed);
    std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return nearest(capitals, ids);
}

} // namespace jiezhuan::cli
