#include "jiezhuan/service/organisations/organisations.hpp"
#include "jiezhuan/service/organisations/reorganise.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"
#include "tests/support/working.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

struct Fixture {
    LedgerFixture ledger;
    Working working{ledger, Date(2026, 11, 1)};
    Work& work = working.work();
    OrgId community = add_organisation(work, OrgKind::community_committee, "江滨社区委员会", LedgerFixture::kOwn);
    OrgId first = add_organisation(work, OrgKind::branch, "第一支部委员会", community);
    OrgId second = add_organisation(work, OrgKind::branch, "第二支部委员会", community);
    OrgId works = add_organisation(work, OrgKind::committee, "机床厂委员会");
    MemberId member = add_member(work, synthetic_member(1), second);

    Reorganised merge(const std::vector<OrgId>& from, OrgId into) {
        auto done = merge_organisations(work, from, into, "批复");
        REQUIRE_MESSAGE(done, done.error().message.en);
        return std::move(*done);
    }
    void change(OrgId id, const FieldValues& values, Date on) {
        work.on = on;
        const auto done = change_organisation(work, id, values);
        REQUIRE_MESSAGE(done, done.error().message.en);
        REQUIRE(!done->refused);
    }
    [[nodiscard]] TransferId opened(TransferKind kind, OrgId to) {
        Transfer wanted;
        wanted.kind = kind;
        wanted.member = member;
        wanted.to = to;
        const auto done = open_transfer(work, wanted);
        REQUIRE_MESSAGE(done, done.error().message.en);
        REQUIRE(!done->refused);
        return TransferId{done->created};
    }
};

} // namespace

TEST_CASE("reorganise: a merger places members anew in one event and moves nobody's standing") {
    Fixture f;
    const Member before = **f.work.ledger.member(f.member);
    const TransferId open = f.opened(TransferKind::within, f.first);
    const std::int64_t seq = f.work.ledger.next_seq();
    const Reorganised done = f.merge({f.second}, f.first);
    CHECK(done.members == 1);
    CHECK(done.transfers == 1);
    CHECK(f.work.ledger.next_seq() == seq + 1);
    Member after = **f.work.ledger.member(f.member);
    CHECK(after.branch == f.first);
    after.branch = before.branch;
    CHECK(after == before);
    CHECK((*f.work.ledger.transfer(open))->from == f.first);
    CHECK((*f.work.ledger.organisation(f.second))->successor == f.first);
    CHECK(f.merge({f.second}, f.first).outcome.already);
}

TEST_CASE("reorganise: a revoked move leads where the branch went") {
    Fixture f;
    const OrgId third = add_organisation(f.work, OrgKind::branch, "第三支部委员会", f.community);
    const TransferId moved = f.opened(TransferKind::within, third);
    StepInput input;
    input.branch = third;
    input.reason = "登记错误";
    CHECK_FALSE(step_transfer(f.work, moved, Action::approve, input)->refused);
    CHECK_FALSE(step_transfer(f.work, moved, Action::assign, input)->refused);
    CHECK(f.merge({f.second}, f.first).members == 0);
    CHECK_FALSE(step_transfer(f.work, moved, Action::revoke, input)->refused);
    CHECK((*f.work.ledger.member(f.member))->branch == f.first);
}

TEST_CASE("reorganise: what would take members to another basic committee is refused") {
    Fixture f;
    const OrgId university =
        add_organisation(f.work, OrgKind::organ_work_committee, "大学工作委员会", LedgerFixture::kOwn);
    const OrgId theirs = add_organisation(f.work, OrgKind::branch, "大学支部委员会", university);
    const std::int64_t seq = f.work.ledger.next_seq();
    CHECK(f.merge({f.second}, theirs).outcome.refused);
    CHECK(f.merge({f.second}, f.works).outcome.refused);
    CHECK(f.merge({f.second}, f.second).outcome.refused);
    CHECK(f.merge({f.community}, f.first).outcome.refused);
    CHECK(f.merge({LedgerFixture::kOwn}, f.first).outcome.refused);
    const auto elsewhere = split_organisation(
        f.work, {f.second, {{"name", "第九支部委员会"}, {"parent", university.text()}}, {f.member}, {}, "批复"});
    REQUIRE(elsewhere);
    CHECK(elsewhere->outcome.refused);
    CHECK(f.work.ledger.next_seq() == seq);
}

