#include "jiezhuan/service/members/member_history.hpp"
#include "jiezhuan/service/members/member_marks.hpp"
#include "jiezhuan/service/members/member_search.hpp"
#include "jiezhuan/service/members/member_view.hpp"
#include "jiezhuan/service/members/reveal.hpp"
#include "jiezhuan/service/records/replay.hpp"
#include "tests/unit/member_fixture.hpp"

#include <doctest/doctest.h>
#include <set>

using namespace jiezhuan;
using namespace jiezhuan::testing;

TEST_CASE("service members: where nobody is on the roster, those who are hosted are pointed out") {
    MemberFixture f;
    MemberFilter filter;
    filter.branch = f.first;
    CHECK(hosted_instead(f.work.ledger, f.work.organisations, filter)->empty());
    Member hosted = synthetic_member(5);
    hosted.standing = Standing::hosted;
    jiezhuan::testing::add_member(f.work, hosted, f.first);
    const auto next = *hosted_instead(f.work.ledger, f.work.organisations, filter);
    REQUIRE(next.size() == 1);
    CHECK(next.front().zh ==
          fmt::format("jiezhuan member list --branch {} --standing hosted  # 流入（关系在外）：1 名", f.first.text()));
}

TEST_CASE("service members: people are found by what is known of them") {
    MemberFixture f;
    must(jiezhuan::add_member(f.work, wang()));
    must(change_member(f.work, f.li, {{"phone", "138-0000-1234"}}));
    const auto found = [&](auto set) {
        MemberFilter filter;
        set(filter);
        return search_members(f.work.ledger, f.work.organisations, filter)->total;
    };
    CHECK(found([](MemberFilter& m) { m.name = "王"; }) == 1);
    CHECK(found([](MemberFilter& m) { m.birth = Date(1960, 3); }) == 1);
    CHECK(found([](MemberFilter& m) { m.birth = Date(1960, 4); }) == 0);
    CHECK(found([](MemberFilter& m) { m.birth = Date(1960); }) == 1);
    CHECK(found([](MemberFilter& m) { m.last_four = wang()["citizen_id"].substr(14); }) == 1);
    CHECK(found([](MemberFilter& m) { m.citizen_id = *CitizenId::parse(wang()["citizen_id"]); }) == 1);
    CHECK(found([](MemberFilter& m) { m.phone_end = "01234"; }) == 1);
    CHECK(found([&](MemberFilter& m) { m.branch = f.first; }) == 2);
    CHECK(found([](MemberFilter& m) { m.branch = LedgerFixture::kOwn; }) == 2);
    CHECK(found([](MemberFilter& m) { m.standings = {Standing::left}; }) == 0);
    MemberFilter one;
    one.limit = 1;
    const auto limited = search_members(f.work.ledger, f.work.organisations, one);
    CHECK(limited->total == 2);
    CHECK(limited->members.size() == 1);
}

TEST_CASE("service members: somebody whose month of birth is unknown may have been born in any") {
    MemberFixture f;
    Member vague = synthetic_member(3);
    vague.birth = Date(1955);
    jiezhuan::testing::add_member(f.work, vague, f.first);
    MemberFilter filter;
    filter.birth = Date(1955, 6);
    CHECK(search_members(f.work.ledger, f.work.organisations, filter)->total == 1);
}

TEST_CASE("service members: the picture of a member shows every field of the record") {
    MemberFixture f;
    const auto document =
        member_document(f.work.ledger, f.work.organisations, f.work.profile, f.member(), f.work.on, false);
    REQUIRE(document);
    std::set<std::string> shown;
    for (const RowSet& section : document->sections) {
        for (const Column& column : section.columns) {
            if (section.shape == RowSet::Shape::card) {
                CHECK_MESSAGE(shown.insert(column.id).second, column.id);
            }
        }
    }
    for (const Field<Member>& field : fields_of<Member>()) {
        CHECK_MESSAGE(shown.contains(std::string(field.id)), field.id);
    }
}

TEST_CASE("service members: the history says what each event changed, and replays to the record") {
    MemberFixture f;
    f.transfer_out(true);
    must(mark_member(f.work, f.li, {Mark::died, "死亡医学证明"}));
    const auto events = f.work.ledger.history(RecordKind::member, f.li.value);
    CHECK(replayed<Member>(*events, f.li, f.next()) == f.member());
    CHECK(replayed<Member>(*events, f.li, f.li.value).standing == Standing::home);
    const auto sections = history_of(f.work.ledger, f.work.organisations, f.member(), false);
    REQUIRE(sections);
    const RowSet& changes = sections->at(1);
    const auto last = std::find_if(changes.rows.rbegin(), changes.rows.rend(),
                                   [](const auto& row) { return row[2].machine() == "standing"; });
    CHECK((*last)[3].shown(Lang::zh) == "在册");
    CHECK((*last)[4].shown(Lang::zh) == "已离册");
    const std::string number = f.member().citizen_id.text();
    for (const auto& row : changes.rows) {
        CHECK(row[4].machine() != number);
    }
}

TEST_CASE("service members: a reveal is an event before anything is shown") {
    LedgerFixture ledger;
    const auto store = ledger.store();
    CHECK(record_reveal(*store, Date(2026, 11, 23), {"核对介绍信", "member show", {MemberId{12}}, "赵干事"}));
    std::vector<Event> events;
    REQUIRE(ledger.read()->each_event(1, 0, [&](const LoggedEvent& logged) -> Result<void> {
        events.push_back(logged.event);
        return {};
    }));
    CHECK(events.back().type == "private_data_revealed");
    CHECK(json::text_of(events.back().about, "purpose") == "核对介绍信");
    CHECK(events.back().op == "赵干事");
}

TEST_CASE("service members: a reveal that cannot be recorded is an error, so that nothing is shown") {
    LedgerFixture ledger;
    const auto writer = ledger.write();
    OpenOptions options;
    options.wait_ms = 0;
    const auto store = open_ledger(ledger.env(), ledger.path(), options);
    REQUIRE(store);
    const auto recorded = record_reveal(**store, Date(2026, 11, 23), {"核对介绍信", "member show", {}, "赵干事"});
    REQUIRE_FALSE(recorded);
    CHECK(recorded.error().code == Exit::busy);
}
