#include "jiezhuan/service/receipts/receipts.hpp"

#include "jiezhuan/service/letters/letter_views.hpp"
#include "jiezhuan/service/letters/letters.hpp"
#include "tests/support/letter_life.hpp"
#include "tests/support/working.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using jiezhuan::testing::LetterLife;

namespace {

struct Sent {
    MemberId member;
    TransferId transfer;
    LetterId letter;
};

Sent sent(LetterLife& life, int number) {
    Sent one;
    one.member = life.member(number);
    one.transfer = life.approved(one.member);
    auto issued = life.act([&](Work& work) { return issue_letter(work, one.transfer, {}); });
    REQUIRE(issued);
    REQUIRE_FALSE(issued->outcome.refused);
    one.letter = issued->letter;
    return one;
}

Outcome record(LetterLife& life, const ReceiptInput& input) {
    auto outcome = life.act([&](Work& work) { return record_receipt(work, input); });
    REQUIRE_MESSAGE(outcome.has_value(), outcome.error().message.en);
    return *outcome;
}

} // namespace

TEST_CASE("a receipt takes the member off the roster and closes the transfer, in one event") {
    LetterLife life;
    const Sent one = sent(life, 15);
    const std::size_t events = life.events();
    const ReceiptInput slip{"20260001", "张15", "", life.on, "赵处", "0000-8000", ""};
    const Outcome outcome = record(life, slip);
    REQUIRE_FALSE(outcome.refused);
    CHECK(life.events() == events + 1);
    CHECK(life.who(one.member).standing == Standing::left);
    CHECK(life.who(one.member).leave_reason == LeaveReason::transferred);
    const Transfer transfer = life.transfer(one.transfer);
    CHECK(transfer.state == TransferState::closed);
    CHECK(transfer.closed_on == life.on);
    CHECK(transfer.received_evidence == "回执 20260001（2026-11-23）");
    const Letter letter = life.letter(one.letter);
    CHECK(letter.state == LetterState::used);
    CHECK(letter.receipt_handler == "赵处");
    CHECK(letter.receipt_recorded_on == life.on);
    CHECK(record(life, slip).already);
    ReceiptInput other = slip;
    other.handler = "别人";
    CHECK(record(life, other).refused);
    CHECK(life.events() == events + 1);
}

TEST_CASE("a slip that differs from the stub is refused and names both values") {
    LetterLife life;
    const Sent one = sent(life, 15);
    const std::size_t events = life.events();
    const Outcome name = record(life, {"20260001", "张五", "", life.on, "", "", ""});
    REQUIRE(name.refused);
    CHECK(name.findings.front().rule == "RC-03");
    CHECK(name.findings.front().message.zh.find("张五") != std::string::npos);
    CHECK(name.findings.front().message.zh.find("张15") != std::string::npos);
    CHECK(record(life, {"20260001", "张15", "999999195506010025", life.on, "", "", ""}).refused);
    const Outcome early = record(life, {"20260001", "张15", "", life.on.plus_days(-1), "", "", ""});
    REQUIRE(early.refused);
    CHECK(early.findings.front().rule == "RC-04");
    CHECK(record(life, {"20260001", "张15", "", life.on.plus_days(1), "", "", ""}).refused); // not written yet
    CHECK(life.events() == events);
    const std::string id_no = life.who(one.member).citizen_id.text();
    CHECK_FALSE(record(life, {one.letter.text(), "张 15", id_no, life.on, "", "", ""}).refused);
}

TEST_CASE("a receipt for a letter that was replaced closes nothing") {
    LetterLife life;
    const Sent one = sent(life, 15);
    CHECK_FALSE(life.act([&](Work& work) {
                        return reissue_letter(work, one.letter, {"遗失", life.on, {}});
                    })
                    ->outcome.refused);
    CHECK(record(life, {"20260001", "张15", "", life.on, "", "", ""}).refused);
    CHECK_FALSE(record(life, {"20260002", "张15", "", life.on, "", "", ""}).refused);
    auto unknown = life.act([&](Work& work) {
        return record_receipt(work, {"20269999", "张15", "", life.on, "", "", ""});
    });
    CHECK(unknown.error().code == Exit::not_found);
}

