#include "jiezhuan/service/organisations.hpp"

#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/cells.hpp"
#include "jiezhuan/service/org_names.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

constexpr std::array<std::string_view, 21> kFields = {
    "name",     "short_name", "code",          "kind",         "parent",   "outside", "can_approve_probationary",
    "distance", "contact",    "phone",         "fax",          "postcode", "address", "credit_code",
    "units",    "unit_names", "has_committee", "former_names", "since",    "remarks", "authority_since",
};

std::string subject_of(const Organisation& organisation) {
    return organisation.id ? organisation.id.text() + " " + organisation.name : organisation.name;
}

Result<void> take(const Work& work, const FieldValues& values, Organisation& organisation) {
    for (const auto& [id, written] : values) {
        if (id == "name" || id == "short_name") {
            JZ_CHECK(check_org_name(written));
        }
        if (id != "parent") {
            JZ_CHECK(set_field(organisation, id, written));
        } else if (written.empty()) {
            organisation.parent = OrgId();
        } else {
            JZ_TRY(parent, work.organisations.resolve(written));
            organisation.parent = parent;
        }
    }
    return {};
}

Result<Organisation> filled_in(const Work& work, const FieldValues& values) {
    Organisation organisation;
    JZ_CHECK(take(work, values, organisation));
    organisation.state = OrgState::active;
    if (organisation.outside != Flag::yes) {
        organisation.outside = Flag::no;
        organisation.parent = organisation.parent ? organisation.parent : work.organisations.own().id;
    }
    if (organisation.can_approve_probationary == Authority::none) {
        organisation.can_approve_probationary = default_authority(organisation.kind);
    }
    follow_from(Organisation(), organisation, work.on);
    return organisation;
}

// As it is after the change. An authority that followed from the kind follows from the new one, unless it is stated.
Result<Organisation> changed_by(const Work& work, const Organisation& before, const FieldValues& values) {
    Organisation after = before;
    JZ_CHECK(take(work, values, after));
    const OrgId own = work.organisations.own().id;
    if (!after.parent && before.id != own && work.organisations.is_ours(before.id)) {
        after.parent = own;
    }
    const bool by_kind = before.can_approve_probationary == default_authority(before.kind);
    const bool stated = values.contains("can_approve_probationary");
    if (after.can_approve_probationary == Authority::none || (after.kind != before.kind && by_kind && !stated)) {
        after.can_approve_probationary = default_authority(after.kind);
    }
    follow_from(before, after, work.on);
    return after;
}

// Another of that code or full name.
const Organisation* taken_by(const OrgDirectory& organisations, const Organisation& wanted) {
    for (const Organisation* other : organisations.all()) {
        const bool same = (!wanted.code.empty() && other->code == wanted.code) || other->name == wanted.name;
        if (same && other->id != wanted.id) {
            return other;
        }
    }
    return nullptr;
}

Outcome taken(const Organisation& wanted, const Organisation& other) {
    return refusal(subject_of(wanted), say({"代码或全称已属于 {}", "{} has that code or name"}, subject_of(other)),
                   say({"核对：jiezhuan org show {0}；要改的是它：jiezhuan org change {0}",
                        "check: jiezhuan org show {0}; to change that one: jiezhuan org change {0}"},
                       other.id.text()));
}

bool same_data(const Organisation& known, Organisation wanted) {
    wanted.id = known.id;
    return known == wanted;
}

std::optional<Outcome> incomplete(const Organisation& wanted) {
    if (wanted.name.empty()) {
        return refusal(subject_of(wanted), Text{"没有写全称", "the full name is missing"},
                       Text{"用 --name 补充", "say it with --name"});
    }
    if (wanted.kind == OrgKind::none) {
        return refusal(subject_of(wanted), Text{"没有写类别", "the kind is missing"},
                       Text{"用 --kind 补充", "say it with --kind"});
    }
    return std::nullopt;
}

