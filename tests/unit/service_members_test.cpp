#include "jiezhuan/service/members/member_marks.hpp"
#include "tests/unit/member_fixture.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

TEST_CASE("service members: a member is registered at home, completed from the ID number") {
    MemberFixture f;
    const Outcome outcome = must(jiezhuan::add_member(f.work, wang()));
    REQUIRE(outcome.created != 0);
    const Member stored = **f.work.ledger.member(MemberId{outcome.created});
    CHECK(stored.name == "王芳");
    CHECK(stored.birth == Date(1960, 3, 2));
    CHECK(stored.sex == Sex::female);
    CHECK(stored.standing == Standing::home);
    CHECK(stored.standing_since == Date(2026, 11, 23));
    CHECK(stored.branch == f.first);
    CHECK_FALSE(has_errors(outcome.findings));
}

TEST_CASE("service members: registering again is done already, with other data it is refused") {
    MemberFixture f;
    must(jiezhuan::add_member(f.work, wang()));
    const std::int64_t next = f.next();
    CHECK(must(jiezhuan::add_member(f.work, wang())).already);
    FieldValues other = wang();
    other["name"] = "王方";
    CHECK(must(jiezhuan::add_member(f.work, other)).refused);
    CHECK(f.next() == next);
}

TEST_CASE("service members: what is missing or wrong is refused and appends nothing") {
    MemberFixture f;
    const std::int64_t next = f.next();
    for (const std::string_view field : {"name", "stage", "citizen_id"}) {
        FieldValues values = wang();
        values.erase(values.find(field));
        CAPTURE(field);
        CHECK(must(jiezhuan::add_member(f.work, values)).refused);
    }
    FieldValues wrong = wang();
    wrong["citizen_id"].back() = wrong["citizen_id"].back() == '1' ? '2' : '1';
    const Outcome outcome = must(jiezhuan::add_member(f.work, wrong));
    CHECK(outcome.refused);
    CHECK(says_rule(outcome.findings, "ID-02"));
    CHECK(outcome.findings.size() == 1); // not also that there is no number
    FieldValues early = wang();
    early["conversion"] = "1985-08";
    CHECK(says_rule(must(jiezhuan::add_member(f.work, early)).findings, "PB-03"));
    CHECK(f.next() == next);
}

TEST_CASE("service members: who has no ID number is known by another document") {
    MemberFixture f;
    FieldValues values = wang();
    values.erase("citizen_id");
    values["document_type"] = "officer_card";
    CHECK(must(jiezhuan::add_member(f.work, values)).refused); // a type without a number
    values["document_no"] = "军字第12345号";
    CHECK(must(jiezhuan::add_member(f.work, values)).created != 0);
}

TEST_CASE("service members: the same name and birth date under another number is pointed out") {
    MemberFixture f;
    must(jiezhuan::add_member(f.work, wang()));
    FieldValues twin = wang();
    twin["citizen_id"] = citizen_id("11000019600302006");
    CHECK(says_rule(must(jiezhuan::add_member(f.work, twin)).findings, "ID-10"));
}

TEST_CASE("service members: without a branch the member is ours, and RC-06 says that a branch is missing") {
    MemberFixture f;
    FieldValues values = wang();
    values.erase("branch");
    const Outcome outcome = must(jiezhuan::add_member(f.work, values));
    CHECK((*f.work.ledger.member(MemberId{outcome.created}))->branch == LedgerFixture::kOwn);
    CHECK(says_rule(outcome.findings, "RC-06"));
}

TEST_CASE("service members: a change is one event with what changed, and once") {
    MemberFixture f;
    const std::int64_t next = f.next();
    CHECK_FALSE(must(change_member(f.work, f.li, {{"employer", "江南机械厂"}, {"sex", "male"}})).refused);
    CHECK(f.next() == next + 1);
    CHECK(f.member().employer == "江南机械厂");
    CHECK(must(change_member(f.work, f.li, {{"employer", " 江南机械厂 "}})).already);
    CHECK(f.next() == next + 1);
    CHECK_FALSE(must(change_member(f.work, f.li, {{"employer", ""}})).already);
    CHECK(f.member().employer.empty());
}

