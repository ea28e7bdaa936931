// Acts on any day, also on days before somebody was entered and days before what was written down of them: no year has fewer than
// nobody, the tables hold as many as the events say, and no day sees somebody on the way who is not, or gone and on the way.
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/members/member_marks.hpp"
#include "jiezhuan/service/records/conservation.hpp"
#include "jiezhuan/service/records/replay.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"
#include "tests/support/answers.hpp"
#include "tests/support/working.hpp"

#include <random>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr int kMembers = 60;
constexpr int kActs = 20; // with each
constexpr int kDays = 12; // on which the ledger is looked at

const Date kFirst(2023, 6, 1);
constexpr int kSpan = 1200; // days, from then on

class Days {
  public:
    Days(Work& work, unsigned seed) : work_(work), random_(seed) {
        branch_ = add_organisation(work, OrgKind::branch, "中共望江街道第一支部委员会", LedgerFixture::kOwn);
        far_ = add_organisation(work, OrgKind::working_committee, "中国共产党海州市滨海区海港街道工作委员会");
    }

    int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    Date any_day() { return kFirst.plus_days(pick(kSpan)); }

    void live(int number) {
        work_.on = any_day();
        const MemberId member = add_member(work_, synthetic_member(number), branch_);
        for (int i = 0; i < kActs; ++i) {
            work_.on = pick(3) == 0 ? any_day() : work_.on.plus_days(pick(40) - 5);
            pick(4) == 0 ? mark(member) : move(member);
        }
    }

  private:
    void mark(MemberId member) {
        static constexpr Mark kMarks[] = {Mark::died, Mark::suspended, Mark::expelled, Mark::restored, Mark::mistaken};
        MarkInput input{kMarks[pick(5)], "某文件", "某党委"};
        must(mark_member(work_, member, input));
    }

    // Opens a transfer where none is open, and takes the one that is on.
    void move(MemberId member) {
        const auto transfers = must(work_.ledger.transfers(Query().equal("member", member.text())));
        const auto open = std::find_if(transfers.begin(), transfers.end(),
                                       [](const Transfer& transfer) { return is_open(transfer.state); });
        if (open == transfers.end()) {
            Transfer wanted;
            wanted.member = member;
            wanted.kind = pick(3) == 0 ? TransferKind::in : TransferKind::out;
            wanted.channel = Channel::online;
            wanted.reason = TransferReason::moved_home;
            wanted.to = wanted.kind == TransferKind::out ? far_ : OrgId();
            wanted.from_name = wanted.kind == TransferKind::in ? "外地党委" : "";
            wanted.destination = "某处";
            must(open_transfer(work_, wanted));
            return;
        }
        StepInput input;
        input.minutes = input.reason = input.verified_basis = input.evidence = "某文件";
        input.online_no = "123";
        input.branch = branch_;
        const auto allowed = allowed_actions(open->kind, open->state);
        const bool on = pick(4) != 0; // the path's next step comes first
        must(step_transfer(
            work_, open->id,
            on ? allowed.front() : allowed[static_cast<std::size_t>(pick(static_cast<int>(allowed.size())))], input));
    }

    Work& work_;
    std::mt19937 random_;
    OrgId branch_;
    OrgId far_;
};

// On the roster and off it follow each other day by day.
std::int64_t comings_and_goings(Reading& ledger, MemberId member) {
    std::int64_t times = 0;
    Standing standing = Standing::none;
    Date day;
    for (const LoggedEvent& logged : must(ledger.history(RecordKind::member, member.value))) {
        Member at;
        at.id = member;
        at.standing = standing;
        replay(logged.seq, logged.event, at);
        if (on_roster(at.standing) != on_roster(standing)) {
            CAPTURE(member.text());
            CHECK(day <= logged.event.date);
            day = logged.event.date;
            ++times;
        }
        standing = at.standing;
    }
    return times;
}

std::int64_t on_the_way_as_sent(Store& store, Date day) {
    const auto then = must(store.read_past(Past{day, std::nullopt}));
    std::int64_t sent = 0;
    for (const Transfer& transfer : must(then->transfers(Query().equal("state", "sent")))) {
        const auto member = must(then->member(transfer.member));
        REQUIRE(member);
        CAPTURE(day.text());
        CAPTURE(transfer.id.text());
        CHECK(code_id(member->standing) == "in_transit");
        ++sent;
    }
    CHECK(must(then->count(RecordKind::member, Query().equal("standing", "in_transit"))) == sent);
    return sent;
}

} // namespace

TEST_CASE("act days: whatever the days of acts, no year counts fewer than nobody and no day contradicts itself") {
    for (unsigned seed = 1; seed <= 2; ++seed) {
        CAPTURE(seed);
        LedgerFixture ledger;
        Working working(ledger);
        Days days(working.work(), seed);
        for (int i = 0; i < kMembers; ++i) {
            days.live(i);
        }
        working.commit();
        const auto store = ledger.store();
        const auto verified = must(store->verify());
        CHECK(conservation(verified, working->organisations, working->profile).findings.empty());
        for (const YearOfCount& year : verified.history.years) {
            CAPTURE(year.year);
            CHECK(year.closing() >= 0);
        }
        std::int64_t moved = 0;
        const auto now = must(store->read());
        for (const Member& member : must(now->members({}))) {
            moved += comings_and_goings(*now, member.id);
        }
        CHECK(moved > 2 * kMembers); // not only entered
        std::int64_t sent = 0;
        for (int i = 0; i < kDays; ++i) {
            sent += on_the_way_as_sent(*store, days.any_day());
        }
        CHECK(sent > kDays);
    }
}
