#include "jiezhuan/service/organisations/organisations.hpp"

#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/cells.hpp"
#include "jiezhuan/service/organisations/committee_change.hpp"
#include "jiezhuan/service/organisations/org_contents.hpp"
#include "jiezhuan/service/organisations/org_names.hpp"
#include "jiezhuan/service/organisations/organisation_obstacles.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

constexpr std::array<std::string_view, 21> kFields = {
    "name",     "short_name", "code",          "kind",         "parent",   "outside", "can_approve_probationary",
    "distance", "contact",    "phone",         "fax",          "postcode", "address", "credit_code",
    "units",    "unit_names", "has_committee", "former_names", "since",    "remarks", "authority_since",
};

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

bool same_data(const Organisation& known, Organisation wanted) {
    wanted.id = known.id;
    return known == wanted;
}

// What was not said and followed from the kind is said.
Finding followed_from_kind(const Organisation& organisation) {
    const bool has = organisation.can_approve_probationary == Authority::yes;
    return {std::string(kStateRule),
            Severity::info,
            organisation_subject(organisation),
            {},
            say({"审批预备党员权限按类别“{}”定为“{}”",
                 "the authority to approve probationary members follows from the kind '{}': {}"},
                code_title(organisation.kind), code_title(organisation.can_approve_probationary)),
            say({"不对的：jiezhuan org change {} --can-approve-probationary {}",
                 "where that is wrong: jiezhuan org change {} --can-approve-probationary {}"},
                organisation.id.text(), code_id(has ? Authority::no : Authority::yes))};
}

Finding distance_to_be_said(const Organisation& organisation, const Profile& profile) {
    return {std::string(kStateRule),
            Severity::warning,
            organisation_subject(organisation),
            {},
            distance_missing_words(profile),
            say({"补登：jiezhuan org change {} --distance other_province（省内的写 same_province）",
                 "say it: jiezhuan org change {} --distance other_province (or same_province)"},
                organisation.id.text())};
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

bool distance_missing(const Organisation& organisation) {
    return organisation.outside == Flag::yes && organisation.distance == Distance::none &&
           organisation.can_approve_probationary == Authority::yes;
}

Message distance_missing_words(const Profile& profile) {
    return say(
        {"没有填地域：开给它的介绍信按省内给有效期 {} 天（外省 {} 天）",
         "how far it is is not said: letters to it are valid for {} days, as inside the province (outside it {})"},
        profile.valid_days_default, profile.valid_days_default_outside);
}

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
    if (const Organisation* known = taken_by(work.organisations, wanted);
        known != nullptr && same_data(*known, wanted)) {
        return Outcome::done_already();
    }
    if (auto why = obstacle_to_adding(work, wanted)) {
        return std::move(*why);
    }
    const OrganisationFacts facts{.organisation = wanted, .profile = work.profile};
    Event event = work.event("organisation_added");
    Judgement judgement =
        judge(ask(organisation_rules(), Moment::record, facts, organisation_subject(wanted)), work.accept, event);
    if (judgement.refused) {
        return Outcome{true, false, std::move(judgement.findings), 0};
    }
    event.create = Creation{RecordKind::organisation, to_json(wanted)};
    JZ_TRY(seq, work.ledger.append(std::move(event)));
    wanted.id = OrgId{seq};
    work.organisations.put(wanted);
    if (auto anew = name_taken_anew(work.organisations, wanted)) {
        judgement.findings.push_back(std::move(*anew));
    }
    if (!values.contains("can_approve_probationary")) {
        judgement.findings.push_back(followed_from_kind(wanted));
    }
    if (distance_missing(wanted)) {
        judgement.findings.push_back(distance_to_be_said(wanted, work.profile));
    }
    return Outcome{false, false, std::move(judgement.findings), seq};
}

namespace {

// "T13（20260001）、T20": by which the relations are on the way; online ones have no letter.
Result<Message> named_with_letters(Reading& ledger, const std::vector<Transfer>& sent) {
    constexpr std::size_t kNamed = 20;
    Message named;
    for (std::size_t i = 0; i < std::min(sent.size(), kNamed); ++i) {
        JZ_TRY(letter,
               sent[i].letter ? ledger.letter(sent[i].letter) : Result<std::optional<Letter>>(std::optional<Letter>()));
        const std::string id = sent[i].id.text();
        named.zh += (i == 0 ? "" : "、") + id + (letter ? "（" + letter->no + "）" : "");
        named.en += (i == 0 ? "" : ", ") + id + (letter ? " (" + letter->no + ")" : "");
    }
    return sent.size() > kNamed ? say({"{} 等", "{}, …"}, named) : named;
}

// Letters that are out were addressed to it when it could receive.
Result<void> warn_of_letters_out(Work& work, const Organisation& before, const Organisation& after,
                                 Findings& findings) {
    if (before.can_approve_probationary == Authority::no || after.can_approve_probationary != Authority::no) {
        return {};
    }
    JZ_TRY(sent,
           work.ledger.transfers(
               Query().equal("addressee", before.id.text()).equal("state", std::string(code_id(TransferState::sent)))));
    if (!sent.empty()) {
        JZ_TRY(named, named_with_letters(work.ledger, sent));
        findings.push_back(state_finding(
            organisation_subject(before),
            say({"还有 {} 件转接在途，介绍信的抬头是它：{}", "{} transfers are on the way, addressed to it: {}"},
                sent.size(), named),
            say({"与对方核对由谁接收；它不再接收的，作废后改抬头、重新开具：jiezhuan letter void 编号 --reason "
                 "原因；jiezhuan "
                 "transfer correct 转接 --addressee 党组织 --reason 原因",
                 "ask over there who receives them; where it does not, void the letter and address another one anew: "
                 "jiezhuan letter void NUMBER --reason WHY; jiezhuan transfer correct ID --addressee ORG --reason "
                 "WHY"})));
        findings.back().severity = Severity::warning;
    }
    return {};
}

} // namespace

Result<Outcome> change_organisation(Work& work, OrgId id, const FieldValues& values) {
    const Organisation before = *work.organisations.find(id);
    JZ_TRY(after, changed_by(work, before, values));
    if (after == before) {
        return Outcome::done_already();
    }
    if (auto why = obstacle_to_change(work, before, after)) {
        return std::move(*why);
    }
    // Of an outside one its true days are of use, to whoever judges a letter by them.
    if (work.organisations.is_ours(id)) {
        JZ_TRY(early, before_registration(work, before));
        if (early) {
            return std::move(*early);
        }
    }
    JZ_TRY(members, after.parent == before.parent
                        ? Result<std::optional<Outcome>>(std::optional<Outcome>())
                        : members_stand_in_the_way(work, before, after.parent, UnderWay::received));
    if (members) {
        return std::move(*members);
    }
    const auto asked = [&](const Organisation& one) {
        const OrganisationFacts facts{.organisation = one, .profile = work.profile};
        return ask(organisation_rules(), Moment::record, facts, organisation_subject(after));
    };
    Findings findings = without(asked(after), asked(before));
    if (after.can_approve_probationary != before.can_approve_probationary &&
        !values.contains("can_approve_probationary")) {
        findings.push_back(followed_from_kind(after));
    }
    JZ_CHECK(warn_of_letters_out(work, before, after, findings));
    if (auto anew = name_taken_anew(work.organisations, after); anew && after.name != before.name) {
        findings.push_back(std::move(*anew));
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
