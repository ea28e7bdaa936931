// Corners of lists of migrants; how clerks work with them is in tests/golden/transcripts/migrants-lists.txt.
#include "jiezhuan/service/intake/outflow_import.hpp"
#include "jiezhuan/service/migrants/activity_card.hpp"
#include "jiezhuan/service/migrants/migrant_match.hpp"
#include "jiezhuan/service/migrants/migrants.hpp"
#include "tests/support/importing.hpp"
#include "tests/unit/member_fixture.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

struct TwoSides : MemberFixture {
    TwoSides() { left(Date(2026, 8, 1)); }

    void left(Date since) {
        FlowInput entry;
        entry.since = since;
        entry.place = "海州市滨海区";
        REQUIRE_FALSE(must(record_flow(work, li, entry)).refused);
    }
    // As their list has the member.
    ListedMigrant listed() const {
        ListedMigrant row;
        row.said.name = member().name;
        row.said.citizen_id = member().citizen_id;
        row.said.away_since = Date(2026, 8, 3);
        row.said.report_in_on = Date(2026, 8, 5);
        row.said.report_in_to = "海港街道第二社区党支部";
        row.row = 2;
        return row;
    }
    MigrantMatch matched(const ListedMigrant& row, bool record = false, std::string place = "") {
        MatchOrder order;
        order.place = std::move(place);
        return record ? must(match_and_record(work, {{row}, {}}, order))
                      : must(match_migrants({work.ledger, work.organisations, work.profile, work.today()}, {{row}, {}},
                                            order));
    }
    MatchResult result(const ListedMigrant& row) { return matched(row).rows.front().result; }
};
using Fields = std::vector<std::string_view>;

} // namespace

TEST_CASE("migrant match: nothing is written unless it is asked for, and then once") {
    TwoSides sides;
    const std::int64_t before = sides.next();
    CHECK(all_agree(sides.matched(sides.listed())));
    CHECK(sides.next() == before);
    CHECK(sides.matched(sides.listed(), true).rows.front().recorded);
    CHECK(sides.member().report_in_on == Date(2026, 8, 5));
    CHECK(sides.member().report_in_to == "海港街道第二社区党支部");
    const std::int64_t after = sides.next();
    CHECK_FALSE(sides.matched(sides.listed(), true).rows.front().recorded);
    CHECK(sides.next() == after);
}

TEST_CASE("migrant match: nobody arrives before leaving, and what differs is not recorded") {
    TwoSides sides;
    ListedMigrant early = sides.listed();
    early.said.away_since = Date(2026, 7, 31);
    CHECK(sides.matched(early).rows.front().differs == Fields{"away_since"});
    early.said.away_since = Date(2026, 8); // perhaps on the first, perhaps later
    CHECK(sides.result(early) == MatchResult::agrees);
    ListedMigrant other = sides.listed();
    other.said.name = "别人";
    CHECK(sides.matched(other, true).rows.front().differs == Fields{"name"});
    CHECK(sides.member().report_in_to.empty());

    REQUIRE_FALSE(must(give_card(sides.work, sides.li, {"0110260012"})).refused);
    REQUIRE_FALSE(must(report_in(sides.work, sides.li, "海州大学党委")).refused);
    ListedMigrant row = sides.listed();
    row.said.card_no = "0110260013";
    CHECK(sides.matched(row).rows.front().differs == Fields{"report_in_on", "report_in_to", "card_no"});
}

TEST_CASE("migrant match: a row with errors is named, and who has its name is perhaps on it") {
    TwoSides sides;
    ListedMigrant unread = sides.listed();
    unread.said.citizen_id = CitizenId();
    const MatchSide ours{sides.work.ledger, sides.work.organisations, sides.work.profile, sides.work.today()};
    const MigrantMatch match = must(match_migrants(ours, {{}, {}, {unread}}, {}));
    REQUIRE(match.rows.size() == 2);
    CHECK(match.rows[0].result == MatchResult::only_ours);
    CHECK(match.rows[0].why.en == "row 2 of theirs has the name, and an error");
    CHECK(match.rows[1].result == MatchResult::wrong);
    CHECK(match_headline(match).en.ends_with("; with errors, not matched: 1"));
    CHECK_FALSE(all_agree(match));
}

