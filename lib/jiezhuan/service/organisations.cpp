#include "jiezhuan/service/organisations.hpp"

#include "jiezhuan/rules/catalogue.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

constexpr std::array<std::string_view, 17> kFields = {
    "name",     "short_name", "code",    "kind", "parent",   "outside", "can_approve_probationary",
    "distance", "contact",    "phone",   "fax",  "postcode", "address", "credit_code",
    "units",    "since",      "remarks",
};

std::string subject_of(const Organisation& organisation) {
    return organisation.id ? organisation.id.text() + " " + organisation.name : organisation.name;
}

Result<Organisation> filled_in(const Work& work, const FieldValues& values) {
    Organisation organisation;
    for (const auto& [id, written] : values) {
        if (id == "parent") {
            JZ_TRY(parent, work.organisations.resolve(written));
            organisation.parent = parent;
        } else {
            JZ_CHECK(set_field(organisation, id, written));
        }
    }
    organisation.state = OrgState::active;
    if (organisation.outside != Flag::yes) {
        organisation.outside = Flag::no;
        organisation.parent = organisation.parent ? organisation.parent : work.organisations.own().id;
    }
    if (organisation.can_approve_probationary == Authority::none) {
        organisation.can_approve_probationary = default_authority(organisation.kind);
    }
    return organisation;
}

// Another of that code or full name.
const Organisation* taken_by(const OrgDirectory& organisations, const Organisation& wanted) {
    for (const Organisation* other : organisations.all()) {
        if ((!wanted.code.empty() && other->code == wanted.code) || other->name == wanted.name) {
            return other;
        }
    }
    return nullptr;
}

bool same_data(const Organisation& known, Organisation wanted) {
    wanted.id = known.id;
    return known == wanted;
}

std::optional<Outcome> obstacle(const Work& work, const Organisation& wanted) {
    if (wanted.name.empty() || wanted.kind == OrgKind::none) {
        return refusal(subject_of(wanted), Text{"没有写全称或类别", "the full name or the kind is missing"},
                       Text{"用 --name 和 --kind 补充", "say them with --name and --kind"});
    }
    const Organisation* parent = work.organisations.find(wanted.parent);
    if (parent == nullptr) {
        return std::nullopt;
    }
    if (work.organisations.is_ours(parent->id) == (wanted.outside == Flag::yes)) {
        return refusal(subject_of(wanted),
                       say({"上级“{}”与它不在同一边：一个是本级及下级，一个是外部组织",
                            "its superior {} is on the other side: one is ours, the other outside"},
                           parent->name),
                       Text{"核对 --parent 和 --outside", "check --parent and --outside"});
    }
    if (parent->state == OrgState::dissolved) {
        return refusal(subject_of(wanted), say({"上级“{}”已撤销", "its superior {} is dissolved"}, parent->name),
                       Text{"核对 --parent", "check --parent"});
    }
    return std::nullopt;
}

// What was not said and decided by default is said.
void explain_defaults(const Organisation& organisation, const FieldValues& values, Findings& findings) {
    if (values.contains("can_approve_probationary")) {
        return;
    }
    const Text kind = code_title(organisation.kind);
    const Text authority = code_title(organisation.can_approve_probationary);
    findings.push_back({std::string(kStateRule),
                        Severity::info,
                        subject_of(organisation),
                        {},
                        Message(fmt::format("审批预备党员权限按类别“{}”定为“{}”", kind.zh, authority.zh),
                                fmt::format("the authority to approve probationary members follows from the kind "
                                            "'{}': {}",
                                            kind.en, authority.en)),
                        Text{"不对的，登记时写明 --can-approve-probationary",
                             "where that is wrong, state --can-approve-probationary"}});
}

void add_to(Headcount& total, const Headcount& more) {
    total.full += more.full;
    total.probationary += more.probationary;
    total.in_transit += more.in_transit;
    total.branches += more.branches;
}

bool is_branch(OrgKind kind) {
    return kind == OrgKind::branch || kind == OrgKind::joint_branch || kind == OrgKind::temporary;
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

std::span<const std::string_view> organisation_fields() { return kFields; }

Result<Outcome> add_organisation(Work& work, const FieldValues& values) {
    JZ_TRY(wanted, filled_in(work, values));
    if (const Organisation* known = taken_by(work.organisations, wanted)) {
        return same_data(*known, wanted)
                   ? Outcome::done_already()
                   : refusal(subject_of(wanted),
                             say({"代码或全称已属于 {}", "{} has that code or name"}, subject_of(*known)),
                             say({"核对：jiezhuan org show {}；要改的用 jiezhuan org change",
                                  "check: jiezhuan org show {}; to change it: jiezhuan org change"},
                                 known->id.text()));
    }
    if (auto why = obstacle(work, wanted)) {
        return std::move(*why);
    }
    const OrganisationFacts facts{.organisation = wanted, .profile = work.profile};
    Findings findings = ask(organisation_rules(), Moment::record, facts, subject_of(wanted));
    explain_defaults(wanted, values, findings);
    Event event = work.event("organisation_added");
    Judgement judgement = judge(std::move(findings), work.accept, event);
    if (judgement.refused) {
        return Outcome{true, false, std::move(judgement.findings), 0};
    }
    event.create = Creation{RecordKind::organisation, to_json(wanted)};
    JZ_TRY(seq, work.ledger.append(std::move(event)));
    wanted.id = OrgId{seq};
    work.organisations.put(wanted);
    return Outcome{false, false, std::move(judgement.findings), seq};
}

Result<Headcounts> headcounts_of(Reading& ledger, const OrgDirectory& organisations) {
    JZ_TRY(rows, ledger.member_counts());
    Headcounts counts;
    for (const Reading::MemberCount& row : rows) {
        if (row.standing != Standing::home && row.standing != Standing::in_transit) {
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
