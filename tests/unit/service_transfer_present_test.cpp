// A letter that is brought: written down, put right, sent back and brought again; and who may bring one.
#include "jiezhuan/service/members/member_marks.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/responsible.hpp"
#include "jiezhuan/service/transfers/transfer_views.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"
#include "tests/support/working.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

const std::string kFrom = "中共江南机床厂委员会";

struct Desk {
    LedgerFixture ledger;
    Working working{ledger};
    OrgId branch =
        add_organisation(working.work(), OrgKind::branch, "中共望江街道江滨社区第一支部委员会", LedgerFixture::kOwn);

    Work& work() { return working.work(); }
    Transfer transfer(TransferId id) { return **work().ledger.transfer(id); }
    Member member(MemberId id) { return **work().ledger.member(id); }
    Letter letter(TransferId id) { return **work().ledger.letter(transfer(id).letter); }

    Outcome step(TransferId id, Action action, const StepInput& input = {}) {
        auto outcome = step_transfer(work(), id, action, input);
        REQUIRE_MESSAGE(outcome, outcome.error().message.en);
        return *outcome;
    }
    Outcome present(TransferId id, const Letter& typed) {
        StepInput input;
        input.voucher = typed;
        const Transfer now = transfer(id);
        REQUIRE(complete_voucher(work(), now, member(now.member), *input.voucher));
        return step(id, Action::present, input);
    }
    Outcome verify(TransferId id) {
        StepInput input;
        input.verified_basis = "介绍信、党员档案";
        return step(id, Action::verify, input);
    }
    Outcome send_back(TransferId id) {
        StepInput input;
        input.reason = "漏填党费";
        return step(id, Action::return_, input);
    }
};

Letter paper(const std::string& no) {
    Letter letter;
    letter.kind = LetterKind::introduction;
    letter.no = no;
    letter.issued_on = Date(2026, 11, 2);
    letter.valid_days = 30;
    letter.dues_paid_through = Date(2026, 11);
    return letter;
}

Arrival coming(int number, const std::string& letter_no = "") {
    Arrival arrival;
    arrival.member = synthetic_member(number);
    arrival.member.standing = Standing::none;
    arrival.member.standing_since = Date();
    arrival.transfer.kind = TransferKind::in;
    arrival.transfer.from_name = kFrom;
    if (!letter_no.empty()) {
        arrival.voucher = paper(letter_no);
    }
    return arrival;
}

ArrivalOutcome came(Desk& desk, const Arrival& arrival) {
    auto outcome = arrive(desk.work(), arrival, {});
    REQUIRE_MESSAGE(outcome, outcome.error().message.en);
    return *outcome;
}

bool found(const Outcome& outcome, std::string_view rule) {
    for (const Finding& finding : outcome.findings) {
        if (finding.rule == rule) {
            return true;
        }
    }
    return false;
}

} // namespace

TEST_CASE("present: one person brings a letter, and all is written down in one act") {
    Desk desk;
    const ArrivalOutcome here = came(desk, coming(5, "江机组转7"));
    REQUIRE_FALSE(here.outcome.refused);
    CHECK(desk.transfer(here.transfer).state == TransferState::presented);
    CHECK(desk.member(here.member).standing == Standing::arriving);
    const Letter letter = desk.letter(here.transfer);
    CHECK(letter.issuer_name == kFrom);
    CHECK(letter.valid_until == Date(2026, 12, 2));
    CHECK(letter.addressee == "中国共产党江南市临江区望江街道工作委员会");
    CHECK(came(desk, coming(5, "江机组转7")).outcome.already);
}

TEST_CASE("present: what the paper says of the member is taken from what is known") {
    Desk desk;
    Arrival arrival = coming(5, "江机组转7");
    arrival.member.citizen_id = CitizenId();
    arrival.member.document_type = DocumentType::officer_card;
    arrival.member.document_no = "军字第0000001号";
    arrival.member.phone = "00000001234";
    arrival.transfer.destination = "江滨社区第一支部";
    const ArrivalOutcome here = came(desk, arrival);
    REQUIRE_FALSE(here.outcome.refused);
    const Letter letter = desk.letter(here.transfer);
    CHECK(letter.id_no == "军字第0000001号");
    CHECK(letter.sex == arrival.member.sex);
    CHECK(letter.ethnic == arrival.member.ethnic);
    CHECK(letter.to_unit == "江滨社区第一支部");
    CHECK(letter.member_contact == "00000001234");
}

TEST_CASE("present: a letter is not of a day after it was brought") {
    Desk desk;
    const ArrivalOutcome here = came(desk, coming(5));
    Letter tomorrow = paper("江机组转7");
    tomorrow.issued_on = Date(2026, 11, 24);
    const Outcome refused = desk.present(here.transfer, tomorrow);
    REQUIRE(refused.refused);
    CHECK(refused.findings.front().message.zh == "介绍信日期 2026-11-24 晚于报到日期 2026-11-23");
    CHECK(desk.transfer(here.transfer).state == TransferState::expected);
}

