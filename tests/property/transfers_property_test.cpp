// Random sequences of acts, several transfers for each member, deaths and other marks in between: everybody keeps exactly one standing
// and one branch, those that a simple model gives; nobody has two open transfers; a refusal changes nothing; and the events replay to
// the same tables. Two thousand of them every day, ten thousand among the slow tests.
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/members/member_marks.hpp"
#include "jiezhuan/service/records/conservation.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"
#include "tests/support/working.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr int kSequences = 200; // in a ledger
constexpr int kSteps = 14;

// What became of a member, told apart from the paths on purpose: by the acts that stood alone.
struct Model {
    Standing standing = Standing::home;
    OrgId branch;
    OrgId guest_branch;     // of a migrant who was placed, and may go on being hosted
    bool was_away = false;  // for a time, and perhaps is
    bool from_stay = false; // the `in` in question was converted from that stay

    // Who died before being received never was ours.
    void marked(Mark mark) {
        if (standing == Standing::arriving) {
            standing = Standing::not_admitted;
        } else if (standing != Standing::not_admitted) {
            standing = mark == Mark::restored    ? Standing::home
                       : mark == Mark::suspended ? Standing::suspended
                                                 : Standing::left;
        }
    }

    // Whoever leaves by a mark is not left on the way.
    void settled() {
        if (standing == Standing::in_transit) {
            standing = Standing::home;
        } else if (standing == Standing::arriving && from_stay) {
            standing = Standing::hosted;
            branch = guest_branch;
            from_stay = false;
        } else if (standing == Standing::arriving) {
            standing = Standing::not_admitted;
            branch = OrgId();
        }
    }

    void opened(TransferKind kind) {
        from_stay = kind == TransferKind::in && standing == Standing::hosted;
        if ((kind == TransferKind::in && !from_stay) || kind == TransferKind::enrol) {
            standing = Standing::arriving;
            branch = OrgId();
        }
    }

    void stepped(const Transfer& transfer, Action action, OrgId chosen) {
        if (transfer.channel == Channel::both && one_way_only(transfer, action)) {
            return;
        }
        switch (action) {
        case Action::send:
            was_away = was_away || transfer.kind == TransferKind::temporary;
            standing = transfer.kind == TransferKind::temporary ? Standing::home : Standing::in_transit;
            break;
        case Action::accept:
            standing = Standing::left;
            break;
        case Action::void_letter:
            standing = Standing::home;
            break;
        case Action::return_online:
            standing = transfer.state == TransferState::sent ? Standing::home : standing;
            break;
        case Action::receive:
            standing = Standing::home;
            branch = transfer.kind == TransferKind::between ? transfer.addressee : transfer.to;
            break;
        case Action::assign:
            branch = chosen;
            if (transfer.kind == TransferKind::enrol) {
                standing = Standing::hosted;
                guest_branch = chosen;
            }
            break;
        case Action::end:
            was_away = was_away && transfer.kind != TransferKind::temporary;
            standing = transfer.kind == TransferKind::temporary ? Standing::home : Standing::left;
            break;
        case Action::withdraw:
        case Action::refuse:
        case Action::revoke:
            come_to_nothing(transfer, action);
            break;
        default:
            break;
        }
    }

    // Of one that goes both ways no letter is issued here: whatever is sent, accepted or given back is the online case alone. Once the
    // transfer is with the receiver, who clicks in the system moves nobody; nor does it before that where the letter goes on.
    static bool one_way_only(const Transfer& transfer, Action action) {
        const bool received = transfer.state == TransferState::received || transfer.state == TransferState::assigned;
        switch (action) {
        case Action::accept:
            return transfer.kind != TransferKind::out || received;
        case Action::send:
        case Action::return_online:
            return received;
        default:
            return false;
        }
    }

    void come_to_nothing(const Transfer& transfer, Action action) {
        const bool inside = transfer.kind == TransferKind::within || transfer.kind == TransferKind::between;
        if (inside || transfer.kind == TransferKind::out || transfer.kind == TransferKind::temporary) {
            standing = Standing::home;
            branch = action == Action::revoke && inside ? transfer.from : branch;
        } else if (from_stay) {
            standing = Standing::hosted;
            branch = guest_branch;
            from_stay = false;
        } else {
            standing = Standing::not_admitted;
            branch = OrgId();
        }
    }
};

class Sequence {
  public:
    Sequence(Work& work, std::mt19937& random, const std::vector<OrgId>& branches, OrgId far, int number)
        : work_(work), random_(random), branches_(branches), far_(far), number_(number) {}

