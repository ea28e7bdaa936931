#include "jiezhuan/service/organisations/org_levels.hpp"

namespace jiezhuan {
namespace {

// The higher level has the lower ones below it, never the other way round.
int level(OrgKind kind) {
    return is_branch(kind) ? 0 : kind == OrgKind::general_branch ? 1 : kind == OrgKind::community_committee ? 2 : 3;
}

} // namespace

std::optional<Message> cannot_stand_below(const Organisation& above, OrgKind below) {
    const int upper = level(above.kind);
    const int lower = level(below);
    if (below == OrgKind::none || above.kind == OrgKind::none || lower < upper || (lower == upper && upper > 1)) {
        return std::nullopt;
    }
    return say({"上级“{0}”是{1}，{2}不能在它之下", "its superior '{0}' is a {1}: no {2} can stand below it"},
               above.short_name.empty() ? above.name : above.short_name, code_title(above.kind), code_title(below));
}

std::optional<Message> cannot_stay_below(const OrgDirectory& directory, const Organisation& organisation) {
    for (const OrgId id : directory.children(organisation.id)) {
        const Organisation& child = *directory.find(id);
        if (child.state != OrgState::dissolved && cannot_stand_below(organisation, child.kind)) {
            return say({"改为{}后，下面的 {} {}（{}）不能再在它之下", "as a {} it cannot have {} {} ({}) below it"},
                       code_title(organisation.kind), child.id.text(),
                       child.short_name.empty() ? child.name : child.short_name, code_title(child.kind));
        }
    }
    return std::nullopt;
}

} // namespace jiezhuan