TEST_CASE("present: a letter for somebody else is taken down, and said to be") {
    Desk desk;
    const ArrivalOutcome here = came(desk, coming(5));
    Letter elsewhere = paper("江机组转7");
    elsewhere.addressee = "中国共产党海州市滨海区海港街道工作委员会";
    const Outcome taken = desk.present(here.transfer, elsewhere);
    CHECK_FALSE(taken.refused);
    CHECK(found(taken, "RT-02"));
    elsewhere.addressee = "中共江南市临江区望江街道工作委员会"; // ours, by the other prefix
    const Outcome corrected = desk.present(here.transfer, elsewhere);
    CHECK_FALSE(corrected.already);
    CHECK_FALSE(found(corrected, "RT-02"));
}

TEST_CASE("present: what was written down wrongly is put right before the member is received, and never thrown away") {
    Desk desk;
    const ArrivalOutcome here = came(desk, coming(5));
    Letter typed = paper("江机组转7");
    CHECK_FALSE(desk.present(here.transfer, typed).refused);
    const LetterId letter = desk.transfer(here.transfer).letter;
    CHECK(desk.present(here.transfer, typed).already);
    CHECK_FALSE(desk.verify(here.transfer).refused);

    Letter right;
    right.no = "江机组转8";
    right.valid_days = 60;
    const Outcome corrected = desk.present(here.transfer, right);
    CHECK_FALSE(corrected.refused);
    CHECK_FALSE(corrected.already);
    CHECK(desk.transfer(here.transfer).letter == letter);
    CHECK(desk.transfer(here.transfer).state == TransferState::verified);
    CHECK(desk.letter(here.transfer).no == "江机组转8");
    CHECK(desk.letter(here.transfer).valid_until == Date(2027, 1, 1));
    CHECK(desk.letter(here.transfer).dues_paid_through == Date(2026, 11)); // what was not said stays

    CHECK_FALSE(desk.step(here.transfer, Action::receive).refused);
    right.valid_days = 90;
    CHECK(desk.present(here.transfer, right).refused); // too late to correct, and not "done before"
    desk.working.commit();
    CHECK(desk.ledger.store()->verify());
}

TEST_CASE("present: a letter without the month of the dues has two ways on, typed as advised") {
    Desk desk;
    Arrival arrival = coming(5);
    arrival.member.dues_paid_through = Date();
    const ArrivalOutcome here = came(desk, arrival);
    Letter blank = paper("江机组转7");
    blank.dues_paid_through = Date();
    CHECK_FALSE(desk.present(here.transfer, blank).refused);
    CHECK_FALSE(desk.verify(here.transfer).refused);
    const Outcome refused = desk.step(here.transfer, Action::receive);
    REQUIRE(found(refused, "LT-10"));
    const std::string id = here.transfer.text();
    CHECK(refused.findings.front().fix.zh == "我方漏记或记错的：jiezhuan transfer present " + id +
                                                 " --dues 年月；信上就是这样的，退回原单位：jiezhuan transfer return " +
                                                 id + " --reason 原因");
    SUBCASE("we left it out") {
        Letter dues;
        dues.dues_paid_through = Date(2026, 11);
        CHECK_FALSE(desk.present(here.transfer, dues).refused);
        CHECK_FALSE(desk.step(here.transfer, Action::receive).refused);
    }
    SUBCASE("the mended letter comes back under its number") {
        CHECK_FALSE(desk.send_back(here.transfer).refused);
        CHECK_FALSE(desk.present(here.transfer, paper("江机组转7")).refused);
        CHECK(desk.step(here.transfer, Action::receive).refused); // verified anew
        CHECK_FALSE(desk.verify(here.transfer).refused);
        const Outcome received = desk.step(here.transfer, Action::receive);
        CHECK_FALSE(found(received, "LT-02"));
        CHECK_FALSE(received.refused);
    }
}

TEST_CASE("present: who left or was not admitted comes again, who died does not") {
    Desk desk;
    Member gone = synthetic_member(5);
    gone.standing = Standing::left;
    gone.left_on = Date(2026, 3, 1);
    gone.leave_reason = LeaveReason::transferred;
    const MemberId id = add_member(desk.work(), gone, desk.branch);
    Transfer wanted = coming(5).transfer;
    wanted.member = id;
    SUBCASE("with the letter in hand") {
        auto outcome = open_and_present(desk.work(), wanted, paper("江机组转7"));
        REQUIRE(outcome);
        REQUIRE_FALSE(outcome->outcome.refused);
        CHECK(desk.member(id).standing == Standing::arriving);
        CHECK(desk.member(id).leave_reason == LeaveReason::none);
        CHECK(desk.transfer(outcome->transfer).state == TransferState::presented);
    }
    SUBCASE("as a newcomer: the number is kept") {
        const ArrivalOutcome here = came(desk, coming(5));
        CHECK(here.member == id);
        CHECK(desk.member(id).standing == Standing::arriving);
    }
    SUBCASE("under another name: somebody else") {
        Arrival other = coming(5);
        other.member.name = "李四";
        const ArrivalOutcome here = came(desk, other);
        CHECK(here.outcome.refused);
        CHECK(desk.member(id).name == gone.name);
    }
    SUBCASE("died") {
        Member dead = synthetic_member(6);
        dead.standing = Standing::left;
        dead.left_on = Date(2026, 3, 1);
        dead.leave_reason = LeaveReason::died;
        add_member(desk.work(), dead, desk.branch);
        const ArrivalOutcome here = came(desk, coming(6));
        CHECK(here.outcome.refused);
        CHECK(found(here.outcome, "ST-02"));
    }
}

