// Corners of the registers of migrants; a year with them is in tests/golden/transcripts/migrants-year.txt.
#include "jiezhuan/service/members/member_contacts.hpp"
#include "jiezhuan/service/members/member_marks.hpp"
#include "jiezhuan/service/migrants/activity_card.hpp"
#include "jiezhuan/service/migrants/migrant_register.hpp"
#include "jiezhuan/service/migrants/migrants.hpp"
#include "tests/unit/member_fixture.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

struct Migrants : MemberFixture {
    // On a day before the fixture's.
    Migrants& on(Date day) {
        work.on = day;
        work.on_given = true;
        return *this;
    }
    bool refused(const Result<Outcome>& outcome) { return must(outcome).refused; }
    void done(const Result<Outcome>& outcome) {
        const Outcome what = must(outcome);
        REQUIRE_MESSAGE(!what.refused, what.findings.front().message.en);
        CHECK_FALSE(what.already);
    }
    bool done_already(const Result<Outcome>& outcome) { return must(outcome).already; }
    void left(Date since, std::string place = "海州市滨海区") {
        done(record_flow(work, li, {since, std::move(place), TransferReason::working_away, {}, "王强"}));
    }
    TransferId away_with(Voucher voucher) {
        Transfer wanted;
        wanted.kind = TransferKind::temporary;
        wanted.member = li;
        wanted.destination = "沿海各市";
        wanted.voucher = voucher;
        wanted.reason = TransferReason::working_away;
        const TransferId id{must(open_transfer(work, wanted)).created};
        StepInput minutes;
        minutes.minutes = "会议记录";
        must(step_transfer(work, id, Action::approve, minutes));
        return id;
    }
    std::vector<Migrant> found(const MigrantFilter& filter, Date as_of = Date(2026, 11, 23)) {
        return must(migrants(work.ledger, work.organisations, work.profile, as_of, filter));
    }
    std::vector<std::string> asked(Date as_of) {
        std::vector<std::string> rules;
        const std::vector<Migrant> all = found({}, as_of);
        for (const DeadlineRule* row : all.front().asked) {
            rules.emplace_back(row->text.id);
        }
        return rules;
    }
};
using Rules = std::vector<std::string>;

} // namespace

TEST_CASE("migrants: the log keeps every contact, the record the last day") {
    Migrants street;
    street.on(Date(2026, 11, 20)).done(record_contact(street.work, street.li, {"电话", "年底回来"}));
    street.on(Date(2026, 10, 1)).done(record_contact(street.work, street.li, {"走访", ""}));
    CHECK(street.member().last_contact == Date(2026, 11, 20));
    const std::int64_t before = street.next();
    CHECK(street.on(Date(2026, 11, 20)).done_already(record_contact(street.work, street.li, {" 电话 ", "年底回来"})));
    CHECK(street.next() == before);
    street.done(record_contact(street.work, street.li, {"电话", "已报到"}));
    const RowSet log = must(contact_rows(street.work.ledger, street.li));
    REQUIRE(log.rows.size() == 3);
    CHECK(log.rows[0][0].machine() == "2026-10-01");
    CHECK(log.rows[2][2].machine() == "已报到");
}

TEST_CASE("migrants: of whom contact was lost it is said how that ends, and who left is called no more") {
    Migrants street;
    MarkInput mark{Mark::lost_contact, "排查记录"};
    mark.cause = LossCause::moved;
    REQUIRE_FALSE(must(mark_member(street.work, street.li, mark)).refused);
    CHECK(must(record_contact(street.work, street.li, {"电话", ""})).findings.size() == 1);
    REQUIRE_FALSE(must(mark_member(street.work, street.li, {Mark::died, "死亡证明"})).refused);
    CHECK(street.refused(record_contact(street.work, street.li, {"走访", ""})));
    CHECK(street.refused(record_flow(street.work, street.li, {})));
    CHECK(street.refused(give_card(street.work, street.li, {"0110260012", ""})));
    CHECK(street.refused(come_back(street.work, street.li, "已返回")));
}

