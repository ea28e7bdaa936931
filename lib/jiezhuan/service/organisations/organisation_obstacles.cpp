#include "jiezhuan/service/organisations/organisation_obstacles.hpp"

#include "jiezhuan/service/organisations/org_levels.hpp"
#include "jiezhuan/service/organisations/org_names.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

Outcome taken(const Organisation& wanted, const Organisation& other) {
    return refusal(organisation_subject(wanted),
                   say({"代码或全称已属于 {}", "{} has that code or name"}, organisation_subject(other)),
                   say({"核对：jiezhuan org show {0}；要改的是它：jiezhuan org change {0}",
                        "check: jiezhuan org show {0}; to change that one: jiezhuan org change {0}"},
                       other.id.text()));
}

std::optional<Outcome> incomplete(const Organisation& wanted) {
    if (wanted.name.empty()) {
        return refusal(organisation_subject(wanted), Text{"没有写全称", "the full name is missing"},
                       Text{"用 --name 补充", "say it with --name"});
    }
    if (wanted.kind == OrgKind::none) {
        return refusal(organisation_subject(wanted), Text{"没有写类别", "the kind is missing"},
                       Text{"用 --kind 补充", "say it with --kind"});
    }
    return std::nullopt;
}

// What is said twice says the same, and a date does not go back behind what happened since.
std::optional<Outcome> contradictory(const Organisation& before, const Organisation& after, Date today) {
    if (!after.since.empty() && after.since.earliest() > today) {
        return refusal(
            organisation_subject(after),
            say({"成立日期 {} 晚于今天", "it is to be set up on {}, after today"}, after.since.text()),
            Text{"成立以后再登记；日期写错的，改 --since", "register it then; where the day is wrong: --since"});
    }
    const auto named = static_cast<std::int64_t>(unit_names_of(after).size());
    if (named != 0 && named != after.units) {
        return refusal(organisation_subject(after),
                       say({"覆盖单位写了 {} 个名称，单位数是 {}", "{} units are named, and their number is {}"}, named,
                           after.units),
                       Text{"去掉 --units，按名称计数", "leave out --units: the names are counted"});
    }
    if (!after.authority_since.empty() && after.authority_since < before.authority_since) {
        return refusal(organisation_subject(after),
                       say({"审批权限自 {} 起已变更过，不能再登记 {} 的变更",
                            "the authority changed on {}: no change of {} can follow"},
                           before.authority_since.text(), after.authority_since.text()),
                       say({"核对 --on；查看各次变更：jiezhuan org show {}",
                            "check --on; the changes so far: jiezhuan org show {}"},
                           before.id.text()));
    }
    return std::nullopt;
}

std::optional<Outcome> wrong_superior(const Work& work, const Organisation& wanted) {
    const Organisation* parent = work.organisations.find(wanted.parent);
    if (parent == nullptr) {
        return std::nullopt;
    }
    const bool outside = wanted.outside == Flag::yes;
    if (work.organisations.is_ours(parent->id) == outside) {
        return refusal(organisation_subject(wanted),
                       outside ? say({"上级“{}”是本级或下级组织，外部组织的上级不能在本级之内",
                                      "its superior {} is one of ours; that of an outside organisation is not"},
                                     parent->name)
                               : say({"上级“{}”是外部组织，下级组织的上级应在本级之内",
                                      "its superior {} is outside; that of one of ours is ours"},
                                     parent->name),
                       Text{"核对 --parent 和 --outside", "check --parent and --outside"});
    }
    if (parent->state == OrgState::dissolved) {
        return refusal(organisation_subject(wanted),
                       say({"上级“{}”已撤销", "its superior {} is dissolved"}, parent->name),
                       Text{"核对 --parent", "check --parent"});
    }
    if (auto why = cannot_stand_below(*parent, wanted.kind)) {
        return refusal(organisation_subject(wanted), std::move(*why),
                       Text{"核对 --parent 和 --kind；组织架构：jiezhuan org tree",
                            "check --parent and --kind; the tree: jiezhuan org tree"});
    }
    return std::nullopt;
}

// Another kind must still fit between what is above and what is below.
std::optional<Outcome> wrong_kind(const Work& work, const Organisation& before, const Organisation& after) {
    if (after.kind == before.kind) {
        return std::nullopt;
    }
    if (auto why = cannot_stay_below(work.organisations, after)) {
        return refusal(organisation_subject(before), std::move(*why),
                       say({"先把下面的改属：jiezhuan org change 党组织 --parent 上级；组织架构：jiezhuan org tree {}",
                            "first move those below: jiezhuan org change ORG --parent SUPERIOR; jiezhuan org tree {}"},
                           before.id.text()));
    }
    return wrong_superior(work, after);
}

std::optional<Outcome> wrong_move(const Work& work, const Organisation& before, const Organisation& after) {
    const OrgDirectory& directory = work.organisations;
    if ((after.outside == Flag::yes) != (before.outside == Flag::yes)) {
        return refusal(
            organisation_subject(before),
            Text{"外部组织与本级下级组织不能互换", "an outside organisation does not become one of ours, nor back"},
            Text{"去掉 --outside；另一个党组织用 org add 登记", "leave out --outside; register another with org add"});
    }
    if (after.parent == before.parent) {
        return std::nullopt;
    }
    if (before.id == directory.own().id) {
        return refusal(
            organisation_subject(before),
            Text{"这是本级党组织，账本里没有它的上级", "this is the ledger's own organisation, the top of it"},
            Text{"去掉 --parent", "leave out --parent"});
    }
    for (const OrgId below : directory.subtree(before.id)) {
        if (below == after.parent) {
            return refusal(organisation_subject(before),
                           say({"上级“{}”就是它自己或在它之下", "its superior '{}' is itself or below it"},
                               directory.label(below)),
                           Text{"核对 --parent", "check --parent"});
        }
    }
    return wrong_superior(work, after);
}

} // namespace

std::string organisation_subject(const Organisation& organisation) {
    return organisation.id ? organisation.id.text() + " " + organisation.name : organisation.name;
}

const Organisation* taken_by(const OrgDirectory& organisations, const Organisation& wanted) {
    for (const Organisation* other : organisations.all()) {
        const bool same = (!wanted.code.empty() && other->code == wanted.code) || other->name == wanted.name;
        if (same && other->id != wanted.id) {
            return other;
        }
    }
    return nullptr;
}

std::optional<Outcome> obstacle_to_adding(const Work& work, const Organisation& wanted) {
    if (const Organisation* known = taken_by(work.organisations, wanted)) {
        return taken(wanted, *known);
    }
    if (auto why = incomplete(wanted)) {
        return why;
    }
    if (auto why = contradictory(Organisation(), wanted, work.today())) {
        return why;
    }
    return wrong_superior(work, wanted);
}

std::optional<Outcome> obstacle_to_change(const Work& work, const Organisation& before, const Organisation& after) {
    if (before.state == OrgState::dissolved) {
        return refusal(organisation_subject(before), Text{"这个党组织已撤销", "this organisation is dissolved"},
                       say({"核对：jiezhuan org show {}", "check: jiezhuan org show {}"}, before.id.text()));
    }
    if (auto why = incomplete(after)) {
        return why;
    }
    if (auto why = contradictory(before, after, work.today())) {
        return why;
    }
    if (const Organisation* other = taken_by(work.organisations, after)) {
        return taken(after, *other);
    }
    if (auto why = wrong_kind(work, before, after)) {
        return why;
    }
    return wrong_move(work, before, after);
}

} // namespace jiezhuan
