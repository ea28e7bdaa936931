#include "jiezhuan/base/moment.hpp"
#include "jiezhuan/model/records.hpp"
#include "tests/support/working.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr Date kEarly(2026, 9, 10);
constexpr Date kBetween(2026, 9, 15);
constexpr Date kLate(2026, 9, 20);

std::unique_ptr<Reading> on_day(LedgerFixture& ledger, Date day) {
    auto past = ledger.store()->read_past({day, std::nullopt});
    REQUIRE(past);
    return std::move(*past);
}

std::int64_t append(Working& working, std::string type, Date day, std::optional<Creation> create,
                    std::vector<Change> set = {}) {
    Event event = event_of(std::move(type), day);
    event.create = std::move(create);
    event.set = std::move(set);
    const auto seq = working->ledger.append(std::move(event));
    REQUIRE(seq);
    return *seq;
}

Creation member_at_home(int number, OrgId branch) {
    Member member = synthetic_member(number);
    member.branch = branch;
    return {RecordKind::member, to_json(member)};
}

Creation transfer_of(std::int64_t member) {
    Transfer transfer;
    transfer.member = MemberId{member};
    transfer.kind = TransferKind::within;
    transfer.state = TransferState::opened;
    return {RecordKind::transfer, to_json(transfer)};
}

} // namespace

TEST_CASE("past: who something happened to was there, though entered later") {
    LedgerFixture ledger(Date(2026, 9, 1));
    Working working(ledger);
    const auto branch =
        append(working, "organisation_added", kLate, Creation{RecordKind::organisation, to_json(Organisation{})});
    const auto member = append(working, "member_registered", kLate, member_at_home(1, OrgId{branch}));
    append(working, "member_registered", kLate, member_at_home(2, OrgId{branch}));
    const auto transfer = append(working, "transfer_opened", kEarly, transfer_of(member));
    append(working, "transfer_stepped", kLate, std::nullopt,
           {{RecordKind::transfer, transfer, {{"state", json::Value("approved")}}}});
    working.commit();

    CHECK(on_day(ledger, Date(2026, 9, 5))->members({})->empty());
    const auto past = on_day(ledger, kBetween);
    CHECK(past->members({})->size() == 1);
    CHECK((*past->member(MemberId{member}))->branch == OrgId{branch});
    CHECK((*past->organisation(OrgId{branch})).has_value());
    CHECK((*past->transfer(TransferId{transfer}))->state == TransferState::opened);
    CHECK(past->history(RecordKind::transfer, transfer)->size() == 1);
    CHECK(past->member_by_identity({synthetic_member(1).citizen_id, DocumentType::none, ""})->has_value());
    CHECK_FALSE(past->member_by_identity({synthetic_member(2).citizen_id, DocumentType::none, ""})->has_value());
    std::vector<std::int64_t> seen;
    REQUIRE(past->each_event(1, 0, [&](const LoggedEvent& event) -> Result<void> {
        seen.push_back(event.seq);
        return {};
    }));
    CHECK(seen == std::vector<std::int64_t>{1, 2, 3, branch, member, transfer});
}

TEST_CASE("past: a correction makes nobody appear, and refers to nothing that came later") {
    LedgerFixture ledger(Date(2026, 9, 1));
    Working working(ledger);
    const auto early = append(working, "member_registered", kEarly, member_at_home(1, LedgerFixture::kOwn));
    const auto branch =
        append(working, "organisation_added", kLate, Creation{RecordKind::organisation, to_json(Organisation{})});
    const auto late = append(working, "member_registered", kLate, member_at_home(2, LedgerFixture::kOwn));
    append(working, "member_corrected", kLate, std::nullopt,
           {{RecordKind::member, early, {{"branch", json::Value(branch)}, {"name", json::Value("张正")}}}});
    append(working, "member_corrected", kLate, std::nullopt,
           {{RecordKind::member, late, {{"name", json::Value("张误")}}}});
    working.commit();

    const auto past = on_day(ledger, kBetween);
    CHECK(past->members({})->size() == 1);
    CHECK((*past->member(MemberId{early}))->name == "张正");
    CHECK((*past->member(MemberId{early}))->branch == LedgerFixture::kOwn);
    CHECK(past->history(RecordKind::member, early)->size() == 2);
}

TEST_CASE("past: a clock that was wrong for one commit hides nothing that was known") {
    LedgerFixture ledger(Date(2026, 9, 1));
    int number = 0;
    for (const Date day : {Date(2026, 9, 2), Date(2027, 9, 2), Date(2026, 9, 3)}) {
        ledger.env() = fake_env(day);
        Working working(ledger);
        append(working, "member_registered", Date(2026, 9, 2), member_at_home(++number, LedgerFixture::kOwn));
        working.commit();
    }
    const auto known = [&](std::string_view moment) {
        const auto past = ledger.store()->read_past({{}, last_instant_of(moment)});
        REQUIRE(past);
        return (*past)->members({})->size();
    };
    CHECK(known("2026-09-02") == 1);
    CHECK(known("2026-09-03") == 3);
    CHECK(known("2026-09-03T08:59") == 1);
}

TEST_CASE("moment: a day, a minute and a second mean their last millisecond at UTC+8") {
    const auto china = [](std::string_view text) {
        const auto instant = last_instant_of(text);
        return instant ? time_in_china(*instant) + "." + std::to_string(instant->ms % 1000) : "none";
    };
    CHECK(china("2026-11-23") == "2026-11-23 23:59:59.999");
    CHECK(china("2026-11-23T09:00") == "2026-11-23 09:00:59.999");
    CHECK(china("2026-11-23 09:00:06") == "2026-11-23 09:00:06.999");
    for (const char* wrong : {"", "2026-11", "2026-02-30", "2026-11-23T", "2026-11-23T24:00", "2026-11-23T09:60",
                              "2026-11-23T09:00:60", "2026-11-23T09:00:06Z", "2026-11-23x09:00", "2026-11-23T9:00"}) {
        CAPTURE(wrong);
        CHECK(china(wrong) == "none");
    }
}