// What is said twice says the same, and a date does not go back behind what happened since.
std::optional<Outcome> contradictory(const Organisation& before, const Organisation& after) {
    const auto named = static_cast<std::int64_t>(unit_names_of(after).size());
    if (named != 0 && named != after.units) {
        return refusal(subject_of(after),
                       say({"覆盖单位写了 {} 个名称，单位数是 {}", "{} units are named, and their number is {}"}, named,
                           after.units),
                       Text{"去掉 --units，按名称计数", "leave out --units: the names are counted"});
    }
    if (!after.authority_since.empty() && after.authority_since < before.authority_since) {
        return refusal(subject_of(after),
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
        return refusal(subject_of(wanted),
                       outside ? say({"上级“{}”是本级或下级组织，外部组织的上级不能在本级之内",
                                      "its superior {} is one of ours; that of an outside organisation is not"},
                                     parent->name)
                               : say({"上级“{}”是外部组织，下级组织的上级应在本级之内",
                                      "its superior {} is outside; that of one of ours is ours"},
                                     parent->name),
                       Text{"核对 --parent 和 --outside", "check --parent and --outside"});
    }
    if (parent->state == OrgState::dissolved) {
        return refusal(subject_of(wanted), say({"上级“{}”已撤销", "its superior {} is dissolved"}, parent->name),
                       Text{"核对 --parent", "check --parent"});
    }
    return std::nullopt;
}

// Its members would have another basic committee: that is a transfer of every one of them.
std::optional<Outcome> to_another_committee(const Work& work, const Organisation& before, const Organisation& after) {
    const OrgDirectory& directory = work.organisations;
    const Organisation* from = directory.basic_committee_of(before.parent);
    const Organisation* to = directory.basic_committee_of(after.parent);
    if (!directory.is_ours(before.id) || before.can_approve_probationary == Authority::yes || from == to) {
        return std::nullopt;
    }
    const auto name = [&](const Organisation* one) {
        const std::string label = one == nullptr ? std::string() : directory.label(one->id);
        return one == nullptr ? Message(Text{"（没有）", "(none)"}) : Message(label, label);
    };
    return refusal(
        subject_of(before),
        say({"基层党委由“{}”变为“{}”，是整建制转移，不能用变更代替",
             "its basic committee would be '{1}' instead of '{0}': that is a transfer of the whole organisation"},
            name(from), name(to)),
        say({"转到外部的：jiezhuan transfer open --organisation {0} --kind out --to 党组织；本级之内的，逐人转接",
             "to an outside one: jiezhuan transfer open --organisation {0} --kind out --to ORG; between ours, one by "
             "one"},
            before.id.text()));
}

std::optional<Outcome> wrong_move(const Work& work, const Organisation& before, const Organisation& after) {
    const OrgDirectory& directory = work.organisations;
    if ((after.outside == Flag::yes) != (before.outside == Flag::yes)) {
        return refusal(
            subject_of(before),
            Text{"外部组织与本级下级组织不能互换", "an outside organisation does not become one of ours, nor back"},
            Text{"去掉 --outside；另一个党组织用 org add 登记", "leave out --outside; register another with org add"});
    }
    if (after.parent == before.parent) {
        return std::nullopt;
    }
    if (before.id == directory.own().id) {
        return refusal(
            subject_of(before),
            Text{"这是本级党组织，账本里没有它的上级", "this is the ledger's own organisation, the top of it"},
            Text{"去掉 --parent", "leave out --parent"});
    }
    for (const OrgId below : directory.subtree(before.id)) {
        if (below == after.parent) {
            return refusal(subject_of(before),
                           say({"上级“{}”就是它自己或在它之下", "its superior '{}' is itself or below it"},
                               directory.label(below)),
                           Text{"核对 --parent", "check --parent"});
        }
    }
    if (auto why = wrong_superior(work, after)) {
        return why;
    }
    return to_another_committee(work, before, after);
}

std::optional<Outcome> obstacle_to_change(const Work& work, const Organisation& before, const Organisation& after) {
    if (before.state == OrgState::dissolved) {
        return refusal(subject_of(before), Text{"这个党组织已撤销", "this organisation is dissolved"},
                       say({"核对：jiezhuan org show {}", "check: jiezhuan org show {}"}, before.id.text()));
    }
    if (auto why = incomplete(after)) {
        return why;
    }
    if (auto why = contradictory(before, after)) {
        return why;
    }
    if (const Organisation* other = taken_by(work.organisations, after)) {
        return taken(after, *other);
    }
    return wrong_move(work, before, after);
}

// What was not said and followed from the kind is said.
Finding followed_from_kind(const Organisation& organisation) {
    const bool has = organisation.can_approve_probationary == Authority::yes;
    return {std::string(kStateRule),
            Severity::info,
            subject_of(organisation),
            {},
            say({"审批预备党员权限按类别“{}”定为“{}”",
                 "the authority to approve probationary members follows from the kind '{}': {}"},
                code_title(organisation.kind), code_title(organisation.can_approve_probationary)),
            say({"不对的：jiezhuan org change {} --can-approve-probationary {}",
                 "where that is wrong: jiezhuan org change {} --can-approve-probationary {}"},
                organisation.id.text(), code_id(has ? Authority::no : Authority::yes))};
}

void add_to(Headcount& total, const Headcount& more) {
    total.full += more.full;
    total.probationary += more.probationary;
    total.in_transit += more.in_transit;
    total.branches += more.branches;
}

// Children before their superiors: the sums of what is below are there when they are asked for.
void sum_up(const OrgDirectory& organisations, OrgId id, Headcounts& counts) {
    Headcount total = counts.here[id];
    for (const OrgId child : organisations.children(id)) {
        sum_up(organisations, child, counts);
        add_to(total, counts.with_below[child]);
        const Organisation* organisation = organisations.find(child);
        total.branches += is_branch(organisation->kind) && organisation->state == OrgState::active ? 1 : 0;
    }
    counts.with_below[id] = total;
}

} // namespace

Result<void> check_org_name(std::string_view name) {
    if (auto why = no_name(trimmed(name), NameOf::organisation)) {
        return fail(Exit::usage, std::move(*why), Text{"名称以公章为准", "the name is that of the seal"});
    }
    return {};
}

