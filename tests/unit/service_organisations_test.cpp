#include "jiezhuan/service/organisations/org_levels.hpp"
#include "jiezhuan/service/organisations/organisations.hpp"
#include "tests/support/answers.hpp"
#include "tests/support/working.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

struct Fixture {
    LedgerFixture ledger;
    Working working{ledger};
    Work& work = working.work();

    Outcome add(const FieldValues& values) {
        auto result = jiezhuan::add_organisation(work, values);
        REQUIRE_MESSAGE(result, result.error().message.en);
        return std::move(*result);
    }
    Outcome change(OrgId id, const FieldValues& values) {
        auto result = change_organisation(work, id, values);
        REQUIRE_MESSAGE(result, result.error().message.en);
        return std::move(*result);
    }
};

FieldValues community() {
    return {{"name", "中共望江街道江滨社区委员会"},
            {"short_name", "江滨社区党委"},
            {"kind", "community_committee"},
            {"code", "001001"}};
}

} // namespace

TEST_CASE("service organisations: one of ours stands below our own, with the authority of its kind") {
    Fixture f;
    const OrgId id{f.add(community()).created};
    const Organisation stored = **f.work.ledger.organisation(id);
    CHECK(stored.parent == LedgerFixture::kOwn);
    CHECK(stored.can_approve_probationary == Authority::no);
    CHECK(stored.state == OrgState::active);
    CHECK(f.work.organisations.is_ours(id));
    FieldValues branch = {
        {"name", "中共望江街道江滨社区第一支部委员会"}, {"kind", "branch"}, {"parent", "江滨社区党委"}};
    CHECK((*f.work.ledger.organisation(OrgId{f.add(branch).created}))->parent == id);
}

TEST_CASE("service organisations: an authority that is stated stays, one by kind is said") {
    Fixture f;
    CHECK(f.add(community()).findings.size() == 1);
    FieldValues stated = {
        {"name", "中共望江街道江南大学委员会"}, {"kind", "committee"}, {"can_approve_probationary", "yes"}};
    const Outcome outcome = f.add(stated);
    CHECK(outcome.findings.empty());
    CHECK((*f.work.ledger.organisation(OrgId{outcome.created}))->can_approve_probationary == Authority::yes);
}

TEST_CASE("service organisations: the same again is done already, the same code or name with other data is refused") {
    Fixture f;
    f.add(community());
    const std::int64_t next = f.work.ledger.next_seq();
    CHECK(f.add(community()).already);
    FieldValues same_code = community();
    same_code["name"] = "中共望江街道江南社区委员会";
    CHECK(f.add(same_code).refused);
    FieldValues same_name = community();
    same_name["code"] = "001002";
    CHECK(f.add(same_name).refused);
    FieldValues nameless = community();
    nameless.erase("name");
    CHECK(f.add(nameless).refused);
    CHECK(f.work.ledger.next_seq() == next);
}

TEST_CASE("service organisations: what is outside has no superior among ours, nor the other way round") {
    Fixture f;
    const FieldValues far = {
        {"name", "中国共产党海州市滨海区海港街道工作委员会"}, {"kind", "working_committee"}, {"outside", "yes"}};
    const OrgId id{f.add(far).created};
    CHECK_FALSE(f.work.organisations.is_ours(id));
    CHECK_FALSE((*f.work.ledger.organisation(id))->parent);
    CHECK(f.add({{"name", "中共某支部委员会"}, {"kind", "branch"}, {"parent", id.text()}}).refused);
    CHECK(f.add({{"name", "中共某支部委员会"}, {"kind", "branch"}, {"parent", "001"}, {"outside", "yes"}}).refused);
    const auto unknown = jiezhuan::add_organisation(f.work, {{"name", "中共某支部委员会"}, {"parent", "没有的"}});
    CHECK(unknown.error().code == Exit::not_found);
}

