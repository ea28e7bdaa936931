#include "jiezhuan/service/members/member_marks.hpp"
#include "tests/unit/member_fixture.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

TEST_CASE("service members: a death takes the open transfer with it, in one commit") {
    MemberFixture f;
    f.work.on = Date(2026, 11, 1);
    f.li = add_member(f.work, synthetic_member(2), f.first);
    f.work.on = Date(2026, 11, 10);
    const TransferId transfer = f.transfer_out(true);
    CHECK(f.member().standing == Standing::in_transit);
    f.work.on = Date(2026, 11, 3); // before the transfer was sent: it happened before anybody knew
    const Outcome outcome = must(mark_member(f.work, f.li, {Mark::died, "死亡医学证明"}));
    CHECK_FALSE(outcome.refused);
    CHECK((*f.work.ledger.transfer(transfer))->state == TransferState::withdrawn);
    CHECK((*f.work.ledger.transfer(transfer))->outcome_reason == "去世：死亡医学证明");
    CHECK(f.work.ledger.history(RecordKind::transfer, transfer.value)->back().event.date == Date(2026, 11, 10));
    const Member gone = f.member();
    CHECK(gone.standing == Standing::left);
    CHECK(gone.leave_reason == LeaveReason::died);
    CHECK(gone.left_on == Date(2026, 11, 3));
    CHECK(f.work.on == Date(2026, 11, 3));
}

TEST_CASE("service members: what a mark settles is of the day of the mark, and so can its being taken back be") {
    MemberFixture f;
    f.work.on = Date(2026, 11, 1);
    f.li = add_member(f.work, synthetic_member(2), f.first);
    const TransferId transfer = f.transfer_out(true);
    f.work.on = Date(2026, 11, 10);
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::died, "死亡医学证明"})).refused);
    CHECK(f.work.ledger.history(RecordKind::transfer, transfer.value)->back().event.date == Date(2026, 11, 10));
    f.work.on = Date(2026, 11, 12);
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::mistaken, "本人在世"})).refused);
    CHECK(f.member().standing == Standing::in_transit);
    CHECK((*f.work.ledger.transfer(transfer))->state == TransferState::sent);
    CHECK((*f.work.ledger.transfer(transfer))->outcome_reason.empty());
}

TEST_CASE("service members: a mark taken back leaves what it settled where something was done since") {
    MemberFixture f;
    f.work.on = Date(2026, 11, 1);
    f.li = add_member(f.work, synthetic_member(2), f.first);
    const TransferId transfer = f.transfer_out(false);
    f.work.on = Date(2026, 11, 10);
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::died, "死亡医学证明"})).refused);
    Event noted = f.work.event("transfer_corrected");
    noted.set.push_back({RecordKind::transfer, transfer.value, {{"outcome_reason", json::Value("另有原因")}}});
    must(f.work.ledger.append(std::move(noted)));
    const Outcome undone = must(mark_member(f.work, f.li, {Mark::mistaken, "本人在世"}));
    CHECK_FALSE(undone.refused);
    REQUIRE(undone.findings.size() == 1);
    CHECK(undone.findings.front().fix.en.find("jiezhuan transfer open") != std::string::npos);
    CHECK(f.member().standing == Standing::home);
    CHECK((*f.work.ledger.transfer(transfer))->state == TransferState::withdrawn);
}

TEST_CASE("service members: nobody leaves, and nobody is received, before the ledger has them") {
    MemberFixture f;
    const TransferId transfer = f.transfer_out(false);
    const Date entered = f.work.on;
    f.work.on = entered.plus_days(-1);
    for (const Mark mark : {Mark::died, Mark::expelled, Mark::suspended, Mark::not_ours}) {
        CAPTURE(code_id(mark));
        CHECK(must(mark_member(f.work, f.li, {mark, "某文件", "望江街道党工委"})).refused);
    }
    CHECK_FALSE(
        must(mark_member(f.work, f.li, {Mark::rectification, "某文件", "望江街道党工委"})).refused); // as it was
    StepInput input;
    input.online_no = "ZX2026110001";
    input.evidence = "系统接收";
    f.work.on = entered;
    CHECK_FALSE(must(step_transfer(f.work, transfer, Action::send, input)).refused);
    CHECK_FALSE(must(step_transfer(f.work, transfer, Action::accept, input)).refused);
    CHECK(f.member().standing == Standing::left);
}

