#include "jiezhuan/service/deadlines/due.hpp"
#include "tests/support/ledger_fixture.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr Date kToday(2026, 11, 23);

const Profile& national() {
    static const Profile kProfile = *parse_profile(national_profile_text(), "national");
    return kProfile;
}

Member migrant(Flag job, Flag residence, Date since) {
    Member member = synthetic_member(1);
    member.standing = Standing::hosted;
    member.stable_job = job;
    member.fixed_residence = residence;
    member.settled_since = since;
    return member;
}

Member away(Date since, std::string place) {
    Member member = synthetic_member(2);
    member.standing = Standing::home;
    member.away_since = since;
    member.away_place = std::move(place);
    return member;
}

std::vector<DueClause> clauses(const Member& member, Date as_of = kToday) {
    std::vector<DueClause> found;
    for (const DueReason& reason : due_reasons(member, national(), as_of)) {
        found.push_back(reason.clause);
    }
    return found;
}

using Clauses = std::vector<DueClause>;

} // namespace

TEST_CASE("due: a stable job and a fixed residence, both") {
    const Date lately(2026, 11, 1);
    CHECK(clauses(migrant(Flag::yes, Flag::yes, lately)) == Clauses{DueClause::settled});
    CHECK(clauses(migrant(Flag::yes, Flag::no, lately)).empty());
    CHECK(clauses(migrant(Flag::no, Flag::yes, lately)).empty());
    CHECK(clauses(migrant(Flag::none, Flag::yes, lately)).empty());
    CHECK(clauses(migrant(Flag::yes, Flag::yes, lately), Date(2026, 10, 31)).empty()); // not here yet
}

TEST_CASE("due: exactly six months at a fixed place is due, a day less is not") {
    CHECK(clauses(migrant(Flag::no, Flag::yes, Date(2026, 5, 23))) == Clauses{DueClause::here_long});
    CHECK(clauses(migrant(Flag::no, Flag::yes, Date(2026, 5, 24))).empty());
    CHECK(clauses(away(Date(2026, 5, 23), "滨海市")) == Clauses{DueClause::away_long});
    CHECK(clauses(away(Date(2026, 5, 24), "滨海市")).empty());
    CHECK(clauses(away(Date(2026, 5, 23), "")).empty()); // at no place that is known
    CHECK(due_later(away(Date(2026, 5, 24), "滨海市"), national(), kToday) == Date(2026, 11, 24));
    CHECK_FALSE(due_later(away(Date(2026, 5, 23), "滨海市"), national(), kToday));
}

TEST_CASE("due: a date known to the month counts by its last day") {
    CHECK(clauses(away(Date(2026, 5), "滨海市"), Date(2026, 11, 29)).empty());
    CHECK(clauses(away(Date(2026, 5), "滨海市"), Date(2026, 11, 30)) == Clauses{DueClause::away_long});
}

TEST_CASE("due: an employer with an organisation, for who is at work there") {
    Member member = synthetic_member(3);
    member.standing = Standing::home;
    member.category = Category::employed;
    member.employer = "临江食品有限公司";
    member.employer_has_org = Flag::yes;
    CHECK(clauses(member) == Clauses{DueClause::employer_org});
    member.category = Category::retired;
    CHECK(clauses(member).empty());
    member.category = Category::laid_off;
    member.labour_relation = LabourRelation::ended;
    CHECK(clauses(member).empty());
}

TEST_CASE("due: the oldest duty first, and nobody who left or is suspended") {
    Member member = migrant(Flag::yes, Flag::yes, Date(2026, 1, 10));
    const auto reasons = due_reasons(member, national(), kToday);
    REQUIRE(reasons.size() == 2);
    CHECK(reasons[0].clause == DueClause::settled);
    CHECK(reasons[0].since == Date(2026, 1, 10));
    CHECK(reasons[1].since == Date(2026, 7, 10));
    for (const Standing standing : {Standing::left, Standing::suspended, Standing::in_transit}) {
        member.standing = standing;
        CHECK(clauses(member).empty());
    }
}
