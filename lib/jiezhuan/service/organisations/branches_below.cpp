#include "jiezhuan/service/organisations/branches_below.hpp"

#include <algorithm>
#include <fmt/ranges.h>

namespace jiezhuan {

std::vector<OrgId> branches_below(const OrgDirectory& directory, OrgId organisation) {
    std::vector<OrgId> branches;
    for (const OrgId below : directory.subtree(organisation)) {
        const Organisation& one = *directory.find(below);
        if (below != organisation && holds_members(one.kind) && one.state != OrgState::dissolved) {
            branches.push_back(below);
        }
    }
    return branches;
}

Message first_few(const OrgDirectory& directory, const std::vector<OrgId>& branches) {
    constexpr std::size_t kShown = 5;
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < std::min(branches.size(), kShown); ++i) {
        labels.push_back(branches[i].text() + " " + directory.label(branches[i]));
    }
    return say({"{}{}", "{}{}"}, fmt::join(labels, "、"), branches.size() > kShown ? Text{" 等", ", …"} : Text{"", ""});
}

std::optional<Message> which_branch(const OrgDirectory& directory, OrgId named) {
    const Organisation* organisation = directory.find(named);
    if (organisation == nullptr || organisation->kind != OrgKind::general_branch) {
        return std::nullopt;
    }
    const std::vector<OrgId> branches = branches_below(directory, named);
    return branches.empty() ? std::nullopt
                            : std::optional(say({"“{}”是{}，下设支部：{}；没有写编入哪个支部",
                                                 "'{}' is a {} with branches below it: {}; it is not said which"},
                                                directory.label(named), code_title(organisation->kind),
                                                first_few(directory, branches)));
}

} // namespace jiezhuan