TEST_CASE("a receipt after an online acceptance is filed and closes the transfer") {
    LetterLife life;
    const MemberId member = life.member(15);
    const TransferId transfer = life.act([&](Work& work) {
        Transfer wanted;
        wanted.kind = TransferKind::out;
        wanted.member = member;
        wanted.to = life.elsewhere;
        wanted.destination = "中国共产党海州市滨海区海港街道第二社区支部委员会";
        wanted.channel = Channel::both;
        const TransferId id{open_transfer(work, wanted)->created};
        CHECK_FALSE(step_transfer(work, id, Action::approve, {})->refused);
        CHECK_FALSE(issue_letter(work, id, {})->outcome.refused);
        StepInput online;
        online.online_no = "2026112300001";
        CHECK_FALSE(step_transfer(work, id, Action::send, online)->refused);
        online.evidence = "系统接收20260001";
        CHECK_FALSE(step_transfer(work, id, Action::accept, online)->refused);
        return id;
    });
    CHECK(life.transfer(transfer).state == TransferState::received);
    CHECK(life.who(member).standing == Standing::left);
    CHECK_FALSE(record(life, {"20260001", "张15", "", life.on, "", "", ""}).refused);
    CHECK(life.transfer(transfer).state == TransferState::closed);
    CHECK(life.transfer(transfer).received_evidence == "系统接收20260001");
}

TEST_CASE("our receipt is issued after receiving, then sent, and closes an assigned transfer") {
    LetterLife life;
    const TransferId transfer = life.received(15, "海组转20260117");
    const LetterId letter = life.transfer(transfer).letter;
    const auto send = [&] { return life.act([&](Work& work) { return send_receipt(work, letter, "机要"); }); };
    CHECK(send()->refused); // not issued yet
    const auto issue = [&](const ReceiptIssue& input) {
        return life.act([&](Work& work) { return issue_receipt(work, letter, input); });
    };
    REQUIRE(issue({"王芳", ""}));
    CHECK(issue({})->already);
    CHECK(issue({"别人", ""})->refused);
    const Letter issued = life.letter(letter);
    CHECK(issued.receipt_issued_on == life.on);
    CHECK(issued.receipt_handler == "王芳");
    CHECK(issued.receipt_phone == "0000-80000002");
    auto page = letter_pages(*life.fixture.read(), std::vector{letter}, LetterPaper::receipt, LetterFormat::text);
    REQUIRE(page);
    CHECK(page->find("中国共产党海州市滨海区海港街道工作委员会") != std::string::npos);
    CHECK(page->find("海组转20260117") != std::string::npos);
    StepInput assigned;
    assigned.branch = life.branch;
    CHECK_FALSE(life.act([&](Work& work) { return step_transfer(work, transfer, Action::assign, assigned); })->refused);
    CHECK(life.transfer(transfer).state == TransferState::assigned);
    CHECK_FALSE(send()->refused);
    CHECK(life.transfer(transfer).state == TransferState::closed);
    CHECK(send()->already);
    CHECK(life.letter(letter).receipt_sent_how == "机要");
}

TEST_CASE("no receipt goes out while the transfer is held") {
    LetterLife life;
    const TransferId transfer = life.received(15, "海组转20260117");
    const LetterId letter = life.transfer(transfer).letter;
    const auto step = [&](Action action, const StepInput& input) {
        REQUIRE_FALSE(life.act([&](Work& work) { return step_transfer(work, transfer, action, input); })->refused);
    };
    const auto issue = [&] { return *life.act([&](Work& work) { return issue_receipt(work, letter, {"王芳", ""}); }); };
    const auto send = [&] { return *life.act([&](Work& work) { return send_receipt(work, letter, "机要"); }); };
    StepInput assigned;
    assigned.branch = life.branch;
    step(Action::assign, assigned);
    StepInput doubt;
    doubt.reason = "档案存疑";
    step(Action::hold, doubt);
    const Outcome not_issued = issue();
    REQUIRE(not_issued.refused);
    CHECK(not_issued.findings.front().message.zh == transfer.text() + " 自 2026-11-23 起暂缓办理：档案存疑");
    CHECK(not_issued.findings.front().fix.en == "jiezhuan transfer resume " + transfer.text());
    step(Action::resume, {});
    CHECK_FALSE(issue().refused);
    step(Action::hold, doubt);
    CHECK(issue().already);
    CHECK(send().refused);
    CHECK(life.transfer(transfer).state == TransferState::assigned);
    step(Action::resume, {});
    CHECK_FALSE(send().refused);
    CHECK(life.transfer(transfer).state == TransferState::closed);
}