TEST_CASE("service members: a change is judged by what it brings, not by what was there") {
    MemberFixture f;
    Member odd = synthetic_member(2);
    odd.conversion = Date(odd.admission.year(), 8); // PB-03, written before the rule was asked
    const MemberId id = jiezhuan::testing::add_member(f.work, odd, f.first);
    CHECK_FALSE(must(change_member(f.work, id, {{"employer", "江南机械厂"}})).refused);
    CHECK(must(change_member(f.work, f.li, {{"conversion", "1966-08"}})).refused == false);
    CHECK(must(change_member(f.work, f.li, {{"conversion", "2027-01-01"}})).refused);
}

TEST_CASE("service members: nothing changes for who has left, but what was wrong is corrected") {
    MemberFixture f;
    must(mark_member(f.work, f.li, {Mark::died, "死亡医学证明"}));
    CHECK(must(change_member(f.work, f.li, {{"employer", "江南机械厂"}})).refused);
    CHECK_FALSE(must(correct_member(f.work, f.li, {{"employer", "江南机械厂"}}, "录入错误")).refused);
}

TEST_CASE("service members: a correction wants a reason and keeps it") {
    MemberFixture f;
    CHECK(must(correct_member(f.work, f.li, {{"ethnic", "HU"}}, "  ")).refused);
    CHECK_FALSE(must(correct_member(f.work, f.li, {{"ethnic", "HU"}}, "已核对户口簿")).refused);
    const auto events = f.work.ledger.history(RecordKind::member, f.li.value);
    CHECK(events->back().event.type == "member_corrected");
    CHECK(json::text_of(events->back().event.about, "reason") == "已核对户口簿");
}

TEST_CASE("service members: an identity is corrected to one that nobody has, and the number stays") {
    MemberFixture f;
    const Outcome added = must(jiezhuan::add_member(f.work, wang()));
    const std::string taken = f.member().citizen_id.text();
    const Outcome refused = must(correct_member(f.work, MemberId{added.created}, {{"citizen_id", taken}}, "抄错"));
    CHECK(refused.refused);
    CHECK(refused.findings.front().message.zh.find(taken) == std::string::npos);
    CHECK(refused.findings.front().message.zh.find(f.li.text()) != std::string::npos);
    const std::string right = citizen_id("11000019600302006");
    CHECK_FALSE(must(correct_member(f.work, MemberId{added.created}, {{"citizen_id", right}}, "抄错一位")).refused);
    CHECK(**f.work.ledger.member_by_identity({*CitizenId::parse(right), {}, {}}) == MemberId{added.created});
    CHECK_FALSE(f.work.ledger.member_by_identity({*CitizenId::parse(wang()["citizen_id"]), {}, {}})->has_value());
}

TEST_CASE("service members: a branch is corrected inside the basic committee only") {
    MemberFixture f;
    const OrgId other = add_organisation(f.work, OrgKind::committee, "中共望江街道江南大学委员会", LedgerFixture::kOwn);
    Organisation committee = *f.work.organisations.find(other);
    committee.can_approve_probationary = Authority::yes;
    f.work.organisations.put(committee);
    CHECK(must(correct_member(f.work, f.li, {{"branch", other.text()}}, "录入错误")).refused);
    const Outcome moved = must(correct_member(f.work, f.li, {{"branch", "001"}}, "录入错误"));
    CHECK_FALSE(moved.refused);
    CHECK(moved.findings.front().severity == Severity::warning); // a correction is no transfer
    CHECK(must(correct_member(f.work, f.li, {{"branch", f.first.text()}}, "登记时漏填")).findings.empty());
    CHECK(correct_member(f.work, f.li, {{"branch", f.far.text()}}, "录入错误").error().code == Exit::not_found);
}