    void run() {
        begin();
        for (int i = 0; i < kSteps; ++i) {
            transfers_.empty() || pick(5) == 0 ? open_another() : pick(12) == 0 ? mark() : step();
            check();
        }
    }

  private:
    int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    OrgId any_branch() { return branches_[static_cast<std::size_t>(pick(static_cast<int>(branches_.size())))]; }
    Member stored() { return **work_.ledger.member(member_); }

    Transfer wanted(TransferKind kind) {
        Transfer transfer;
        transfer.kind = kind;
        const bool between_committees =
            kind == TransferKind::out || kind == TransferKind::in || kind == TransferKind::between;
        const int channel = pick(between_committees ? 3 : kind == TransferKind::temporary ? 1 : 2);
        transfer.channel = channel == 0 ? Channel::paper : channel == 1 ? Channel::online : Channel::both;
        transfer.reason = TransferReason::moved_home;
        transfer.destination = "某处";
        if (kind == TransferKind::temporary) {
            transfer.to = far_;
            transfer.voucher = pick(3) == 0 ? Voucher::membership_certificate : Voucher::activity_card;
            transfer.away_until = Date(2027, 2, 1);
        } else if (!comes(kind)) {
            transfer.to = kind == TransferKind::out ? far_ : any_branch();
        } else {
            transfer.from_name = "外地党委";
        }
        return transfer;
    }

    TransferKind any_kind() {
        static constexpr TransferKind kKinds[] = {TransferKind::within, TransferKind::out,     TransferKind::in,
                                                  TransferKind::enrol,  TransferKind::between, TransferKind::temporary};
        return kKinds[pick(6)];
    }

    void begin() {
        const TransferKind kind = any_kind();
        if (!comes(kind)) {
            model_.branch = any_branch();
            member_ = add_member(work_, synthetic_member(number_), model_.branch);
            Transfer first = wanted(kind);
            open(first);
        } else {
            const auto arrived = arrive(work_, Arrival{synthetic_member(number_), wanted(kind), std::nullopt});
            REQUIRE_MESSAGE(arrived, arrived.error().message.en);
            REQUIRE_MESSAGE(!arrived->outcome.refused, arrived->outcome.findings.front().message.en);
            member_ = arrived->member;
            transfers_.push_back(arrived->transfer);
            model_.opened(kind);
        }
        check();
    }

    void open_another() { open(wanted(any_kind())); }

    void open(Transfer transfer) {
        transfer.member = member_;
        const std::int64_t seq = work_.ledger.next_seq();
        const auto opened = open_transfer(work_, transfer);
        REQUIRE_MESSAGE(opened, opened.error().message.en);
        if (opened->refused || opened->already) {
            CHECK(work_.ledger.next_seq() == seq);
            return;
        }
        transfers_.push_back(TransferId{opened->created});
        model_.opened(transfer.kind);
    }

