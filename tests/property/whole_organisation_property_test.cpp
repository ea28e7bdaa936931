// Whole organisations that are sent, taken back and received by pieces: everybody has one standing, that of their transfer; a letter
// counts once and names as many as go by it; and the events replay to the same tables.
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/organisations/organisations.hpp"
#include "tests/support/working.hpp"

#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <map>
#include <random>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr int kLedgers = 12;
constexpr int kMembers = 7;
constexpr int kSteps = 40;

class Whole {
  public:
    Whole(LedgerFixture& ledger, unsigned seed, TransferKind kind) : working_(ledger), random_(seed), kind_(kind) {
        Work& work = working_.work();
        community_ = add_organisation(work, OrgKind::community_committee, "江心岛社区委员会", LedgerFixture::kOwn);
        branch_ = add_organisation(work, OrgKind::branch, "江心岛支部委员会", community_);
        far_ = add_organisation(work, OrgKind::working_committee, "中国共产党春晓街道工作委员会",
                                kind == TransferKind::between ? LedgerFixture::kOwn : OrgId());
        for (int i = 0; i < kMembers; ++i) {
            Member member = synthetic_member(i);
            member.stage = i % 3 == 0 ? Stage::probationary : Stage::full;
            member.admission = i % 3 == 0 ? Date(2026, 3, 1) : member.admission;
            member.conversion = i % 3 == 0 ? Date() : member.conversion;
            member.sex = Sex::male;
            member.ethnic = static_cast<Ethnic>(1);
            member.dues_paid_through = Date(2026, 11);
            members_.push_back(add_member(work, member, branch_));
        }
        WholeOrganisation whole;
        whole.organisation = community_;
        whole.way.kind = kind;
        whole.way.to = far_;
        whole.way.channel = Channel::paper;
        const auto opened = open_whole(work, whole);
        REQUIRE_MESSAGE(opened, opened.error().message.en);
        REQUIRE_MESSAGE(!opened->outcome.refused, opened->outcome.findings.back().message.zh);
        batch_ = opened->batch;
        CHECK(open_whole(work, whole)->outcome.already);
    }

    void run() {
        for (int i = 0; i < kSteps; ++i) {
            if (kind_ == TransferKind::between && pick(2) == 0) {
                act_as_receiver();
            } else {
                act();
            }
            check();
        }
        working_.commit();
    }
    [[nodiscard]] bool moved() { return working_.work().organisations.same_basic_committee(community_, far_); }

  private:
    int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    std::vector<Transfer> transfers() { return *working_->ledger.transfers(Query().equal("batch", batch_.text())); }
    std::vector<Letter> letters() { return *working_->ledger.letters(Query().equal("batch", batch_.text())); }

    void act() {
        Work& work = working_.work();
        const std::int64_t seq = work.ledger.next_seq();
        const auto all = transfers();
        const Transfer& one = all[static_cast<std::size_t>(pick(static_cast<int>(all.size())))];
        StepInput input;
        input.minutes = "第11次会议";
        input.reason = "某原因";
        const auto stands = [&](const auto& outcome) {
            REQUIRE_MESSAGE(outcome, outcome.error().message.en);
            return outcome->refused || outcome->already ? work.ledger.next_seq() == seq : true;
        };
        switch (pick(5)) {
        case 0:
            for (const Transfer& each : all) {
                REQUIRE(step_transfer(work, each.id, Action::approve, input));
            }
            return;
        case 1: {
            const auto issued = issue_list_letters(work, **working_->ledger.batch(batch_), {});
            REQUIRE_MESSAGE(issued, issued.error().message.en);
            CHECK((!issued->outcome.refused || work.ledger.next_seq() == seq));
            return;
        }
        case 2:
            CHECK(stands(step_transfer(
                work, one.id, pick(kind_ == TransferKind::between ? 9 : 3) == 0 ? Action::withdraw : Action::hold,
                input)));
            CHECK(step_transfer(work, one.id, Action::resume, input));
            return;
        default:
            with_letter(one);
        }
    }

    static Action next_of_receiver(TransferState state) {
        return state == TransferState::presented  ? Action::verify
               : state == TransferState::verified ? Action::receive
               : state == TransferState::received ? Action::assign
                                                  : Action::present;
    }