TEST_CASE("a transfer is not closed before its last step, whatever day the other is of") {
    for (const bool sent_first : {true, false}) {
        LetterLife life;
        const Date early = life.on;
        const TransferId transfer = life.received(15, "海组转20260117");
        const LetterId letter = life.transfer(transfer).letter;
        REQUIRE(life.act([&](Work& work) { return issue_receipt(work, letter, {}); }));
        const auto send = [&] { return life.act([&](Work& work) { return send_receipt(work, letter, "机要"); }); };
        const auto assign = [&] {
            StepInput assigned;
            assigned.branch = life.branch;
            return life.act([&](Work& work) { return step_transfer(work, transfer, Action::assign, assigned); });
        };
        life.on = early.plus_days(6);
        CHECK_FALSE((sent_first ? send() : assign())->refused);
        life.on = early;
        CHECK_FALSE((sent_first ? assign() : send())->refused);
        CHECK(life.transfer(transfer).state == TransferState::closed);
        CHECK(life.transfer(transfer).closed_on == early.plus_days(6));
    }
}

TEST_CASE("of two letters with one number the slip's name decides, then which of them is out") {
    LetterLife life;
    const Sent one = sent(life, 15);
    const Sent two = sent(life, 16);
    const std::string no = life.letter(one.letter).no;
    const auto renumbered =
        life.act([&](Work& work) -> Result<Outcome> { // another committee of ours has a series of its own
            JZ_TRY(letter, work.ledger.letter(two.letter));
            Letter twin = *letter;
            twin.no = no;
            twin.issuer =
                jiezhuan::testing::add_organisation(work, OrgKind::working_committee, "中共望江街道园区工作委员会");
            Event event = work.event("letter_corrected");
            event.set.push_back({RecordKind::letter, two.letter.value, difference(*letter, twin)});
            JZ_CHECK(work.ledger.append(std::move(event)));
            return Outcome{};
        });
    REQUIRE(renumbered);
    const auto find = [&](const std::string& name) { return letter_of_slip(*life.fixture.read(), "20260001", name); };
    CHECK(find("张15")->id == one.letter);
    CHECK(find("张16")->id == two.letter);
    CHECK(find("别人").error().code == Exit::usage);
    CHECK_FALSE(record(life, {"20260001", "张16", "", life.on, "", "", ""}).refused);
    CHECK(life.letter(two.letter).state == LetterState::used);
    CHECK(life.letter(one.letter).state == LetterState::issued);
}

TEST_CASE("no receipt before the relation was received") {
    LetterLife life;
    const MemberId member = life.member(16);
    static_cast<void>(member);
    const TransferId transfer = life.received(15, "海组转20260118");
    life.fixture.tamper("UPDATE transfer SET received_on = 0, state = 7 WHERE id = " + std::to_string(transfer.value));
    const LetterId letter = life.transfer(transfer).letter;
    CHECK(life.act([&](Work& work) { return issue_receipt(work, letter, {}); })->refused);
}

TEST_CASE("what is owed: the month counts from acceptance") {
    LetterLife life;
    sent(life, 16);
    const TransferId transfer = life.received(15, "海组转20260117");
    const auto ledger = life.fixture.read();
    const Profile profile = *parse_profile(national_profile_text(), "");
    const OrgDirectory organisations = *OrgDirectory::of(*ledger);
    const auto to_send = [&](Date as_of) { return *receipts_to_send(*ledger, organisations, profile, as_of); };
    REQUIRE(to_send(Date(2026, 12, 23)).rows.rows.size() == 1);
    CHECK(to_send(Date(2026, 12, 23)).findings.empty());
    CHECK(to_send(Date(2026, 12, 23)).rows.rows.front()[6].absent());
    CHECK(to_send(Date(2026, 12, 24)).findings.front().rule == "RC-01");
    CHECK(to_send(Date(2026, 12, 24)).rows.rows.front()[6].machine() == "1");
    CHECK(to_send(Date(2026, 11, 22)).rows.rows.empty());
    const auto missing = [&](Date as_of) { return *missing_receipts(*ledger, organisations, profile, as_of); };
    CHECK(missing(Date(2027, 1, 22)).findings.empty());
    CHECK(missing(Date(2027, 1, 23)).findings.front().rule == "LT-09");
    CHECK(missing(Date(2027, 2, 23)).rows.rows.front()[6].machine() == "1");
    static_cast<void>(transfer);
}
