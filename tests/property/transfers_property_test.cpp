// Two thousand random sequences of acts: everybody keeps exactly one standing, the one that a simple model gives; a refusal changes
// nothing; and the events replay to the same tables.
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/transfers.hpp"
#include "tests/support/working.hpp"

#include <doctest/doctest.h>
#include <random>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr int kLedgers = 10;
constexpr int kSequences = 200;
constexpr int kSteps = 9;

// Told apart from the table of paths on purpose: by kind and state alone.
Standing expected_standing(TransferKind kind, TransferState state) {
    using S = TransferState;
    if (kind == TransferKind::within) {
        return Standing::home;
    }
    if (kind == TransferKind::out) {
        return state == S::sent                             ? Standing::in_transit
               : state == S::received || state == S::closed ? Standing::left
                                                            : Standing::home;
    }
    if (state == S::refused || state == S::withdrawn || state == S::revoked) {
        return Standing::not_admitted;
    }
    if (kind == TransferKind::enrol) {
        return state == S::active || state == S::converted ? Standing::hosted
               : state == S::ended                         ? Standing::left
                                                           : Standing::arriving;
    }
    return state == S::received || state == S::assigned || state == S::closed ? Standing::home : Standing::arriving;
}

class Sequence {
  public:
    Sequence(Work& work, std::mt19937& random, OrgId branch, OrgId far, int number)
        : work_(work), random_(random), branch_(branch), far_(far), number_(number) {}

    void run() {
        begin();
        for (int i = 0; i < kSteps && transfer_; ++i) {
            step();
        }
    }

  private:
    int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

    void begin() {
        static constexpr TransferKind kKinds[] = {TransferKind::within, TransferKind::out, TransferKind::in,
                                                  TransferKind::enrol};
        Transfer wanted;
        wanted.kind = kKinds[pick(4)];
        wanted.channel = pick(2) == 0 ? Channel::online : Channel::paper;
        wanted.reason = TransferReason::moved_home;
        wanted.destination = "某处";
        const bool ours = wanted.kind == TransferKind::within || wanted.kind == TransferKind::out;
        if (ours) {
            member_ = add_member(work_, synthetic_member(number_), branch_);
            wanted.member = member_;
            wanted.to = wanted.kind == TransferKind::out ? far_ : LedgerFixture::kOwn;
            const auto opened = open_transfer(work_, wanted);
            REQUIRE(opened);
            transfer_ = TransferId{opened->created};
        } else {
            Arrival arrival{synthetic_member(number_), wanted, std::nullopt};
            arrival.transfer.from_name = "外地党委";
            const auto arrived = arrive(work_, arrival);
            REQUIRE_MESSAGE(arrived, arrived.error().message.en);
            REQUIRE_MESSAGE(!arrived->outcome.refused, arrived->outcome.findings.front().message.en);
            member_ = arrived->member;
            transfer_ = arrived->transfer;
        }
    }

    void step() {
        const auto& actions = code_table<Action>().rows;
        const auto action =
            static_cast<Action>(actions[static_cast<std::size_t>(pick(static_cast<int>(actions.size())))].value);
        StepInput input;
        input.reason = pick(4) == 0 ? "" : "某原因";
        input.verified_basis = "档案";
        input.online_no = "123";
        input.evidence = pick(3) == 0 ? "" : "系统回执";
        input.branch = branch_;
        if (pick(2) == 0) {
            Letter voucher;
            voucher.kind = LetterKind::introduction;
            voucher.no = "外" + std::to_string(number_);
            voucher.issued_on = pick(3) == 0 ? Date(2026, 5, 1) : Date(2026, 11, 10);
            voucher.valid_days = 30;
            voucher.valid_until = voucher.issued_on.plus_days(30);
            voucher.addressee = work_.organisations.own().name;
            voucher.dues_paid_through = Date(2026, 11);
            input.voucher = voucher;
        }
        const auto before = *work_.ledger.transfer(transfer_);
        const auto member_before = *work_.ledger.member(member_);
        const std::int64_t seq = work_.ledger.next_seq();
        if (input.voucher && action != Action::present) {
            input.voucher.reset();
        }
        const auto outcome = step_transfer(work_, transfer_, action, input);
        REQUIRE_MESSAGE(outcome, outcome.error().message.en);
        const auto after = *work_.ledger.transfer(transfer_);
        const auto member = *work_.ledger.member(member_);
        CAPTURE(code_id(before->kind));
        CAPTURE(code_id(before->state));
        CAPTURE(code_id(action));
        if (outcome->refused || outcome->already) {
            CHECK(*after == *before);
            CHECK(*member == *member_before);
            CHECK(work_.ledger.next_seq() == seq);
        } else {
            CHECK(work_.ledger.next_seq() == seq + 1);
        }
        CHECK(member->standing == expected_standing(after->kind, after->state));
    }

    Work& work_;
    std::mt19937& random_;
    OrgId branch_;
    OrgId far_;
    int number_;
    MemberId member_;
    TransferId transfer_;
};

} // namespace

TEST_CASE("transfers: random sequences keep one standing for everybody and replay to the same tables") {
    for (int round = 0; round < kLedgers; ++round) {
        CAPTURE(round);
        std::mt19937 random(static_cast<unsigned>(20260901 + round));
        LedgerFixture ledger;
        Working working(ledger);
        const OrgId branch =
            add_organisation(working.work(), OrgKind::branch, "中共望江街道第一支部委员会", LedgerFixture::kOwn);
        const OrgId far =
            add_organisation(working.work(), OrgKind::working_committee, "中国共产党海州市滨海区海港街道工作委员会");
        for (int i = 0; i < kSequences; ++i) {
            Sequence(working.work(), random, branch, far, i).run();
        }
        std::int64_t counted = 0;
        const auto counts = working->ledger.member_counts();
        REQUIRE(counts);
        for (const Reading::MemberCount& count : *counts) {
            CHECK(count.standing != Standing::none);
            counted += count.members;
        }
        CHECK(counted == kSequences);
        working.commit();
        const auto verified = ledger.store()->verify();
        CHECK_MESSAGE(verified, verified.error().message.en);
    }
}
