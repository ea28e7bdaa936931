#include "tests/support/ledger_fixture.hpp"

#include "jiezhuan/base/files.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <sys/stat.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

Event registered(const Member& member) {
    Event event = event_of("member_registered");
    event.create = Creation{RecordKind::member, to_json(member)};
    return event;
}

} // namespace

TEST_CASE("ledger: a new one has three events, is private and verifies") {
    LedgerFixture ledger;
    const auto report = ledger.store()->verify();
    REQUIRE_MESSAGE(report, report.error().message.en);
    CHECK(report->events == 3);
    CHECK(report->commits == 1);
    CHECK(report->anchors.checked == 1);
    struct stat info {};
    REQUIRE(stat(ledger.path().c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
    const auto own = ledger.read()->organisation(LedgerFixture::kOwn);
    REQUIRE(own);
    CHECK((*own)->short_name == "望江街道党工委");
}

TEST_CASE("ledger: nothing happened without a commit") {
    LedgerFixture ledger;
    {
        auto writing = ledger.write();
        REQUIRE(writing->append(registered(synthetic_member(1))));
        CHECK(*writing->count(RecordKind::member, {}) == 1);
    }
    CHECK(*ledger.read()->count(RecordKind::member, {}) == 0);
}

TEST_CASE("ledger: an event creates and sets, history finds both, bulk gives the same bytes") {
    LedgerFixture ledger;
    const Member member = synthetic_member(7);
    auto writing = ledger.write();
    const auto one = writing->append(registered(member));
    REQUIRE(one);
    const auto two = writing->append_member(event_of("x"), synthetic_member(8));
    REQUIRE(two);
    Event change = event_of("member_changed");
    change.set.push_back(
        {RecordKind::member, *one, {{"phone", json::Value("10012345678")}, {"branch", json::Value(std::int64_t{2})}}});
    REQUIRE(writing->append(change));
    const auto done = writing->commit();
    REQUIRE_MESSAGE(done, done.error().message.en);
    CHECK(done->size == 6);

    auto reading = ledger.read();
    const auto found = reading->member_by_identity({member.citizen_id, {}, {}});
    REQUIRE(found);
    REQUIRE(found->has_value());
    const auto stored = reading->member(**found);
    CHECK((*stored)->phone == "10012345678");
    CHECK((*stored)->branch == LedgerFixture::kOwn);
    CHECK(reading->history(RecordKind::member, *one)->size() == 2);
    Event bulk = registered(synthetic_member(8));
    const auto logged = reading->history(RecordKind::member, *two);
    REQUIRE(logged->size() == 1);
    bulk.at = logged->front().event.at;
    bulk.commit = 2;
    CHECK(logged->front().event == bulk);
    CHECK(reading->members(Query().equal("name", "张7"))->size() == 1);
    CHECK(reading->members(Query().contains("name", "张").order("birth", true).at_most(1))->front().name == "张8");
    const auto report = ledger.store()->verify();
    REQUIRE_MESSAGE(report, report.error().message.en);
}

TEST_CASE("ledger: two that write take turns, and one that waits too long is told") {
    LedgerFixture ledger;
    auto first = ledger.write();
    const auto second = open_ledger(ledger.env(), ledger.path(), {.wait_ms = 1});
    const auto refused = (*second)->write();
    REQUIRE(!refused);
    CHECK(refused.error().code == Exit::busy);
}

TEST_CASE("ledger: a backup is a ledger, and never overwrites") {
    LedgerFixture ledger;
    const std::string copy = ledger.directory().file("copy.jz");
    REQUIRE(ledger.store()->backup(copy));
    CHECK(ledger.store()->backup(copy).error().code == Exit::usage);
    REQUIRE(std::filesystem::create_directory(ledger.directory().file("drill")));
    const auto restored = restore_ledger(ledger.env(), copy, ledger.directory().file("drill/again.jz"));
    REQUIRE(restored);
    CHECK(restored->head.size == 3);
}

TEST_CASE("ledger: what is none is refused") {
    LedgerFixture ledger;
    const std::string text = ledger.directory().file("text.jz");
    REQUIRE(write_file(text, std::string(2000, 'x'), IfExists::refuse));
    CHECK(open_ledger(ledger.env(), text).error().code == Exit::damaged);
    const std::string empty = ledger.directory().file("empty.jz");
    REQUIRE(write_file(empty, "", IfExists::refuse));
    CHECK(open_ledger(ledger.env(), empty).error().code == Exit::damaged);
    CHECK(open_ledger(ledger.env(), ledger.directory().file("none.jz")).error().code == Exit::no_ledger);
    ledger.tamper("PRAGMA user_version=99");
    CHECK(open_ledger(ledger.env(), ledger.path()).error().code == Exit::newer);
}
