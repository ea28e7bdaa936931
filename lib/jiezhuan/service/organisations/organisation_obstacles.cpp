#include "jiezhuan/service/organisations/organisation_obstacles.hpp"

#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/service/organisations/org_levels.hpp"
#include "jiezhuan/service/organisations/org_names.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// Of a dissolved one only the code: its name can be taken anew.
Outcome taken(const Organisation& wanted, const Organisation& other) {
    if (other.state == OrgState::dissolved) {
        return refusal(
            organisation_subject(wanted),
            say({"代码是已撤销的 {} 的", "the code is that of {}, which was dissolved"}, organisation_subject(other)),
            Text{"用 --code 写新的代码，没有的不写；全称可以照旧", "a new one with --code, or none; the full name "
                                                                   "may be the same"});
    }
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
        const bool same_name = other->name == wanted.name && other->state != OrgState::dissolved;
        const bool same = (!wanted.code.empty() && other->code == wanted.code) || same_name;
        if (same && other->id != wanted.id) {
            return other;
        }
    }
    return nullptr;
}

std::optional<Finding> name_taken_anew(const OrgDirectory& organisations, const Organisation& fresh) {
    const std::vector<const Organisation*> all = organisations.all();
    const auto former = std::find_if(all.rbegin(), all.rend(), [&](const Organisation* other) {
        return other->state == OrgState::dissolved && other->name == fresh.name && other->id != fresh.id;
    });
    if (former == all.rend()) {
        return std::nullopt;
    }
    const std::string id = (*former)->id.text();
    Finding finding = state_finding(
        organisation_subject(fresh),
        say({"全称与 {} 撤销的 {} 相同：今后写这个全称，指的是新的；原来的要写 {}",
             "its full name is that of {1}, dissolved {0}: from now on the name means the new one, the former "
             "is {2}"},
            (*former)->dissolved_on.text(), organisation_subject(**former), id),
        say({"核对原来的：jiezhuan org show {}", "the former one: jiezhuan org show {}"}, id));
    finding.severity = Severity::warning;
    return finding;
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

namespace {

Message where_members_went(const Work& work, const Organisation& dissolved) {
    const Organisation* const now = work.organisations.in_force(dissolved.id);
    return now == nullptr ? Message(Text{"现在所在的党组织", "WHERE-THEY-ARE"})
                          : Message(now->id.text(), now->id.text());
}

} // namespace

std::optional<Outcome> obstacle_to_change(const Work& work, const Organisation& before, const Organisation& after) {
    if (before.state == OrgState::dissolved) {
        return refusal(
            organisation_subject(before), Text{"这个党组织已撤销", "this organisation is dissolved"},
            say({"撤销登记错了、或又设立的，用原来的全称重新登记：jiezhuan org add --name {0} --kind "
                 "{1}；党员已并走的："
                 "jiezhuan org split {2} 党员编号 --basis 依据 --name {0}",
                 "where it was dissolved by mistake, or is set up again, register it anew by the same name: "
                 "jiezhuan org add --name {0} --kind {1}; where its members went elsewhere: jiezhuan org split "
                 "{2} MEMBERS --basis TEXT --name {0}"},
                shell_word(before.name), code_id(before.kind), where_members_went(work, before)));
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