    // The next step of all or of one; seldom what sends back or ends, so that the organisation moves now and then.
    void act_as_receiver() {
        static constexpr std::array<Action, 3> kOthers{Action::return_, Action::refuse, Action::revoke};
        StepInput input;
        input.reason = "某原因";
        input.verified_basis = "盖章名单";
        const auto all = transfers();
        const std::size_t chosen = static_cast<std::size_t>(pick(static_cast<int>(all.size())));
        const bool otherwise = pick(8) == 0;
        const bool alone = otherwise || pick(3) == 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!alone || i == chosen) {
                const Action action =
                    otherwise ? kOthers[static_cast<std::size_t>(pick(3))] : next_of_receiver(all[i].state);
                REQUIRE(step_transfer(working_.work(), all[i].id, action, input));
            }
        }
        const auto moved = change_organisation(working_.work(), community_, {{"parent", far_.text()}});
        REQUIRE_MESSAGE(moved, moved.error().message.en);
        const auto rest = working_->ledger.letters(Query().equal("batch", batch_.text()));
        for (const Letter& letter : *rest) {
            REQUIRE(issue_receipt(working_.work(), letter.id, {}));
            REQUIRE(send_receipt(working_.work(), letter.id, "送达"));
        }
    }

    // Who was received is the receiver's; nobody is in the organisation with a relation that is still, or again, the sender's after it
    // moved; a letter lives as long as somebody is on the way by it.
    void check_between() {
        const OrgDirectory& organisations = working_.work().organisations;
        for (const Transfer& transfer : transfers()) {
            const Member member = **working_->ledger.member(transfer.member);
            const bool received = was_received(transfer);
            CHECK((member.branch == branch_) == (!received || !transfer.assigned_on.empty()));
            CHECK(organisations.same_basic_committee(member.branch, far_) == received);
            CHECK((!moved() || received));
            CHECK((transfer.assigned_on.empty() || !received || moved()));
        }
        for (const Letter& letter : letters()) {
            const auto by = *transfers_of_list(working_->ledger, letter);
            CHECK(is_live(letter) == std::any_of(by.begin(), by.end(), is_on_the_way));
            CHECK((letter.state != LetterState::void_ || std::none_of(by.begin(), by.end(), was_received)));
        }
    }

    void with_letter(const Transfer& one) {
        const auto all = letters();
        if (all.empty()) {
            return;
        }
        const Letter& letter = all[static_cast<std::size_t>(pick(static_cast<int>(all.size())))];
        if (pick(3) == 0) {
            REQUIRE(void_letter(working_.work(), letter.id, {"写坏", false, {}}));
            return;
        }
        ReceiptInput slip;
        slip.no = letter.id.text();
        slip.name = letter.name;
        slip.date = Date(2026, 11, 23);
        if (one.letter == letter.id) {
            slip.except = {one.id};
        }
        REQUIRE(record_receipt(working_.work(), slip));
    }

    Standing standing_of(TransferState state) const {
        if (kind_ == TransferKind::between) {
            const bool on_the_way = state == TransferState::sent || state == TransferState::presented ||
                                    state == TransferState::verified || state == TransferState::returned;
            return on_the_way ? Standing::in_transit : Standing::home;
        }
        return state == TransferState::sent                                         ? Standing::in_transit
               : state == TransferState::received || state == TransferState::closed ? Standing::left
                                                                                    : Standing::home;
    }

    void check() {
        std::map<LetterId, std::int64_t> by;
        for (const Transfer& transfer : transfers()) {
            const Member member = **working_->ledger.member(transfer.member);
            CHECK(code_id(member.standing) == code_id(standing_of(transfer.state)));
            by[transfer.letter] += 1;
        }
        for (const Letter& letter : letters()) {
            CHECK((letter.persons >= 1 && letter.persons <= kMembers));
            // Of one that is used between two of ours the rest may have gone back, and is sent by another.
            const bool all = kind_ != TransferKind::between && letter.state == LetterState::used;
            if (is_live(letter) || all) {
                CHECK(by[letter.id] == letter.persons);
            }
        }
        if (kind_ == TransferKind::between) {
            check_between();
        }
    }

    Working working_;
    std::mt19937 random_;
    TransferKind kind_;
    OrgId community_;
    OrgId branch_;
    OrgId far_;
    BatchId batch_;
    std::vector<MemberId> members_;
};

} // namespace

TEST_CASE("whole organisations: everybody stands where their transfer is, and a letter names who goes by it") {
    int moved = 0;
    for (int round = 0; round < kLedgers; ++round) {
        CAPTURE(round);
        LedgerFixture ledger;
        const bool between = round % 2 != 0;
        Whole whole(ledger, static_cast<unsigned>(20261123 + round),
                    between ? TransferKind::between : TransferKind::out);
        whole.run();
        moved += between && whole.moved() ? 1 : 0;
        const auto verified = ledger.store()->verify();
        CHECK_MESSAGE(verified, verified.error().message.en);
    }
    CHECK(moved > 0);
}