void follow_from(const Organisation& before, Organisation& after, Date on) {
    const bool renamed = after.name != before.name || after.short_name != before.short_name;
    if (renamed && after.former_names == before.former_names) {
        keep_former_names(before, after);
    }
    if (after.unit_names != before.unit_names && after.units == before.units) {
        after.units = static_cast<std::int64_t>(unit_names_of(after).size());
    }
    const auto stated = [](Authority authority) { return authority == Authority::yes || authority == Authority::no; };
    const bool turned = after.can_approve_probationary != before.can_approve_probationary &&
                        stated(after.can_approve_probationary) && stated(before.can_approve_probationary);
    if (turned && after.authority_since == before.authority_since) {
        after.authority_since = on;
    }
}

std::span<const std::string_view> organisation_fields() { return kFields; }

Result<Outcome> add_organisation(Work& work, const FieldValues& values) {
    JZ_TRY(wanted, filled_in(work, values));
    if (const Organisation* known = taken_by(work.organisations, wanted)) {
        return same_data(*known, wanted) ? Outcome::done_already() : taken(wanted, *known);
    }
    if (auto why = incomplete(wanted)) {
        return std::move(*why);
    }
    if (auto why = contradictory(Organisation(), wanted)) {
        return std::move(*why);
    }
    if (auto why = wrong_superior(work, wanted)) {
        return std::move(*why);
    }
    const OrganisationFacts facts{.organisation = wanted, .profile = work.profile};
    Event event = work.event("organisation_added");
    Judgement judgement =
        judge(ask(organisation_rules(), Moment::record, facts, subject_of(wanted)), work.accept, event);
    if (judgement.refused) {
        return Outcome{true, false, std::move(judgement.findings), 0};
    }
    event.create = Creation{RecordKind::organisation, to_json(wanted)};
    JZ_TRY(seq, work.ledger.append(std::move(event)));
    wanted.id = OrgId{seq};
    work.organisations.put(wanted);
    if (!values.contains("can_approve_probationary")) {
        judgement.findings.push_back(followed_from_kind(wanted));
    }
    return Outcome{false, false, std::move(judgement.findings), seq};
}

Result<Outcome> change_organisation(Work& work, OrgId id, const FieldValues& values) {
    const Organisation before = *work.organisations.find(id);
    JZ_TRY(after, changed_by(work, before, values));
    if (after == before) {
        return Outcome::done_already();
    }
    if (auto why = obstacle_to_change(work, before, after)) {
        return std::move(*why);
    }
    const auto asked = [&](const Organisation& one) {
        const OrganisationFacts facts{.organisation = one, .profile = work.profile};
        return ask(organisation_rules(), Moment::record, facts, subject_of(after));
    };
    Findings findings = without(asked(after), asked(before));
    if (after.can_approve_probationary != before.can_approve_probationary &&
        !values.contains("can_approve_probationary")) {
        findings.push_back(followed_from_kind(after));
    }
    Event event = work.event("organisation_changed");
    Judgement judgement = judge(std::move(findings), work.accept, event);
    if (judgement.refused) {
        return Outcome{true, false, std::move(judgement.findings), 0};
    }
    event.set.push_back({RecordKind::organisation, id.value, difference(before, after)});
    JZ_CHECK(work.ledger.append(std::move(event)));
    work.organisations.put(after);
    return Outcome{false, false, std::move(judgement.findings), 0};
}

Result<Outcome> change_organisations(Work& work, const std::vector<OrgId>& ids, const FieldValues& values) {
    if (ids.size() == 1) {
        return change_organisation(work, ids.front(), values);
    }
    for (const std::string_view one : {"name", "short_name", "code", "former_names"}) {
        if (values.contains(one)) {
            return fail(Exit::usage,
                        Text{"名称和代码不能几个党组织一样", "several organisations do not share a name or a code"},
                        Text{"逐个变更名称、代码", "change names and codes one by one"});
        }
    }
    Outcome all = Outcome::done_already();
    JZ_CHECK(work.ledger.attempt([&]() -> Result<bool> {
        for (const OrgId id : ids) {
            JZ_TRY(outcome, change_organisation(work, id, values));
            all.refused = all.refused || outcome.refused;
            all.already = all.already && outcome.already;
            all.findings.insert(all.findings.end(), outcome.findings.begin(), outcome.findings.end());
        }
        return !all.refused;
    }));
    return all;
}

Result<Headcounts> headcounts_of(Reading& ledger, const OrgDirectory& organisations) {
    JZ_TRY(rows, ledger.member_counts());
    Headcounts counts;
    for (const Reading::MemberCount& row : rows) {
        if (!on_roster(row.standing)) {
            continue;
        }
        Headcount& here = counts.here[row.branch];
        (row.stage == Stage::probationary ? here.probationary : here.full) += row.members;
        here.in_transit += row.standing == Standing::in_transit ? row.members : 0;
    }
    sum_up(organisations, organisations.own().id, counts);
    return counts;
}

} // namespace jiezhuan
