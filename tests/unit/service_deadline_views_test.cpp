// Deadlines as they are shown and called; what is found is tested beside.
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/deadlines/deadlines.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace jiezhuan;

namespace {

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("deadlines: days are late, left, or how long it lasts, and programs get those past the due day") {
    Deadline late;
    late.urgency = Urgency::overdue;
    late.since = Date(2026, 9, 1);
    late.due = Date(2026, 11, 1);
    Deadline soon = late;
    soon.urgency = Urgency::soon;
    soon.due = Date(2026, 12, 5);
    Deadline review = late;
    review.urgency = Urgency::review;
    review.due = Date();
    const Date day(2026, 11, 23);
    const auto at = [&](DeadlineView view, std::string_view id, std::size_t row) {
        const RowSet rows = deadline_rows({late, soon, review}, day, 0, view);
        const auto column =
            std::find_if(rows.columns.begin(), rows.columns.end(), [&](const Column& one) { return one.id == id; });
        REQUIRE(column != rows.columns.end());
        return rows.rows[row][static_cast<std::size_t>(column - rows.columns.begin())];
    };
    CHECK(at(DeadlineView::narrow, "lasts", 0).shown(Lang::zh) == "逾期 22 天");
    CHECK(at(DeadlineView::narrow, "lasts", 1).shown(Lang::zh) == "还有 12 天");
    CHECK(at(DeadlineView::narrow, "lasts", 2).shown(Lang::zh) == "已 83 天");
    CHECK(*at(DeadlineView::all, "days_overdue", 0).number() == 22);
    CHECK(*at(DeadlineView::all, "days_overdue", 1).number() == -12);
    CHECK(at(DeadlineView::all, "days_overdue", 2).absent());
}

TEST_CASE("deadlines: a list whose letters are awaited is not counted as over the limit") {
    Deadline stuck;
    stuck.rule = kStuck;
    stuck.urgency = Urgency::overdue;
    Deadline awaited = stuck;
    awaited.urgency = Urgency::review;
    const RowSet counts = deadline_counts({awaited, stuck});
    REQUIRE(counts.rows.size() == 2);
    CHECK(counts.rows[0][1].shown(Lang::zh) == "超过办理时限");
    CHECK(*counts.rows[0][2].number() == 1);
    CHECK(*counts.rows[0][4].number() == 0);
    CHECK(counts.rows[1][1].shown(Lang::zh) == "名单上有人未见介绍信");
    CHECK(*counts.rows[1][2].number() == 0);
    CHECK(*counts.rows[1][4].number() == 1);
    CHECK(counts.rows[0][0].shown(Lang::zh) == counts.rows[1][0].shown(Lang::zh));
}

TEST_CASE("deadlines: rules are called by their ids, the limits of the profile by one word") {
    CHECK(deadlines_called("rc-01") == Lines{"RC-01"});
    CHECK(deadlines_called("时限").size() == 4 + member_limits().size());
    CHECK(deadlines_called("Limit").size() == 4 + member_limits().size());
    for (const std::string& id : deadlines_called("时限")) { // one name, by which it is found again
        const auto name = limit_name(id);
        REQUIRE_MESSAGE(name, id);
        CHECK(deadlines_called(name->zh) == std::vector{id});
        CHECK(deadlines_called(name->en) == std::vector{id});
        CHECK(deadlines_called(id) == std::vector{id});
    }
    CHECK_FALSE(limit_name("RC-01"));
    CHECK(deadlines_called("transit_sla_days") == Lines{"transit_sla_days"});
    CHECK(deadlines_called("LT-99").empty());
}

TEST_CASE("deadlines: a rule that is asked of members says of which, one of transfers does not") {
    for (const DeadlineRule& row : member_deadlines()) {
        CAPTURE(row.text.id);
        CHECK((row.members != nullptr));
        CHECK((row.command != nullptr)); // there may be no transfer whose next step could be said instead
    }
    for (const DeadlineRule& row : transfer_deadlines()) {
        CAPTURE(row.text.id);
        CHECK((row.members == nullptr));
    }
    CHECK(transfer_deadlines().size() + member_deadlines().size() == deadline_rules().size());
}
