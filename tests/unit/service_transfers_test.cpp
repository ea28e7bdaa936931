#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"
#include "tests/support/answers.hpp"
#include "tests/support/working.hpp"

#include <doctest/doctest.h>
#include <set>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

struct Street {
    OrgId first;
    OrgId second;
    OrgId far;
};
Street street(Work& work) {
    Street made;
    made.first = add_organisation(work, OrgKind::branch, "中共望江街道江滨社区第一支部委员会", LedgerFixture::kOwn);
    made.second = add_organisation(work, OrgKind::branch, "中共望江街道江滨社区第二支部委员会", LedgerFixture::kOwn);
    made.far = add_organisation(work, OrgKind::working_committee, "中国共产党海州市滨海区海港街道工作委员会");
    return made;
}

Transfer wanted(TransferKind kind, MemberId member, OrgId to) {
    Transfer transfer;
    transfer.kind = kind;
    transfer.member = member;
    transfer.to = to;
    transfer.reason = TransferReason::moved_home;
    transfer.destination = "海港街道第二社区";
    transfer.channel = Channel::online;
    return transfer;
}

std::string why(const Outcome& outcome) { return outcome.findings.empty() ? "" : outcome.findings.front().message.en; }

Arrival arrival_of(int number, const std::string& letter_no = "江机组转20260117") {
    Arrival arrival;
    arrival.member = synthetic_member(number);
    arrival.member.standing = Standing::none;
    arrival.member.standing_since = Date();
    arrival.transfer.kind = TransferKind::in;
    arrival.transfer.from_name = "中共江南机床厂委员会";
    arrival.transfer.reason = TransferReason::retired_handover;
    if (!letter_no.empty()) {
        Letter voucher;
        voucher.kind = LetterKind::introduction;
        voucher.no = letter_no;
        voucher.year = 2026;
        voucher.issued_on = Date(2026, 11, 2);
        voucher.valid_days = 30;
        voucher.valid_until = Date(2026, 12, 2);
        voucher.name = arrival.member.name;
        voucher.sex = arrival.member.sex;
        voucher.addressee = "中国共产党江南市临江区望江街道工作委员会";
        voucher.dues_paid_through = Date(2026, 11);
        voucher.issuer_name = arrival.transfer.from_name;
        voucher.stage = Stage::full;
        arrival.voucher = voucher;
    }
    return arrival;
}

} // namespace

TEST_CASE("transfers: every pair of state and action has its answer") {
    std::set<std::tuple<TransferKind, TransferState, Action>> seen;
    for (const Path& path : transfer_paths()) {
        CHECK(seen.emplace(path.kind, path.from, path.action).second);
        CHECK(is_open(path.from) != (path.from == TransferState::closed));
    }
    for (const CodeRow& kind : code_table<TransferKind>().rows) {
        for (const CodeRow& state : code_table<TransferState>().rows) {
            for (const CodeRow& action : code_table<Action>().rows) {
                const auto k = static_cast<TransferKind>(kind.value);
                const auto s = static_cast<TransferState>(state.value);
                const auto a = static_cast<Action>(action.value);
                const Path* path = find_path(k, s, a);
                CHECK((path != nullptr) == seen.contains({k, s, a}));
                if (path != nullptr) {
                    CHECK(path->to != TransferState::none);
                    continue;
                }
                Transfer transfer;
                transfer.id.value = 9;
                transfer.kind = k;
                transfer.state = s;
                const Outcome refused = not_in_this_state(OrgDirectory(), transfer, synthetic_member(1), a);
                CHECK(refused.refused);
                CHECK(refused.findings.front().message.zh.find(state.title.zh) != std::string::npos);
                CHECK(!refused.findings.front().fix.zh.empty());
            }
        }
    }
}

TEST_CASE("transfers: out online, from opened to left, each step once") {
    LedgerFixture ledger;
    Working working(ledger);
    const Street orgs = street(working.work());
    const MemberId member = add_member(working.work(), synthetic_member(3), orgs.first);
    const Outcome opened = must(open_transfer(working.work(), wanted(TransferKind::out, member, orgs.far)));
    REQUIRE_MESSAGE(!opened.refused, why(opened));
    const TransferId id{opened.created};
    CHECK(must(open_transfer(working.work(), wanted(TransferKind::out, member, orgs.far))).already);

    StepInput input;
    input.minutes = "2026年第11次会议";
    CHECK(must(step_transfer(working.work(), id, Action::send, input)).refused);
    CHECK(!must(step_transfer(working.work(), id, Action::approve, input)).refused);
    CHECK(must(step_transfer(working.work(), id, Action::approve, input)).already);
    StepInput other = input;
    other.minutes = "别的会议";
    CHECK(must(step_transfer(working.work(), id, Action::approve, other)).refused);
    input.online_no = "2026112300017";
    const Outcome sent = must(step_transfer(working.work(), id, Action::send, input));
    REQUIRE_MESSAGE(!sent.refused, why(sent));
    CHECK((*working->ledger.member(member))->standing == Standing::in_transit);
    CHECK(must(step_transfer(working.work(), id, Action::accept, {})).refused); // no evidence
    input.evidence = "系统接收回执2026112300017";
    CHECK(!must(step_transfer(working.work(), id, Action::accept, input)).refused);
    const auto after = *working->ledger.transfer(id);
    CHECK(after->state == TransferState::closed);
    const auto gone = *working->ledger.member(member);
    CHECK(gone->standing == Standing::left);
    CHECK(gone->leave_reason == LeaveReason::transferred);
    working.commit();
    CHECK(ledger.store()->verify());
}