TEST_CASE("service members: a relation that was received stays with us until its receipt is done") {
    MemberFixture f;
    Arrival arrival;
    arrival.member = synthetic_member(7);
    arrival.member.standing = Standing::none;
    arrival.member.standing_since = Date();
    arrival.transfer.kind = TransferKind::in;
    arrival.transfer.from_name = "中共江南机床厂委员会";
    arrival.transfer.channel = Channel::both;
    const auto arrived = arrive(f.work, arrival);
    REQUIRE(arrived);
    REQUIRE_FALSE(arrived->outcome.refused);
    Transfer received = **f.work.ledger.transfer(arrived->transfer);
    const Transfer before = received;
    received.state = TransferState::received;
    received.received_on = Date(2026, 11, 20);
    Event event = f.work.event("transfer_stepped");
    event.set = {{RecordKind::transfer, received.id.value, difference(before, received)},
                 {RecordKind::member, arrived->member.value, {{"standing", json::Value("home")}}}};
    REQUIRE(f.work.ledger.append(std::move(event)));
    const Outcome outcome = must(mark_member(f.work, arrived->member, {Mark::died, "家属报告"}));
    CHECK_FALSE(outcome.refused);
    CHECK((*f.work.ledger.transfer(arrived->transfer))->state == TransferState::received);
    CHECK(has_errors(outcome.findings) == false);
    CHECK(outcome.findings.front().severity == Severity::warning);
}

TEST_CASE("service members: who only arrives and dies was never counted, and is not counted as having left") {
    MemberFixture f;
    Arrival arrival;
    arrival.member = synthetic_member(7);
    arrival.member.standing = Standing::none;
    arrival.transfer.kind = TransferKind::in;
    arrival.transfer.from_name = "中共江南机床厂委员会";
    const auto arrived = arrive(f.work, arrival);
    CHECK_FALSE(must(mark_member(f.work, arrived->member, {Mark::died, "家属报告"})).refused);
    const Member member = **f.work.ledger.member(arrived->member);
    CHECK(member.standing == Standing::not_admitted);
    CHECK(member.leave_reason == LeaveReason::died);
    CHECK((*f.work.ledger.transfer(arrived->transfer))->state == TransferState::withdrawn);
}

TEST_CASE("service members: no mark without a basis, none that does not fit, and nothing is left behind") {
    MemberFixture f;
    const TransferId transfer = f.transfer_out(true);
    const std::int64_t next = f.next();
    for (const CodeRow& row : code_table<Mark>().rows) {
        CAPTURE(row.id);
        CHECK(must(mark_member(f.work, f.li, {static_cast<Mark>(row.value), " "})).refused);
    }
    for (const Mark mark : {Mark::found, Mark::returned, Mark::restored, Mark::mistaken, Mark::probation_cancelled,
                            Mark::discipline_ended, Mark::rectified, Mark::abroad}) {
        CAPTURE(code_id(mark));
        CHECK(must(mark_member(f.work, f.li, {mark, "支部记录"})).refused);
    }
    CHECK(f.next() == next);
    CHECK((*f.work.ledger.transfer(transfer))->state == TransferState::sent);
}

TEST_CASE("service members: the same mark again is done already, with another basis it is refused") {
    MemberFixture f;
    must(mark_member(f.work, f.li, {Mark::died, "死亡医学证明"}));
    CHECK(must(mark_member(f.work, f.li, {Mark::died, "死亡医学证明"})).already);
    CHECK(must(mark_member(f.work, f.li, {Mark::died, "家属报告"})).refused);
    f.work.on = Date(2026, 11, 20);
    CHECK(must(mark_member(f.work, f.li, {Mark::died, "死亡医学证明"})).refused); // another day
    f.work.on_given = false;
    CHECK(must(mark_member(f.work, f.li, {Mark::died, "死亡医学证明"})).already);
}