TEST_CASE("migrants: the day of leaving becomes more precise, and never another") {
    Migrants street;
    street.left(Date(2026, 5));
    street.done(record_flow(street.work, street.li, {Date(2026, 5, 20), "", {}, {}, ""}));
    CHECK(street.done_already(record_flow(street.work, street.li, {Date(2026, 5), "", {}, {}, ""})));
    CHECK(street.refused(record_flow(street.work, street.li, {Date(2026, 6), "", {}, {}, ""})));
    street.done(record_flow(street.work, street.li, {Date(2026), "海州市", {}, {}, ""}));
    CHECK(street.member().away_since == Date(2026, 5, 20));
    CHECK(street.member().away_place == "海州市");
    CHECK(street.member().away_reason == TransferReason::working_away);
}

TEST_CASE("migrants: a return leaves the card and nothing else, and ends a time away") {
    Migrants street;
    const TransferId stay = street.away_with(Voucher::activity_card);
    street.done(give_card(street.work, street.li, {"0110260012", ""}));
    CHECK((*street.work.ledger.transfer(stay))->state == TransferState::active);
    street.done(come_back(street.work, street.li, "已返回"));
    CHECK((*street.work.ledger.transfer(stay))->state == TransferState::ended);
    CHECK(street.member().away_since.empty());
    CHECK(street.member().card_no == "0110260012");
    CHECK(street.done_already(come_back(street.work, street.li, "已返回")));

    street.left(Date(2026, 11, 1));
    street.on(Date(2026, 11, 23)).done(come_back(street.work, street.li, "合同到期"));
    CHECK(street.member().away_place.empty());
    CHECK(street.done_already(come_back(street.work, street.li, "合同到期")));
    CHECK(street.refused(come_back(street.work, street.li, "别的原因")));
}

TEST_CASE("migrants: one card for a person, a new one is for a reason and not inspected yet") {
    Migrants street;
    const MemberId other = add_member(street.work, synthetic_member(2), street.first);
    street.left(Date(2025, 5, 1));
    street.on(Date(2025, 5, 1)).done(give_card(street.work, street.li, {"0110260012", ""}));
    street.on(Date(2026, 4, 1)).done(inspect_card(street.work, street.li));
    CHECK(street.refused(give_card(street.work, other, {"0110260012", ""})));
    CHECK(street.refused(give_card(street.work, street.li, {"0110260013", ""})));
    street.done(give_card(street.work, street.li, {"0110260013", "遗失补发"}));
    CHECK(street.member().card_checked_on.empty());
    street.on(Date(2026, 3, 1));
    CHECK(street.refused(inspect_card(street.work, street.li)));
}

TEST_CASE("migrants: no card for who goes with a certificate") {
    Migrants street;
    Transfer wanted;
    wanted.kind = TransferKind::temporary;
    wanted.member = street.li;
    wanted.to = street.far;
    wanted.destination = "海港街道第二社区";
    wanted.voucher = Voucher::membership_certificate;
    wanted.away_until = street.work.on.plus_months(3);
    wanted.reason = TransferReason::working_away;
    REQUIRE_FALSE(must(open_transfer(street.work, wanted)).refused);
    CHECK(street.refused(give_card(street.work, street.li, {"0110260012", ""})));
}

TEST_CASE("migrants: another organisation replaces the one reported in to") {
    Migrants street;
    street.on(Date(2026, 10, 1)).done(report_in(street.work, street.li, "海港街道第二社区党支部"));
    CHECK(street.found({MigrantRegister::residence, {}, ""}).size() == 1);
    street.on(Date(2026, 11, 1)).done(report_in(street.work, street.li, "海港街道第三社区党支部"));
    CHECK(street.member().report_in_on == Date(2026, 11, 1));
    street.on(Date(2026, 10, 5));
    CHECK(street.refused(report_in(street.work, street.li, "海港街道第二社区党支部")));
}

TEST_CASE("migrants: whose relation should go there, nothing more is asked of the absence") {
    Migrants street;
    street.left(Date(2026, 5, 1), "海州市");
    CHECK(street.asked(Date(2026, 6, 1)) == Rules{"FL-02"});
    CHECK(street.asked(Date(2026, 11, 1)) == Rules{"FL-01"});
    CHECK(street.found({MigrantRegister::outflow, {}, "FL-02"}, Date(2026, 11, 1)).empty());
    CHECK(street.found({MigrantRegister::outflow, street.far, ""}).empty());
    CHECK(street.found({MigrantRegister::outflow, street.first, ""}).size() == 1);
    CHECK(street.found({MigrantRegister::inflow, {}, ""}).empty());
    street.transfer_out(true);
    CHECK(street.found({}).size() == 1);
    CHECK(street.asked(Date(2026, 11, 23)).empty());
}