TEST_CASE("transfers: somebody arrives with a letter, is verified, received and assigned") {
    LedgerFixture ledger;
    Working working(ledger);
    const Street orgs = street(working.work());
    const auto arrived = arrive(working.work(), arrival_of(5));
    REQUIRE_MESSAGE(arrived, arrived.error().message.en);
    REQUIRE_MESSAGE(!arrived->outcome.refused, why(arrived->outcome));
    CHECK((*working->ledger.transfer(arrived->transfer))->state == TransferState::presented);
    CHECK((*working->ledger.member(arrived->member))->standing == Standing::arriving);
    const auto again = arrive(working.work(), arrival_of(5));
    REQUIRE(again);
    CHECK(again->outcome.already);

    CHECK(must(step_transfer(working.work(), arrived->transfer, Action::verify, {})).refused); // on what basis?
    StepInput input;
    input.verified_basis = "介绍信、党员档案";
    input.branch = orgs.second;
    CHECK(!must(step_transfer(working.work(), arrived->transfer, Action::verify, input)).refused);
    const Outcome received = must(step_transfer(working.work(), arrived->transfer, Action::receive, input));
    REQUIRE_MESSAGE(!received.refused, why(received));
    CHECK((*working->ledger.member(arrived->member))->standing == Standing::home);
    CHECK(!must(step_transfer(working.work(), arrived->transfer, Action::assign, input)).refused);
    const auto assigned = *working->ledger.transfer(arrived->transfer);
    CHECK(assigned->state == TransferState::assigned);
    CHECK((*working->ledger.letter(assigned->letter))->state == LetterState::used);
    CHECK((*working->ledger.member(arrived->member))->branch == orgs.second);
}

TEST_CASE("transfers: an expired letter is taken down, but nobody is received on it") {
    LedgerFixture ledger;
    Working working(ledger);
    street(working.work());
    Arrival late = arrival_of(6);
    late.voucher->issued_on = Date(2026, 6, 1);
    late.voucher->valid_until = Date(2026, 7, 1);
    const auto arrived = arrive(working.work(), late);
    REQUIRE(arrived);
    REQUIRE_MESSAGE(!arrived->outcome.refused, why(arrived->outcome));
    StepInput input;
    input.verified_basis = "介绍信";
    CHECK(!must(step_transfer(working.work(), arrived->transfer, Action::verify, input)).refused);
    const Outcome received = must(step_transfer(working.work(), arrived->transfer, Action::receive, input));
    REQUIRE(received.refused);
    CHECK(received.findings.front().rule == "LT-08");
    input.reason = "介绍信已过期";
    CHECK(!must(step_transfer(working.work(), arrived->transfer, Action::return_, input)).refused);
    const auto returned = *working->ledger.transfer(arrived->transfer);
    CHECK(returned->state == TransferState::returned);
    CHECK((*working->ledger.letter(returned->letter))->state == LetterState::returned);
}

TEST_CASE("transfers: who is at home cannot arrive, and what is held waits") {
    LedgerFixture ledger;
    Working working(ledger);
    const Street orgs = street(working.work());
    const MemberId member = add_member(working.work(), synthetic_member(5), orgs.first);
    const auto arrived = arrive(working.work(), arrival_of(5));
    REQUIRE(arrived);
    CHECK(arrived->outcome.refused);
    const TransferId id{must(open_transfer(working.work(), wanted(TransferKind::within, member, orgs.second))).created};
    CHECK(must(step_transfer(working.work(), id, Action::hold, {})).refused); // no reason
    StepInput input;
    input.reason = "档案待补";
    CHECK(!must(step_transfer(working.work(), id, Action::hold, input)).refused);
    const Outcome held = must(step_transfer(working.work(), id, Action::approve, input));
    REQUIRE(held.refused);
    CHECK(held.findings.front().message.zh.find("档案待补") != std::string::npos);
    CHECK(!must(step_transfer(working.work(), id, Action::resume, {})).refused);
    CHECK(!must(step_transfer(working.work(), id, Action::approve, input)).refused);
    input.branch = orgs.second;
    CHECK(!must(step_transfer(working.work(), id, Action::assign, input)).refused);
    CHECK((*working->ledger.transfer(id))->state == TransferState::closed);
    CHECK((*working->ledger.member(member))->branch == orgs.second);
}

TEST_CASE("transfers: a step is not before the one that went ahead") {
    LedgerFixture ledger;
    Working working(ledger);
    const Street orgs = street(working.work());
    const MemberId member = add_member(working.work(), synthetic_member(9), orgs.first);
    const TransferId id{must(open_transfer(working.work(), wanted(TransferKind::out, member, orgs.far))).created};
    working->on = Date(2026, 11, 20);
    const Outcome early = must(step_transfer(working.work(), id, Action::approve, {}));
    REQUIRE(early.refused);
    CHECK(early.findings.front().message.en.find("2026-11-20") != std::string::npos);
    CHECK(step_transfer(working.work(), TransferId{999}, Action::approve, {}).error().code == Exit::not_found);
}