TEST_CASE("service members: contact is lost and found, a member goes abroad and returns") {
    MemberFixture f;
    MarkInput lost{Mark::lost_contact, "支部排查记录"};
    CHECK(must(mark_member(f.work, f.li, lost)).refused); // why, and since when?
    lost.cause = LossCause::working_away;
    lost.last_contact = Date(2026, 3);
    CHECK_FALSE(must(mark_member(f.work, f.li, lost)).refused);
    CHECK(must(mark_member(f.work, f.li, lost)).already);
    lost.cause = LossCause::moved;
    CHECK(must(mark_member(f.work, f.li, lost)).refused);
    CHECK(f.member().loss_cause == LossCause::working_away);
    CHECK(f.member().status == MemberStatus::lost_contact);
    CHECK(f.member().standing == Standing::home); // never a conclusion about the membership
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::found, "本人来电"})).refused);
    CHECK(f.member().status == MemberStatus::none);
    CHECK(f.member().last_contact == f.work.on);
    MarkInput abroad{Mark::abroad, "党委批复", "望江街道党工委"};
    CHECK(must(mark_member(f.work, f.li, abroad)).refused); // what for?
    abroad.purpose = AbroadPurpose::study;
    CHECK(must(mark_member(f.work, f.li, abroad)).findings.empty());
    CHECK(f.member().status_decided_by == "望江街道党工委");
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::returned, "本人申请"})).refused);
}

TEST_CASE("service members: a status that was there before holds on when contact is found again") {
    MemberFixture f;
    MarkInput discipline{Mark::probation_discipline, "街工委[2026]8号", "望江街道党工委"};
    discipline.until = Date(2029, 1, 1);
    CHECK(must(mark_member(f.work, f.li, discipline)).refused); // ST-07: more than two years
    discipline.until = Date(2027, 11, 1);
    CHECK_FALSE(must(mark_member(f.work, f.li, discipline)).refused);
    MarkInput lost{Mark::lost_contact, "支部排查记录", "", {}, LossCause::moved};
    lost.until = Date(2027, 1, 1);
    CHECK(must(mark_member(f.work, f.li, lost)).refused); // has no period
    lost.until = Date();
    CHECK_FALSE(must(mark_member(f.work, f.li, lost)).refused);
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::found, "本人来电"})).refused);
    CHECK(f.member().status == MemberStatus::probation_discipline);
    CHECK(f.member().status_until == Date(2027, 11, 1));
}

TEST_CASE("service members: nobody moves whose membership is to be verified, nor while it is suspended") {
    MemberFixture f;
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::pending_verify, "档案存疑"})).refused);
    Transfer wanted;
    wanted.kind = TransferKind::out;
    wanted.member = f.li;
    wanted.to = add_organisation(f.work, OrgKind::working_committee, "中国共产党海州市海港街道工作委员会");
    wanted.destination = "中共海港街道第二社区支部委员会";
    CHECK(must(open_transfer(f.work, wanted)).refused);
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::verified, "已核对档案"})).refused);
    const MarkInput disciplined{Mark::under_discipline, "警告处分决定", "望江街道党工委"};
    CHECK_FALSE(must(mark_member(f.work, f.li, disciplined)).refused);
    const Outcome opened = must(open_transfer(f.work, wanted));
    CHECK_FALSE(opened.refused);
    const bool said = std::any_of(opened.findings.begin(), opened.findings.end(), [](const Finding& one) {
        return one.fix.zh.find("随档案转递") != std::string::npos;
    });
    CHECK(said);
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::suspended, "街工委[2026]9号"})).refused);
    const Outcome refused = must(open_transfer(f.work, wanted));
    CHECK(refused.refused);
    CHECK(refused.findings.front().message.zh.find("ST-01") != std::string::npos);
}

TEST_CASE("service members: a mark that was a mistake is taken back once") {
    MemberFixture f;
    const Member before = f.member();
    must(mark_member(f.work, f.li, {Mark::suspended, "街工委[2026]8号"}));
    must(mark_member(f.work, f.li, {Mark::died, "同名误报"}));
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::mistaken, "经核实为同名"})).refused);
    CHECK(f.member().standing == Standing::suspended);
    CHECK(f.member().leave_reason == LeaveReason::none);
    CHECK(must(mark_member(f.work, f.li, {Mark::mistaken, "再撤一次"})).refused);
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::restored, "街工委[2026]9号"})).refused);
    CHECK(f.member().standing == before.standing);
    CHECK(f.member().status == MemberStatus::restored);
}

TEST_CASE("service members: who left by a transfer comes back by a transfer") {
    MemberFixture f;
    const TransferId transfer = f.transfer_out(true);
    StepInput input;
    input.evidence = "网上接收 2026-11-23";
    REQUIRE_FALSE(step_transfer(f.work, transfer, Action::accept, input)->refused);
    CHECK(must(mark_member(f.work, f.li, {Mark::mistaken, "误登"})).refused);
    CHECK(must(mark_member(f.work, f.li, {Mark::restored, "误登"})).refused);
}
