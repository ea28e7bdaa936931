// Random sequences of acts on members: everybody keeps exactly one standing, a refusal appends nothing, the same act twice is one
// act, and the events replay to the record that the table holds.
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/members/member_contacts.hpp"
#include "jiezhuan/service/members/member_marks.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/migrants/activity_card.hpp"
#include "jiezhuan/service/migrants/migrants.hpp"
#include "jiezhuan/service/records/replay.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"
#include "tests/support/working.hpp"

#include <doctest/doctest.h>
#include <random>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr int kSequences = 150;
constexpr int kSteps = 12;

class Life {
  public:
    Life(Work& work, std::mt19937& random, OrgId branch, OrgId far, int number)
        : work_(work), random_(random), far_(far) {
        Member member = synthetic_member(number);
        member.stage = pick(3) == 0 ? Stage::probationary : Stage::full;
        member.conversion = Date();
        id_ = jiezhuan::testing::add_member(work, member, branch);
    }

    void run() {
        for (int i = 0; i < kSteps; ++i) {
            const int what = pick(12);
            what < 4 ? mark() : what < 6 ? transfer() : what < 8 ? edit(what == 6) : migrate();
            check();
        }
    }

  private:
    int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    std::int64_t next() const { return work_.ledger.next_seq(); }

    // Twice, in a row: the second time nothing happens.
    template <class Act> void twice(Act act) {
        const std::int64_t before = next();
        const Result<Outcome> first = act();
        REQUIRE(first);
        CHECK((first->refused || first->already) == (next() == before));
        const std::int64_t after = next();
        const Result<Outcome> second = act();
        REQUIRE(second);
        CHECK(next() == after);
        CHECK(second->refused == first->refused);
    }

    void mark() {
        const auto rows = code_table<Mark>().rows;
        const Mark mark = static_cast<Mark>(rows[static_cast<std::size_t>(pick(static_cast<int>(rows.size())))].value);
        const std::string basis = pick(8) == 0 ? "" : "文件" + std::to_string(pick(1000));
        MarkInput input{mark, basis};
        input.cause = mark == Mark::lost_contact ? LossCause::moved : LossCause::none;
        input.purpose = mark == Mark::abroad ? AbroadPurpose::study : AbroadPurpose::none;
        twice([&] { return mark_member(work_, id_, input); });
    }

    void edit(bool correct) {
        const FieldValues values = {{"employer", "单位" + std::to_string(pick(4))}};
        twice([&] {
            return correct ? correct_member(work_, id_, values, "录入错误") : change_member(work_, id_, values);
        });
    }

    // The day of an act on the registers: never the same, and not always later than the last.
    void migrate() {
        work_.on = work_.today().plus_days(-pick(400));
        work_.on_given = true;
        const ContactInput contact{"电话", "内容" + std::to_string(pick(2))};
        const CardInput card{id_.text() + "-" + std::to_string(pick(2)), pick(2) == 0 ? "遗失" : ""};
        switch (pick(6)) {
        case 0:
            twice([&] { return record_flow(work_, id_, {Date(), "海州市", TransferReason::working_away, {}, ""}); });
            break;
        case 1:
            twice([&] { return record_contact(work_, id_, contact); });
            break;
        case 2:
            twice([&] { return give_card(work_, id_, card); });
            break;
        case 3:
            twice([&] { return inspect_card(work_, id_); });
            break;
        case 4:
            twice([&] { return report_in(work_, id_, "海港街道第二社区党支部"); });
            break;
        default:
            twice([&] { return come_back(work_, id_, "已返回"); });
        }
        work_.on = work_.today();
        work_.on_given = false;
    }

    void transfer() {
        const auto transfers = work_.ledger.transfers(Query().equal("member", id_.text()));
        REQUIRE(transfers);
        for (const Transfer& open : *transfers) {
            if (is_open(open.state)) {
                StepInput input;
                input.minutes = "纪要";
                input.online_no = "ZX1";
                input.reason = "不转了";
                static constexpr Action kActions[] = {Action::approve, Action::send, Action::withdraw, Action::hold};
                REQUIRE(step_transfer(work_, open.id, kActions[pick(4)], input));
                return;
            }
        }
        Transfer wanted;
        wanted.kind = TransferKind::out;
        wanted.member = id_;
        wanted.to = far_;
        wanted.reason = TransferReason::moved_home;
        wanted.destination = "海港街道第二社区";
        wanted.channel = Channel::online;
        REQUIRE(open_transfer(work_, wanted));
    }

    void check() {
        const auto member = work_.ledger.member(id_);
        const auto events = work_.ledger.history(RecordKind::member, id_.value);
        REQUIRE(member);
        REQUIRE(events);
        CHECK(replayed<Member>(*events, id_, next()) == **member);
        CHECK((*member)->standing != Standing::none);
        const Member& now = **member;
        CHECK_FALSE((!now.report_in_on.empty() && now.report_in_on < now.away_since.earliest()));
        CHECK_FALSE((!now.card_checked_on.empty() && now.card_checked_on < now.card_issued_on));
        CHECK((now.card_no.empty() || now.card_no.starts_with(now.id.text() + "-")));
        CHECK(((*member)->standing == Standing::left) == ((*member)->leave_reason != LeaveReason::none));
        const auto transfers = work_.ledger.transfers(Query().equal("member", id_.text()));
        const bool gone = (*member)->standing == Standing::left || (*member)->standing == Standing::suspended;
        for (const Transfer& transfer : *transfers) {
            CHECK_FALSE((gone && is_open(transfer.state)));
        }
    }

    Work& work_;
    std::mt19937& random_;
    OrgId far_;
    MemberId id_;
};

} // namespace

TEST_CASE("property: whatever is done to members, events and tables agree and nobody is lost") {
    LedgerFixture ledger;
    std::mt19937 random(20261123);
    {
        Working working(ledger);
        Work& work = working.work();
        const OrgId branch = add_organisation(work, OrgKind::branch, "第一支部", LedgerFixture::kOwn);
        const OrgId far = add_organisation(work, OrgKind::working_committee, "中国共产党海州市海港街道工作委员会");
        for (int i = 0; i < kSequences; ++i) {
            Life(work, random, branch, far, i).run();
        }
        working.commit();
    }
    const auto report = ledger.store()->verify();
    REQUIRE_MESSAGE(report, report.error().message.en);
}
