// Random changes of organisations between random steps of transfers: nobody's standing moves by them, whoever is with us is placed in
// an organisation that exists, the roster counts as many as before, and the events replay to the same tables.
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/organisations/organisations.hpp"
#include "jiezhuan/service/organisations/reorganise.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"
#include "tests/support/working.hpp"

#include <doctest/doctest.h>
#include <map>
#include <random>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr int kLedgers = 12;
constexpr int kMembers = 12;
constexpr int kSteps = 60;

class Town {
  public:
    Town(LedgerFixture& ledger, unsigned seed) : working_(ledger), random_(seed) {
        for (int i = 0; i < 2; ++i) {
            communities_.push_back(add(OrgKind::community_committee, LedgerFixture::kOwn));
            branches_.push_back(add(OrgKind::branch, communities_.back()));
            branches_.push_back(add(OrgKind::joint_branch, communities_.back()));
        }
        far_ = add_organisation(working_.work(), OrgKind::working_committee, "海港街道工作委员会");
        for (int i = 0; i < kMembers; ++i) {
            members_.push_back(add_member(working_.work(), synthetic_member(i), any(branches_)));
        }
    }

    void run() {
        for (int i = 0; i < kSteps; ++i) {
            pick(2) == 0 ? move_somebody() : reorganise();
            everybody_is_placed();
        }
        working_.commit();
    }

  private:
    int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    template <class T> T any(const std::vector<T>& some) {
        return some[static_cast<std::size_t>(pick(static_cast<int>(some.size())))];
    }
    OrgId add(OrgKind kind, OrgId parent) {
        return add_organisation(working_.work(), kind, "党组织" + std::to_string(++named_), parent);
    }

    // A transfer of somebody is opened, or taken on by whatever is allowed.
    void move_somebody() {
        Work& work = working_.work();
        const MemberId member = any(members_);
        const auto transfers = *work.ledger.transfers(Query().equal("member", member.text()));
        if (transfers.empty() || pick(3) == 0) {
            Transfer wanted;
            wanted.kind = pick(2) == 0 ? TransferKind::within : TransferKind::out;
            wanted.member = member;
            wanted.channel = Channel::online;
            const auto to = work.organisations.in_force(any(branches_));
            wanted.to = wanted.kind == TransferKind::out || to == nullptr ? far_ : to->id;
            REQUIRE(open_transfer(work, wanted));
            return;
        }
        const Transfer& latest = transfers.back();
        const auto allowed = allowed_actions(latest.kind, latest.state);
        StepInput input;
        input.reason = "某原因";
        input.online_no = "123";
        input.evidence = "系统回执";
        input.branch = latest.to;
        if (!allowed.empty()) {
            REQUIRE(step_transfer(work, latest.id, any(allowed), input));
        }
    }

    std::map<MemberId, Member> snapshot() {
        std::map<MemberId, Member> all;
        for (const MemberId id : members_) {
            all.emplace(id, **working_->ledger.member(id));
        }
        return all;
    }

    // Whatever was changed, of a member only the place may be another.
    void reorganise() {
        const auto before = snapshot();
        const std::int64_t seq = working_->ledger.next_seq();
        const bool stands = change_something();
        CHECK((stands || working_->ledger.next_seq() == seq));
        for (auto [id, member] : snapshot()) {
            const Member& old = before.at(id);
            member.branch = old.branch;
            CHECK(member == old);
        }
    }

    bool change_something() {
        Work& work = working_.work();
        switch (pick(4)) {
        case 0:
            return done(merge_organisations(work, {any(branches_)}, any(branches_), "批复"));
        case 1: {
            Split split{any(branches_), {{"name", "党组织" + std::to_string(++named_)}}, {}, {}, "批复"};
            for (int i = 0; i < 3; ++i) {
                split.members.push_back(any(members_));
            }
            const auto made = split_organisation(work, split);
            if (done(made)) {
                branches_.push_back(OrgId{made->outcome.created});
            }
            return done(made);
        }
        case 2:
            return done(dissolve_organisation(work, any(branches_), "批复", OrgId()));
        default: {
            const auto changed = change_organisation(
                work, any(branches_),
                {{"parent", any(communities_).text()}, {"name", "党组织" + std::to_string(++named_)}});
            REQUIRE(changed);
            return !changed->refused;
        }
        }
    }

    bool done(const Result<Reorganised>& what) {
        REQUIRE_MESSAGE(what, what.error().message.en);
        return !what->outcome.refused;
    }

    void everybody_is_placed() {
        std::int64_t with_us = 0;
        for (const auto& [id, member] : snapshot()) {
            CHECK(member.standing != Standing::none);
            if (on_roster(member.standing)) {
                const Organisation* place = working_->organisations.find(member.branch);
                REQUIRE(place != nullptr);
                CHECK(place->state == OrgState::active);
                CHECK(working_->organisations.is_ours(place->id));
                ++with_us;
            }
        }
        const auto counts = headcounts_of(working_->ledger, working_->organisations);
        REQUIRE(counts);
        CHECK(counts->with_below.at(LedgerFixture::kOwn).members() == with_us);
    }

    Working working_;
    std::mt19937 random_;
    std::vector<OrgId> communities_;
    std::vector<OrgId> branches_;
    OrgId far_;
    std::vector<MemberId> members_;
    int named_ = 0;
};

} // namespace

TEST_CASE("organisations: whatever becomes of them, everybody stands as before and is placed in one that exists") {
    for (int round = 0; round < kLedgers; ++round) {
        CAPTURE(round);
        LedgerFixture ledger;
        Town(ledger, static_cast<unsigned>(20261101 + round)).run();
        const auto verified = ledger.store()->verify();
        CHECK_MESSAGE(verified, verified.error().message.en);
    }
}