TEST_CASE("present: who was registered as ours by mistake is taken back with a basis, and then arrives") {
    Desk desk;
    const MemberId id = add_member(desk.work(), synthetic_member(5), desk.branch);
    const auto mark = [&](Mark what, const std::string& basis) {
        auto outcome = mark_member(desk.work(), id, {what, basis});
        REQUIRE(outcome);
        return *outcome;
    };
    const Outcome nothing = mark(Mark::mistaken, "未转入");
    REQUIRE(nothing.refused);
    CHECK(nothing.findings.front().fix.zh.find("--as not_ours") != std::string::npos);
    CHECK(mark(Mark::not_ours, "").refused);
    CHECK_FALSE(mark(Mark::not_ours, "未转入").refused);
    CHECK(desk.member(id).standing == Standing::not_admitted);
    CHECK_FALSE(mark(Mark::mistaken, "核对有误").refused);
    CHECK(desk.member(id).standing == Standing::home);
    CHECK_FALSE(mark(Mark::not_ours, "确未转入").refused);
    CHECK_FALSE(came(desk, coming(5)).outcome.refused);
    CHECK(desk.member(id).standing == Standing::arriving);
}

TEST_CASE("transfers: nobody is sent nowhere, and minutes can be supplied after the sending") {
    Desk desk;
    const MemberId id = add_member(desk.work(), synthetic_member(5), desk.branch);
    Transfer wanted;
    wanted.kind = TransferKind::out;
    wanted.member = id;
    wanted.channel = Channel::online;
    wanted.online_no = "2026112300017";
    auto nowhere = open_transfer(desk.work(), wanted);
    REQUIRE(nowhere);
    CHECK(nowhere->refused);
    wanted.to = add_organisation(desk.work(), OrgKind::working_committee, "中国共产党海州市滨海区海港街道工作委员会");
    const TransferId out{open_transfer(desk.work(), wanted)->created};
    CHECK_FALSE(desk.step(out, Action::approve).refused);
    CHECK_FALSE(desk.step(out, Action::send).refused); // by the number that was kept
    StepInput minutes;
    minutes.minutes = "2026年第11次会议";
    CHECK_FALSE(desk.step(out, Action::approve, minutes).refused);
    CHECK(desk.transfer(out).minutes == minutes.minutes);
    CHECK(desk.transfer(out).state == TransferState::sent);
    CHECK(desk.step(out, Action::approve, minutes).already);
}

TEST_CASE("transfers: who is responsible, and when anything last happened") {
    Desk desk;
    const ArrivalOutcome here = came(desk, coming(5));
    const OrgDirectory& organisations = desk.work().organisations;
    const auto says = [&] {
        return responsible_for(organisations, desk.transfer(here.transfer), Date(2026, 12, 20)).zh;
    };
    CHECK(says() == kFrom); // on a list only: the relation has not left
    CHECK_FALSE(desk.present(here.transfer, paper("江机组转7")).refused);
    CHECK(says().find("第二十五条") != std::string::npos);
    desk.work().on = Date(2026, 12, 20);
    StepInput input;
    input.reason = "经核实不是党员";
    CHECK_FALSE(desk.step(here.transfer, Action::refuse, input).refused);
    CHECK(says() == kFrom);
    CHECK(*last_moved(desk.work().ledger, desk.transfer(here.transfer)) == Date(2026, 12, 20));
}

TEST_CASE("transfers: a letter brought too late has one next step, wherever it is asked for") {
    Desk desk;
    const ArrivalOutcome here = came(desk, coming(5));
    Letter late = paper("江机组转7");
    late.valid_days = 10;
    CHECK_FALSE(desk.present(here.transfer, late).refused);
    const Transfer now = desk.transfer(here.transfer);
    const Letter letter = desk.letter(here.transfer);
    const auto commands = next_commands(OrgDirectory(), now, letter);
    REQUIRE(commands.size() == 1);
    CHECK(commands.front().zh.starts_with("jiezhuan transfer return " + now.id.text() + " --reason 原因"));
    CHECK(next_step(OrgDirectory(), now, letter).command.zh ==
          "jiezhuan transfer return " + now.id.text() + " --reason 原因");
}
