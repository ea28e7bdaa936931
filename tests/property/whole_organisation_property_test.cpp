// Whole organisations that are sent, taken back and received by pieces: everybody has one standing, that of their transfer; a letter
// counts once and names as many as go by it; and the events replay to the same tables.
#include "jiezhuan/service/whole_organisation.hpp"
#include "tests/support/working.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <random>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr int kLedgers = 6;
constexpr int kMembers = 7;
constexpr int kSteps = 40;

class Whole {
  public:
    Whole(LedgerFixture& ledger, unsigned seed) : working_(ledger), random_(seed) {
        Work& work = working_.work();
        community_ = add_organisation(work, OrgKind::community_committee, "江心岛社区委员会", LedgerFixture::kOwn);
        const OrgId branch = add_organisation(work, OrgKind::branch, "江心岛支部委员会", community_);
        far_ = add_organisation(work, OrgKind::working_committee, "中国共产党春晓街道工作委员会");
        for (int i = 0; i < kMembers; ++i) {
            Member member = synthetic_member(i);
            member.stage = i % 3 == 0 ? Stage::probationary : Stage::full;
            member.admission = i % 3 == 0 ? Date(2026, 3, 1) : member.admission;
            member.conversion = i % 3 == 0 ? Date() : member.conversion;
            member.sex = Sex::male;
            member.ethnic = static_cast<Ethnic>(1);
            member.dues_paid_through = Date(2026, 11);
            members_.push_back(add_member(work, member, branch));
        }
        WholeOrganisation whole;
        whole.organisation = community_;
        whole.way.kind = TransferKind::out;
        whole.way.to = far_;
        whole.way.channel = Channel::paper;
        const auto opened = open_whole(work, whole);
        REQUIRE_MESSAGE(opened, opened.error().message.en);
        REQUIRE_MESSAGE(!opened->outcome.refused, opened->outcome.findings.front().message.zh);
        batch_ = opened->batch;
        CHECK(open_whole(work, whole)->outcome.already);
    }

    void run() {
        for (int i = 0; i < kSteps; ++i) {
            act();
            check();
        }
        working_.commit();
    }

  private:
    int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    std::vector<Transfer> transfers() { return *working_->ledger.transfers(Query().equal("batch", batch_.text())); }
    std::vector<Letter> letters() { return *working_->ledger.letters(Query().equal("batch", batch_.text())); }

    void act() {
        Work& work = working_.work();
        const std::int64_t seq = work.ledger.next_seq();
        const auto all = transfers();
        const Transfer one = all[static_cast<std::size_t>(pick(static_cast<int>(all.size())))];
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
            CHECK(stands(step_transfer(work, one.id, pick(3) == 0 ? Action::withdraw : Action::hold, input)));
            CHECK(step_transfer(work, one.id, Action::resume, input));
            return;
        default:
            with_letter(one);
        }
    }

    void with_letter(const Transfer& one) {
        const auto all = letters();
        if (all.empty()) {
            return;
        }
        const Letter letter = all[static_cast<std::size_t>(pick(static_cast<int>(all.size())))];
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

    static Standing standing_of(TransferState state) {
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
            if (is_live(letter) || letter.state == LetterState::used) {
                CHECK(by[letter.id] == letter.persons);
            }
        }
    }

    Working working_;
    std::mt19937 random_;
    OrgId community_;
    OrgId far_;
    BatchId batch_;
    std::vector<MemberId> members_;
};

} // namespace

TEST_CASE("whole organisations: everybody stands where their transfer is, and a letter names who goes by it") {
    for (int round = 0; round < kLedgers; ++round) {
        CAPTURE(round);
        LedgerFixture ledger;
        Whole(ledger, static_cast<unsigned>(20261123 + round)).run();
        const auto verified = ledger.store()->verify();
        CHECK_MESSAGE(verified, verified.error().message.en);
    }
}
