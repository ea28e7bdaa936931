// Members in bulk: what comes between them sees them, and what goes wrong in their thread is said in the caller's.
#include "jiezhuan/ledger/sqlite/bulk_members.hpp"
#include "tests/support/ledger_fixture.hpp"

#include <doctest/doctest.h>
#include <stdexcept>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr int kMany = 10'000; // more than two batches

} // namespace

TEST_CASE("ledger bulk: reads, single events and attempts between bulk members see all that came before") {
    LedgerFixture ledger;
    auto writing = ledger.write();
    const std::int64_t first = writing->next_seq();
    for (int i = 0; i < kMany; ++i) {
        const auto seq = writing->append_member(event_of("member_registered"), synthetic_member(i));
        REQUIRE(seq.has_value());
        REQUIRE(*seq == first + i);
        if (i == 5'000) {
            const auto newest = writing->member(MemberId{*seq});
            REQUIRE(newest.has_value());
            REQUIRE(newest->has_value());
            CHECK((*newest)->name == synthetic_member(i).name);
        }
        if (i == 7'000) {
            const auto undone = writing->attempt([&]() -> Result<bool> {
                CHECK(writing->append_member(event_of("member_registered"), synthetic_member(kMany)).has_value());
                // Another identity for a member of before: its look-up is written, and goes with the rest.
                const MemberId changed{first + 6'500};
                Event event = event_of("member_corrected");
                Member after = synthetic_member(6'500);
                after.citizen_id = synthetic_member(kMany + 1).citizen_id;
                event.set.push_back({RecordKind::member, changed.value, difference(synthetic_member(6'500), after)});
                CHECK(writing->append(std::move(event)).has_value());
                return false;
            });
            CHECK(undone.has_value());
        }
    }
    CHECK(writing->next_seq() == first + kMany);
    REQUIRE(writing->commit().has_value());

    const auto read = ledger.read();
    CHECK(*read->count(RecordKind::member, {}) == kMany);
    const auto found = read->member_by_identity({synthetic_member(9'000).citizen_id, DocumentType::none, ""});
    REQUIRE(found.has_value());
    CHECK(*found == MemberId{first + 9'000});
    for (const int number : {0, 6'500, 6'999}) { // what waited before the attempt was not lost with it
        CHECK(*read->member_by_identity({synthetic_member(number).citizen_id, DocumentType::none, ""}) ==
              MemberId{first + number});
    }
    CHECK_FALSE(
        read->member_by_identity({synthetic_member(kMany + 1).citizen_id, DocumentType::none, ""})->has_value());
    CHECK(ledger.store()->verify().has_value());
}

TEST_CASE("ledger bulk: rows are stored once each, in their order, whatever the number of batches") {
    std::vector<std::int64_t> stored;
    {
        sqlite::BulkMembers bulk([&](const sqlite::BulkMembers::Row& row) { stored.push_back(row.entry.seq); });
        for (int i = 0; i < kMany; ++i) {
            bulk.next().entry.seq = i;
            if (i % 3'000 == 0) {
                bulk.settle();
                REQUIRE(stored.size() == static_cast<std::size_t>(i) + 1);
            }
        }
        bulk.settle();
    }
    REQUIRE(stored.size() == static_cast<std::size_t>(kMany));
    CHECK(std::is_sorted(stored.begin(), stored.end()));
}

TEST_CASE("ledger bulk: what a store throws in its thread is thrown again in the caller's") {
    sqlite::BulkMembers bulk([](const sqlite::BulkMembers::Row& row) {
        if (row.entry.seq == 4'000) {
            throw std::runtime_error("disk full");
        }
    });
    const auto add_all = [&] {
        for (int i = 0; i < kMany; ++i) {
            bulk.next().entry.seq = i;
        }
        bulk.settle();
    };
    CHECK_THROWS_AS(add_all(), std::runtime_error);
    CHECK_THROWS_AS(bulk.settle(), std::runtime_error);
}