TEST_CASE("migrant match: nobody reports in before leaving, and a number of another is said") {
    TwoSides sides;
    ListedMigrant early = sides.listed();
    early.said.away_since = Date();
    early.said.report_in_on = Date(2026, 7, 31);
    CHECK(sides.matched(early, true).rows.front().differs == Fields{"report_in_on"});
    REQUIRE_FALSE(must(come_back(sides.work, sides.li, "已返回")).refused);
    ListedMigrant other = sides.listed();
    other.said.name = "别人";
    const MigrantMatch match = sides.matched(other);
    CHECK(match.rows.front().result == MatchResult::only_theirs);
    CHECK(match.rows.front().why.en ==
          "the number is that of " + sides.li.text() + " " + sides.member().name + " here, theirs says 别人");
}

TEST_CASE("migrant match: who is on one side only") {
    TwoSides sides;
    ListedMigrant stranger = sides.listed();
    stranger.said.citizen_id = CitizenId();
    stranger.said.document_type = DocumentType::passport;
    stranger.said.document_no = "E0000001";
    const MigrantMatch all = sides.matched(stranger, true);
    REQUIRE(all.rows.size() == 2);
    CHECK(all.rows[0].result == MatchResult::only_theirs);
    CHECK_FALSE(all.rows[0].ours);
    CHECK(all.rows[1].result == MatchResult::only_ours);
    CHECK(sides.matched(stranger, false, "海州").rows.size() == 2);
    CHECK(sides.matched(stranger, false, "宁海").rows.size() == 1);

    REQUIRE_FALSE(must(come_back(sides.work, sides.li, "已返回")).refused);
    CHECK(sides.result(sides.listed()) == MatchResult::only_theirs);
}

TEST_CASE("migrant match: with an error in the list no row says that it was recorded") {
    TwoSides sides;
    MigrantList theirs{{sides.listed()}, {state_finding("", Text{"错", "wrong"}, Text{"改", "mend"})}};
    const MigrantMatch match = must(match_and_record(sides.work, std::move(theirs), {}));
    CHECK(has_errors(match.findings));
    CHECK_FALSE(match.rows.front().recorded);
}

TEST_CASE("migrant import: a row stands as a whole or not at all") {
    LedgerFixture ledger;
    MemberId first;
    MemberId second;
    {
        Working working(ledger);
        const OrgId branch = add_organisation(working.work(), OrgKind::branch, "第一支部", LedgerFixture::kOwn);
        first = add_member(working.work(), synthetic_member(1), branch);
        second = add_member(working.work(), synthetic_member(2), branch);
        REQUIRE_FALSE(must(give_card(working.work(), first, {"0110260012"})).refused);
        working.commit();
    }
    const std::string number = synthetic_member(2).citizen_id.text();
    const std::string row = synthetic_member(2).name + "," + number + ",2026-08-01,海州市,";
    const std::string header = "姓名,身份证号码,流出日期,流出地,活动证编号\n";
    Importing partly;
    partly.allow_partial = true;
    OutflowImport taken;
    CHECK(import_text(ledger, taken, "outflow", header + row + "0110260012\n", partly).exit == Exit::invalid_input);
    CHECK((*ledger.read()->member(second))->away_since.empty());
    OutflowImport good;
    CHECK(import_text(ledger, good, "outflow", header + row + "0110260013\n").counts.changed == 1);
    const auto after = ledger.read()->member(second);
    CHECK((*after)->card_no == "0110260013");
    CHECK((*after)->card_issued_on.empty()); // nobody said when
    OutflowImport again;
    CHECK(import_text(ledger, again, "outflow", header + row + "\n").counts.unchanged == 1);
}
