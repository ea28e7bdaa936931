#include "jiezhuan/service/letters/letters.hpp"
#include "jiezhuan/service/members/member_marks.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"
#include "tests/support/working.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

struct Away {
    LedgerFixture ledger;
    Working working{ledger};
    Work& work = working.work();
    OrgId branch = add_organisation(work, OrgKind::branch, "中共望江街道第一支部委员会", LedgerFixture::kOwn);
    OrgId far = add_organisation(work, OrgKind::working_committee, "中国共产党海州市滨海区海港街道工作委员会");
    MemberId member = add_member(work, synthetic_member(1), branch);

    Outcome done(Result<Outcome> outcome) {
        REQUIRE_MESSAGE(outcome, outcome.error().message.en);
        REQUIRE_MESSAGE(!outcome->refused, outcome->findings.front().message.en);
        return std::move(*outcome);
    }
    TransferId opened(Voucher voucher) {
        Transfer wanted;
        wanted.kind = TransferKind::temporary;
        wanted.member = member;
        wanted.to = far;
        wanted.destination = "海港街道第二社区";
        wanted.voucher = voucher;
        wanted.away_until = work.on.plus_months(3);
        wanted.reason = TransferReason::working_away;
        const TransferId id{done(open_transfer(work, wanted)).created};
        StepInput minutes;
        minutes.minutes = "会议记录";
        done(step_transfer(work, id, Action::approve, minutes));
        return id;
    }
    TransferId with_certificate() {
        const TransferId id = opened(Voucher::membership_certificate);
        const auto issued = issue_letter(work, id, {});
        REQUIRE_MESSAGE(issued, issued.error().message.en);
        REQUIRE_MESSAGE(!issued->outcome.refused, issued->outcome.findings.front().message.en);
        return id;
    }
    StepInput because(std::string reason) {
        StepInput input;
        input.reason = std::move(reason);
        return input;
    }
    Transfer transfer(TransferId id) { return **work.ledger.transfer(id); }
    Letter letter_of(TransferId id) { return **work.ledger.letter(transfer(id).letter); }
    Member now() { return **work.ledger.member(member); }
};

} // namespace

TEST_CASE("temporary: the paper begins the absence and the return ends it, on the roster throughout") {
    Away away;
    const TransferId id = away.with_certificate();
    CHECK(away.transfer(id).state == TransferState::active);
    CHECK(away.letter_of(id).kind == LetterKind::certificate);
    CHECK(away.letter_of(id).valid_until == away.transfer(id).away_until);
    CHECK(away.now().standing == Standing::home);
    CHECK(away.now().away_since == away.work.on);
    CHECK(away.now().away_reason == TransferReason::working_away);
    away.done(step_transfer(away.work, id, Action::end, away.because("已返回")));
    CHECK(away.transfer(id).state == TransferState::ended);
    CHECK(away.letter_of(id).state == LetterState::used);
    CHECK(away.now().away_since.empty());
    CHECK(away.now().standing == Standing::home);
}

TEST_CASE("temporary: withdrawn after the paper was given, the certificate is void and nobody was away") {
    Away away;
    const TransferId id = away.with_certificate();
    const LetterId certificate = away.transfer(id).letter;
    away.done(step_transfer(away.work, id, Action::withdraw, away.because("不去了")));
    CHECK((*away.work.ledger.letter(certificate))->state == LetterState::void_);
    CHECK(away.now().away_since.empty());
}

TEST_CASE("temporary: converted into a transfer whose letter can be issued, or both or neither") {
    Away away;
    const TransferId id = away.with_certificate();
    Transfer nowhere;
    nowhere.to = away.branch;
    const auto refused = convert_transfer(away.work, id, nowhere);
    REQUIRE(refused);
    CHECK(refused->refused);
    CHECK(away.transfer(id).state == TransferState::active);
    CHECK(away.letter_of(id).state == LetterState::issued);

    const TransferId out{away.done(convert_transfer(away.work, id, {})).created};
    CHECK(away.transfer(id).state == TransferState::converted);
    CHECK(away.letter_of(id).state == LetterState::used);
    CHECK(away.transfer(out).kind == TransferKind::out);
    CHECK(away.transfer(out).to == away.far);
    CHECK(away.transfer(out).from == away.branch);
    StepInput minutes;
    minutes.minutes = "会议记录";
    away.done(step_transfer(away.work, out, Action::approve, minutes));
    const auto issued = issue_letter(away.work, out, {});
    REQUIRE_MESSAGE(issued, issued.error().message.en);
    CHECK_MESSAGE(!issued->outcome.refused, issued->outcome.findings.front().message.en);
    CHECK(away.now().standing == Standing::in_transit);
}

TEST_CASE("temporary: a death ends it, and where that was a mistake it goes on, and nobody becomes a guest of their "
          "own branch") {
    Away away;
    const TransferId id = away.with_certificate();
    MarkInput died;
    died.mark = Mark::died;
    died.basis = "死亡证明";
    away.done(mark_member(away.work, away.member, died));
    CHECK(away.transfer(id).state == TransferState::ended);
    CHECK(away.now().standing == Standing::left);
    MarkInput mistaken;
    mistaken.mark = Mark::mistaken;
    mistaken.basis = "登记错人";
    away.done(mark_member(away.work, away.member, mistaken));
    CHECK(away.now().standing == Standing::home);
    CHECK(away.transfer(id).state == TransferState::active);
}

TEST_CASE("temporary: a card has no letter, and its number is asked for") {
    Away away;
    const TransferId id = away.opened(Voucher::activity_card);
    const auto without = step_transfer(away.work, id, Action::send, {});
    REQUIRE(without);
    CHECK(without->refused);
    const auto letter = issue_letter(away.work, id, {});
    REQUIRE(letter);
    CHECK(letter->outcome.refused);
    StepInput card;
    card.card_no = "0110260012";
    away.done(step_transfer(away.work, id, Action::send, card));
    CHECK(away.now().card_no == "0110260012");
    CHECK(away.now().card_issued_on == away.work.on);
}
