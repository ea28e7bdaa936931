// What the events tell of the count, and what is said where the tables do not agree.
#include "jiezhuan/service/records/conservation.hpp"
#include "tests/support/working.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

class Told {
  public:
    // An event of that year and type: a member is registered, or one of before stands otherwise.
    std::int64_t registered(int year, std::string_view standing) {
        Event event = event_of(year, "member_registered");
        event.create = Creation{RecordKind::member, {{"standing", json::Value(standing)}}};
        tally_.see(++seq_, event);
        return seq_;
    }
    void stands(int year, std::int64_t member, std::string_view standing, std::string_view leave = "",
                std::string_view mark = "") {
        Event event = event_of(year, "member_marked");
        json::Object to{{"standing", json::Value(standing)}};
        if (!leave.empty()) {
            to.emplace("leave_reason", json::Value(leave));
        }
        if (!mark.empty()) {
            event.about.emplace("mark", json::Value(mark));
        }
        event.set.push_back({RecordKind::member, member, std::move(to)});
        tally_.see(++seq_, event);
    }
    [[nodiscard]] CountHistory history() const { return tally_.result(); }

  private:
    static Event event_of(int year, std::string type) {
        Event event;
        event.type = std::move(type);
        event.date = Date(year, 6, 1);
        return event;
    }
    CountTally tally_;
    std::int64_t seq_ = 0;
};

std::int64_t of(const YearOfCount& year, CountChange change) { return year.changes[static_cast<std::size_t>(change)]; }

} // namespace

TEST_CASE("count: each year begins with what the last one left, and every change has its reason") {
    Told told;
    const std::int64_t stays = told.registered(2023, "home");
    const std::int64_t goes = told.registered(2023, "home");
    const std::int64_t dies = told.registered(2023, "home");
    const std::int64_t comes = told.registered(2025, "arriving");
    told.stands(2025, comes, "home");
    told.stands(2025, goes, "in_transit"); // still counted by the sender
    told.stands(2026, goes, "left", "transferred");
    told.stands(2026, dies, "left", "died");
    told.stands(2026, dies, "home", "", "mistaken");
    told.stands(2026, stays, "suspended");
    told.stands(2026, stays, "home", "", "restored");
    told.stands(2026, comes, "not_admitted");
    told.stands(2026, stays, "left", "expelled");
    const CountHistory history = told.history();
    CHECK(history.registered == 4);
    REQUIRE(history.years.size() == 4); // 2024 too, in which nothing happened
    CHECK(of(history.years[0], CountChange::registered) == 3);
    CHECK(history.years[1].opening == 3);
    CHECK(history.years[1].closing() == 3);
    CHECK(of(history.years[2], CountChange::transferred_in) == 1);
    CHECK(history.years[2].closing() == 4);
    const YearOfCount& last = history.years[3];
    CHECK(of(last, CountChange::transferred_out) == 1);
    CHECK(of(last, CountChange::died) == 1);
    CHECK(of(last, CountChange::put_back) == 1);
    CHECK(of(last, CountChange::suspended) == 1);
    CHECK(of(last, CountChange::restored) == 1);
    CHECK(of(last, CountChange::never_ours) == 1);
    CHECK(of(last, CountChange::out_of_party) == 1);
    CHECK(last.increase() == 2);
    CHECK(last.decrease() == 5);
    CHECK(history.counted() == 1);
}

TEST_CASE("count: an empty ledger counts nobody") {
    CHECK(CountTally().result().counted() == 0);
    CHECK(CountTally().result().years.empty());
}

TEST_CASE("conservation: it is said where the tables do not hold what the events tell") {
    LedgerFixture ledger;
    Working working(ledger);
    add_member(working.work(), synthetic_member(1), LedgerFixture::kOwn);
    working.commit();
    VerifyReport report = ledger.store()->verify().value();
    const auto said = [&] {
        std::string rules;
        for (const Finding& finding : conservation(report, working->organisations, working->profile).findings) {
            rules += finding.rule + " ";
        }
        return rules;
    };
    CHECK(said().empty());
    report.history.registered = 2;
    CHECK(said() == "SA-01 ");
    report.history.registered = 1;
    report.history.years.front().changes[static_cast<std::size_t>(CountChange::died)] = 1;
    CHECK(said() == "SA-01 ");
    report.history.years.front().changes[static_cast<std::size_t>(CountChange::died)] = 0;
    report.on_the_way = 1;
    CHECK(said() == "SA-03 ");
}