    StepInput any_input(Action action) {
        StepInput input;
        input.reason = pick(4) == 0 ? "" : "某原因";
        input.verified_basis = "档案";
        input.online_no = "123";
        input.card_no = pick(4) == 0 ? "" : "0110260012";
        input.evidence = pick(3) == 0 ? "" : "系统回执";
        input.branch = any_branch();
        if (action == Action::present && pick(2) == 0) {
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
        return input;
    }

    // Mostly what takes the newest one on; sometimes anything, on any of them.
    void step() {
        const bool any = pick(3) == 0;
        const TransferId id =
            any ? transfers_[static_cast<std::size_t>(pick(static_cast<int>(transfers_.size())))] : transfers_.back();
        const auto before = *work_.ledger.transfer(id);
        const auto allowed = allowed_actions(before->kind, before->state);
        const auto& actions = code_table<Action>().rows;
        const auto action =
            any || allowed.empty()
                ? static_cast<Action>(actions[static_cast<std::size_t>(pick(static_cast<int>(actions.size())))].value)
                : allowed[static_cast<std::size_t>(pick(static_cast<int>(allowed.size())))];
        const StepInput input = any_input(action);
        const Member member_before = stored();
        const std::int64_t seq = work_.ledger.next_seq();
        const auto outcome = step_transfer(work_, id, action, input);
        REQUIRE_MESSAGE(outcome, outcome.error().message.en);
        CAPTURE(code_id(before->kind));
        CAPTURE(code_id(before->state));
        CAPTURE(code_id(action));
        if (outcome->refused || outcome->already) {
            CHECK(**work_.ledger.transfer(id) == *before);
            CHECK(stored() == member_before);
            CHECK(work_.ledger.next_seq() == seq);
        } else {
            CHECK(work_.ledger.next_seq() == seq + 1);
            CHECK((action != Action::revoke || nothing_stands_on(id)));
            model_.stepped(*before, action, input.branch);
        }
        check();
    }

    // A mark, and often its being taken back at once.
    void mark() {
        static constexpr Mark kMarks[] = {Mark::died, Mark::struck_off, Mark::suspended, Mark::restored};
        mark_as(kMarks[pick(4)]);
        check();
        if (before_mark_ && pick(2) == 0) {
            const Model before = *before_mark_;
            REQUIRE(mark_as(Mark::mistaken));
            model_ = before;
        }
        before_mark_.reset();
    }

    bool mark_as(Mark mark) {
        MarkInput input;
        input.mark = mark;
        input.basis = "某文件";
        input.decided_by = "某党委";
        const Member before = stored();
        const bool on_the_way = open_transfers() > 0;
        const std::int64_t seq = work_.ledger.next_seq();
        CAPTURE(code_id(mark));
        CAPTURE(code_id(before.standing));
        const auto outcome = mark_member(work_, member_, input);
        REQUIRE_MESSAGE(outcome, outcome.error().message.en);
        if (outcome->refused || outcome->already) {
            CHECK(stored() == before);
            CHECK(work_.ledger.next_seq() == seq);
            return false;
        }
        before_mark_ = model_; // also where transfers are settled: a mistake brings them back
        if (mark != Mark::restored && on_the_way) {
            model_.settled();
        }
        model_.marked(mark);
        return true;
    }

    // What is revoked is the last thing that happened to the member.
    bool nothing_stands_on(TransferId id) {
        return std::all_of(transfers_.begin(), transfers_.end(), [&](TransferId other) {
            const TransferState state = (*work_.ledger.transfer(other))->state;
            return other <= id || state == TransferState::withdrawn || state == TransferState::refused ||
                   state == TransferState::revoked;
        });
    }

    int open_transfers() {
        int open = 0;
        for (const TransferId id : transfers_) {
            open += is_open((*work_.ledger.transfer(id))->state) ? 1 : 0;
        }
        return open;
    }

    void check() {
        const Member member = stored();
        CHECK(code_id(member.standing) == code_id(model_.standing));
        CHECK(member.branch == model_.branch);
        CHECK((member.away_since.empty() || model_.was_away));
        CHECK(open_transfers() <= 1);
    }

    Work& work_;
    std::mt19937& random_;
    const std::vector<OrgId>& branches_;
    OrgId far_;
    int number_;
    MemberId member_;
    std::vector<TransferId> transfers_;
    Model model_;
    std::optional<Model> before_mark_; // as the last mark found it, what was open settled
};

void keep_one_standing_in_a_ledger(unsigned seed) {
    std::mt19937 random(seed);
    LedgerFixture ledger;
    Working working(ledger);
    std::vector<OrgId> branches;
    for (const char* name : {"中共望江街道第一支部委员会", "中共望江街道第二支部委员会"}) {
        branches.push_back(add_organisation(working.work(), OrgKind::branch, name, LedgerFixture::kOwn));
    }
    const OrgId other = add_organisation(working.work(), OrgKind::working_committee,
                                         "中国共产党江南市临江区开发区工作委员会", LedgerFixture::kOwn);
    branches.push_back(add_organisation(working.work(), OrgKind::branch, "中共开发区第一支部委员会", other));
    const OrgId far =
        add_organisation(working.work(), OrgKind::working_committee, "中国共产党海州市滨海区海港街道工作委员会");
    for (int i = 0; i < kSequences; ++i) {
        Sequence(working.work(), random, branches, far, i).run();
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
    REQUIRE_MESSAGE(verified, verified.error().message.en);
    CHECK(verified->history.registered == kSequences);
    CHECK(conservation(*verified, working->organisations, working->profile).findings.empty());
}

void keep_one_standing(int ledgers) {
    for (int round = 0; round < ledgers; ++round) {
        CAPTURE(round);
        keep_one_standing_in_a_ledger(static_cast<unsigned>(20260901 + round));
    }
}

} // namespace

TEST_CASE("transfers: random sequences keep one standing for everybody and replay to the same tables") {
    keep_one_standing(10);
}

TEST_CASE("transfers: ten thousand random sequences keep one standing for everybody" * doctest::test_suite("slow")) {
    keep_one_standing(50);
}
