#include "jiezhuan/service/transfers/branch_proposal.hpp"
#include "tests/support/ledger_fixture.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

OrgId add(Writing& ledger, std::string code, std::string name, OrgKind kind, OrgId parent) {
    Organisation organisation;
    organisation.code = std::move(code);
    organisation.name = "中国共产党望江街道" + name;
    organisation.short_name = std::move(name);
    organisation.kind = kind;
    organisation.parent = parent;
    organisation.outside = Flag::no;
    organisation.state = OrgState::active;
    organisation.can_approve_probationary = Authority::no;
    Event event = event_of("organisation_added");
    event.create = Creation{RecordKind::organisation, to_json(organisation)};
    return OrgId{ledger.append(std::move(event)).value()};
}

void fill(Writing& ledger, OrgId branch, int from, int count) {
    for (int i = 0; i < count; ++i) {
        Member member = synthetic_member(from + i);
        member.standing = Standing::home;
        member.branch = branch;
        REQUIRE(ledger.append_member(event_of("member_registered"), member));
    }
}

struct Street {
    LedgerFixture fixture;
    std::unique_ptr<Writing> ledger = fixture.write();
    OrgId liu = add(*ledger, "001001", "柳岸社区党委", OrgKind::community_committee, LedgerFixture::kOwn);
    OrgId first = add(*ledger, "001001001", "柳岸社区第一党支部", OrgKind::branch, liu);
    OrgId second = add(*ledger, "001001002", "柳岸社区第二党支部", OrgKind::branch, liu);
    OrgId retired = add(*ledger, "001001007", "柳岸社区退休职工党支部", OrgKind::branch, liu);
    OrgId joint = add(*ledger, "001001008", "柳岸社区联合党支部", OrgKind::joint_branch, liu);
    OrgId harbour = add(*ledger, "001012", "临港社区党支部", OrgKind::branch, LedgerFixture::kOwn);

    BranchProposal proposal() {
        Profile profile = *parse_profile(national_profile_text(), "national");
        profile.branch_members_max = 3;
        return BranchProposal::make(*ledger, OrgDirectory::of(*ledger).value(), profile).value();
    }
};

Member living_at(std::string address, Category category = Category::laid_off) {
    Member member = synthetic_member(900);
    member.address = std::move(address);
    member.category = category;
    return member;
}

} // namespace

TEST_CASE("branch proposal: the community of the address, and there the branch with most room") {
    Street street;
    fill(*street.ledger, street.first, 1, 2);
    BranchProposal proposal = street.proposal();
    const Member member = living_at("江南市临江区望江街道柳岸社区新民路1号");
    CHECK(proposal.propose(member, {}) == street.second);
    CHECK(proposal.propose(member, {}) == street.second); // counted in: 1 against 2
    CHECK(proposal.propose(member, {}) == street.first);  // alike: by code
    CHECK(proposal.propose(living_at("望江街道临港社区码头1号"), {}) == street.harbour);
}

TEST_CASE("branch proposal: the retired to their own branch until it is full, nobody else there") {
    Street street;
    fill(*street.ledger, street.retired, 1, 2);
    BranchProposal proposal = street.proposal();
    const Member retired = living_at("望江街道柳岸社区", Category::retired);
    CHECK(proposal.propose(retired, {}) == street.retired);
    CHECK(proposal.propose(retired, {}) == street.first); // three of three are there
    CHECK(proposal.propose(living_at("望江街道柳岸社区"), {}) == street.second);
}

TEST_CASE("branch proposal: numbers keep nobody out") {
    Street street;
    fill(*street.ledger, street.first, 1, 4);
    fill(*street.ledger, street.second, 11, 3);
    BranchProposal proposal = street.proposal();
    CHECK(proposal.propose(living_at("望江街道柳岸社区"), {}) == street.second);
}

TEST_CASE("branch proposal: a branch that is named is taken, and an unknown place gets the roomiest") {
    Street street;
    fill(*street.ledger, street.first, 1, 1);
    fill(*street.ledger, street.harbour, 11, 1);
    BranchProposal proposal = street.proposal();
    Transfer transfer;
    transfer.destination = "望江街道柳岸社区联合党支部";
    CHECK(proposal.propose(living_at("别处"), transfer) == street.joint);
    CHECK(proposal.propose(living_at("别处"), {}) == street.second);
    transfer.destination.clear();
    transfer.branch = street.harbour;
    CHECK(proposal.propose(living_at("别处"), transfer) == street.harbour);
}