TEST_CASE("reorganise: an outside committee that was merged is its successor for whoever is sent there") {
    Fixture f;
    const OrgId group = add_organisation(f.work, OrgKind::working_committee, "装备集团工作委员会");
    const TransferId open = f.opened(TransferKind::out, f.works);
    CHECK(f.merge({f.works}, group).transfers == 1);
    CHECK((*f.work.ledger.transfer(open))->to == group);
    CHECK(f.work.organisations.resolve_in_force("机床厂委员会").value() == group);
    CHECK(f.work.organisations.resolve("机床厂委员会").value() == f.works);
    CHECK(f.work.organisations.known_as("机床厂委员会", group)->zh.find("已并入") != std::string::npos);
}

TEST_CASE("reorganise: nothing that still holds somebody is dissolved") {
    Fixture f;
    const auto refused = dissolve_organisation(f.work, f.second, "批复", OrgId());
    REQUIRE(refused);
    CHECK(refused->outcome.refused);
    CHECK(refused->outcome.findings.front().rule == "OR-05");
    CHECK(refused->open.rows.size() == 1);
    CHECK(dissolve_organisation(f.work, f.community, "批复", OrgId())->open.rows.size() == 2);
    CHECK(dissolve_organisation(f.work, f.first, "", OrgId())->outcome.refused);
    CHECK_FALSE(dissolve_organisation(f.work, f.first, "批复", OrgId())->outcome.refused);
    CHECK(dissolve_organisation(f.work, f.first, "批复", OrgId())->outcome.already);
    CHECK(f.work.organisations.resolve_in_force("第一支部委员会").error().code == Exit::refused);
}

TEST_CASE("reorganise: a name that was given up is understood as long as nobody else has it") {
    Fixture f;
    f.change(f.first, {{"name", "滨江支部委员会"}}, Date(2026, 11, 2));
    CHECK(f.work.organisations.resolve("第一支部委员会").value() == f.first);
    const OrgId heir = add_organisation(f.work, OrgKind::branch, "第一支部委员会", f.community);
    CHECK(f.work.organisations.resolve("第一支部委员会").value() == heir);
    f.change(f.first, {{"name", "江岸支部委员会"}}, Date(2026, 11, 3));
    f.change(f.first, {{"name", "滨江支部委员会"}}, Date(2026, 11, 4));
    CHECK(f.work.organisations.find(f.first)->former_names == "第一支部委员会；江岸支部委员会");
}

TEST_CASE("reorganise: an authority is that of its day, also in a ledger that is opened again") {
    Fixture f;
    f.change(f.works, {{"can_approve_probationary", "yes"}}, Date(2026, 11, 1)); // was not known: always so
    f.change(f.works, {{"can_approve_probationary", "no"}}, Date(2026, 11, 10));
    f.change(f.works, {{"can_approve_probationary", "yes"}}, Date(2026, 11, 20));
    f.working.commit();
    const auto reading = f.ledger.read();
    const OrgDirectory again = OrgDirectory::of(*reading).value();
    for (const OrgDirectory* const directory : {static_cast<const OrgDirectory*>(&f.work.organisations), &again}) {
        const Organisation& works = *directory->find(f.works);
        CHECK(directory->authority_on(works, Date(2020, 1, 1)) == Authority::yes);
        CHECK(directory->authority_on(works, Date(2026, 11, 9)) == Authority::yes);
        CHECK(directory->authority_on(works, Date(2026, 11, 10)) == Authority::no);
        CHECK(directory->authority_on(works, Date(2026, 11, 19)) == Authority::no);
        CHECK(directory->authority_on(works, Date(2026, 11, 20)) == Authority::yes);
        CHECK(directory->authority_on(works, Date()) == Authority::yes);
        CHECK(directory->basic_committee_of(f.works, Date(2026, 11, 15)) == nullptr);
    }
}

TEST_CASE("reorganise: units that are named are counted") {
    Fixture f;
    f.change(f.first, {{"kind", "joint_branch"}, {"unit_names", "百货、酒店、书店"}}, Date(2026, 11, 2));
    CHECK(f.work.organisations.find(f.first)->units == 3);
    const auto both = change_organisation(f.work, f.first, {{"unit_names", "百货、酒店"}, {"units", "4"}});
    REQUIRE(both);
    CHECK(both->refused);
}