TEST_CASE("service organisations: a change is one event, once, from its day") {
    Fixture f;
    const OrgId id{f.add(community()).created};
    const std::int64_t next = f.work.ledger.next_seq();
    f.work.on = Date(2026, 11, 2); // before it was entered
    CHECK(f.change(id, {{"address", "江滨路1号"}}).refused);
    f.work.on = Date(2026, 11, 24);
    CHECK_FALSE(f.change(id, {{"address", "江滨路1号"}, {"short_name", ""}}).refused);
    const Organisation stored = **f.work.ledger.organisation(id);
    CHECK(stored.address == "江滨路1号");
    CHECK(stored.short_name.empty());
    CHECK(f.work.organisations.label(id) == stored.name);
    CHECK(f.change(id, {{"address", "江滨路1号"}}).already);
    CHECK(f.work.ledger.next_seq() == next + 1);
    const auto events = f.work.ledger.history(RecordKind::organisation, id.value);
    CHECK(events->back().event.type == "organisation_changed");
    CHECK(events->back().event.date == Date(2026, 11, 24));
}

TEST_CASE("service organisations: a change takes neither name nor kind away, nor the code or name of another") {
    Fixture f;
    const OrgId id{f.add(community()).created};
    const std::int64_t next = f.work.ledger.next_seq();
    CHECK(f.change(id, {{"name", ""}}).refused);
    CHECK(f.change(id, {{"kind", ""}}).refused);
    CHECK(f.change(id, {{"code", "001"}}).refused);
    CHECK(f.change(id, {{"outside", "yes"}}).refused);
    CHECK(f.work.ledger.next_seq() == next);
    CHECK_FALSE(f.change(id, {{"code", "001001"}, {"phone", "0571-1"}}).refused); // its own code
}

TEST_CASE("service organisations: the authority follows the kind until it is stated") {
    Fixture f;
    const OrgId id{f.add(community()).created};
    const Outcome by_kind = f.change(id, {{"kind", "working_committee"}});
    CHECK((*f.work.ledger.organisation(id))->can_approve_probationary == Authority::yes);
    REQUIRE(by_kind.findings.size() == 1);
    CHECK(by_kind.findings.front().fix.zh ==
          "不对的：jiezhuan org change " + id.text() + " --can-approve-probationary no");
    CHECK(f.change(id, {{"can_approve_probationary", "no"}}).findings.empty());
    f.change(id, {{"kind", "org_department"}});
    CHECK((*f.work.ledger.organisation(id))->can_approve_probationary == Authority::no);
}

TEST_CASE("service organisations: one of ours moves below another of the same basic committee, and nowhere else") {
    Fixture f;
    const OrgId one =
        jiezhuan::testing::add_organisation(f.work, OrgKind::general_branch, "一社区", LedgerFixture::kOwn);
    const OrgId two =
        jiezhuan::testing::add_organisation(f.work, OrgKind::general_branch, "二社区", LedgerFixture::kOwn);
    const OrgId works = jiezhuan::testing::add_organisation(f.work, OrgKind::committee, "机床厂", LedgerFixture::kOwn);
    const OrgId far = jiezhuan::testing::add_organisation(f.work, OrgKind::working_committee, "海港街道党工委");
    const OrgId branch = jiezhuan::testing::add_organisation(f.work, OrgKind::branch, "第一支部", one);
    f.change(works, {{"can_approve_probationary", "yes"}});
    add_member(f.work, synthetic_member(1), branch);
    const std::int64_t next = f.work.ledger.next_seq();
    CHECK(f.change(one, {{"parent", branch.text()}}).refused);
    CHECK(f.change(one, {{"parent", one.text()}}).refused);
    CHECK(f.change(branch, {{"parent", far.text()}}).refused);
    CHECK(f.change(far, {{"parent", one.text()}}).refused);
    CHECK(f.change(LedgerFixture::kOwn, {{"parent", one.text()}}).refused);
    CHECK(f.change(branch, {{"parent", works.text()}}).refused); // its members would have another basic committee
    CHECK(f.work.ledger.next_seq() == next);
    CHECK_FALSE(f.change(branch, {{"parent", two.text()}}).refused);
    CHECK(f.work.organisations.children(two) == std::vector<OrgId>{branch});
    CHECK(f.change(works, {{"parent", two.text()}}).refused); // no committee stands below a general branch
    const OrgId group = jiezhuan::testing::add_organisation(f.work, OrgKind::committee, "集团", LedgerFixture::kOwn);
    CHECK_FALSE(f.change(works, {{"parent", group.text()}})
                    .refused); // it is the basic committee of its members before and after
    CHECK_FALSE(f.change(branch, {{"parent", ""}}).refused);
    CHECK((*f.work.ledger.organisation(branch))->parent == LedgerFixture::kOwn);
}

