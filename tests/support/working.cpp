#include "tests/support/working.hpp"

#include "tests/support/answers.hpp"

namespace jiezhuan::testing {
Working::Working(LedgerFixture& ledger, Date on) : writing_(ledger.write()) {
    ProfileInForce in_force = must(profile_in_force(*writing_, on));
    profile_ = std::move(in_force.profile);
    OrgDirectory organisations = must(OrgDirectory::of(*writing_));
    work_ = std::make_unique<Work>(
        Work{*writing_, ledger.env(), profile_, in_force.id, std::move(organisations), on, true, "clerk", {}});
}

void Working::commit() { must(writing_->commit()); }

OrgId add_organisation(Work& work, OrgKind kind, const std::string& name, OrgId parent) {
    Organisation organisation;
    organisation.name = name;
    organisation.kind = kind;
    organisation.parent = parent;
    organisation.state = OrgState::active;
    organisation.outside = parent ? Flag::no : Flag::yes;
    organisation.distance = parent ? Distance::none : Distance::other_province;
    organisation.can_approve_probationary = default_authority(kind);
    Event event = work.event("organisation_added");
    event.create = Creation{RecordKind::organisation, to_json(organisation)};
    organisation.id = OrgId{must(work.ledger.append(std::move(event)))};
    work.organisations.put(organisation);
    return organisation.id;
}

MemberId add_member(Work& work, const Member& member, OrgId branch) {
    Member home = member;
    home.branch = branch;
    Event event = work.event("member_registered");
    event.create = Creation{RecordKind::member, to_json(home)};
    return MemberId{must(work.ledger.append(std::move(event)))};
}

} // namespace jiezhuan::testing