TEST_CASE("service organisations: nothing stands below a branch, branches below a general branch, no committee below a "
          "community's") {
    const auto can = [](OrgKind above, OrgKind below) {
        Organisation superior;
        superior.name = "上级";
        superior.kind = above;
        return !cannot_stand_below(superior, below);
    };
    for (const CodeRow& row : code_table<OrgKind>().rows) {
        const auto kind = static_cast<OrgKind>(row.value);
        CAPTURE(row.id);
        CHECK(can(OrgKind::working_committee, kind));
        CHECK(can(OrgKind::committee, kind));
        CHECK(can(OrgKind::general_branch, kind) == is_branch(kind));
        CHECK_FALSE(can(OrgKind::branch, kind));
        CHECK_FALSE(can(OrgKind::joint_branch, kind));
        CHECK(can(OrgKind::none, kind)); // nothing is known of it
    }
    CHECK(can(OrgKind::community_committee, OrgKind::general_branch));
    CHECK_FALSE(can(OrgKind::community_committee, OrgKind::committee));
    CHECK_FALSE(can(OrgKind::community_committee, OrgKind::working_committee));
}

TEST_CASE("service organisations: a change is judged by what it brings") {
    Fixture f;
    const OrgId id{f.add(community()).created};
    CHECK(says_rule(f.change(id, {{"code", "0010"}}).findings, "OR-01"));
    CHECK(f.change(id, {{"phone", "0571-2"}}).findings.empty());
}

TEST_CASE("service organisations: members are counted where they are and upwards, with those in transit") {
    Fixture f;
    const OrgId top{f.add(community()).created};
    const OrgId branch = jiezhuan::testing::add_organisation(f.work, OrgKind::branch, "第一支部", top);
    Member member = synthetic_member(1);
    add_member(f.work, member, branch);
    member = synthetic_member(2);
    member.stage = Stage::probationary;
    member.standing = Standing::in_transit;
    add_member(f.work, member, branch);
    member = synthetic_member(3);
    member.standing = Standing::left;
    add_member(f.work, member, branch);
    const auto counts = headcounts_of(f.work.ledger, f.work.organisations);
    REQUIRE(counts);
    const Headcount& all = counts->with_below.at(LedgerFixture::kOwn);
    CHECK(all.full == 1);
    CHECK(all.probationary == 1);
    CHECK(all.in_transit == 1);
    CHECK(all.branches == 1);
    CHECK(counts->here.at(branch).members() == 2);
    CHECK(counts->with_below.at(top).members() == 2);
}

TEST_CASE("service organisations: a branch that has grown too large is pointed out in the tree and on its card") {
    Fixture f;
    const OrgId branch = jiezhuan::testing::add_organisation(f.work, OrgKind::branch, "第一支部", LedgerFixture::kOwn);
    for (int i = 0; i < 50; ++i) {
        add_member(f.work, synthetic_member(i), branch);
    }
    const auto tree = [&] {
        return organisation_tree(f.work.ledger, f.work.organisations, f.work.profile, LedgerFixture::kOwn)->findings;
    };
    CHECK_FALSE(says_rule(tree(), "OR-06"));
    add_member(f.work, synthetic_member(50), branch);
    CHECK(says_rule(tree(), "OR-06"));
    const auto card = organisation_document(f.work.ledger, f.work.organisations, f.work.profile, branch);
    CHECK(says_rule(card->findings, "OR-06"));
}

TEST_CASE("service organisations: lists are of ours or of the directory") {
    Fixture f;
    f.add(community());
    f.add({{"name", "中国共产党海州市滨海区海港街道工作委员会"}, {"kind", "working_committee"}, {"outside", "yes"}});
    OrgFilter filter;
    CHECK(organisation_rows(f.work.organisations, filter).rows.size() == 2);
    filter.outside = true;
    CHECK(organisation_rows(f.work.organisations, filter).rows.size() == 1);
    filter.name = "江滨";
    CHECK(organisation_rows(f.work.organisations, filter).rows.empty());
}
