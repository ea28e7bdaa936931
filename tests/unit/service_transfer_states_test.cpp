// Every pair of state and action that the path table does not have, tried on a transfer in that state.
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"
#include "tests/support/working.hpp"

#include <doctest/doctest.h>
#include <set>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

// The states that a transfer of that kind can have.
std::set<TransferState> states_of(const KindRow& kind) {
    std::set<TransferState> states = {kind.begins};
    for (const Path& path : transfer_paths()) {
        if (path.kind == kind.kind) {
            states.insert(path.to);
        }
    }
    return states;
}

// Everything that any action asks for, so that nothing but the state is in the way.
StepInput everything(OrgId branch) {
    StepInput input;
    input.reason = "某原因";
    input.minutes = "会议记录";
    input.online_no = "20261123001";
    input.evidence = "系统回执";
    input.verified_basis = "档案";
    input.branch = branch;
    input.voucher = Letter();
    input.voucher->no = "外20260001";
    return input;
}

class Pairs {
  public:
    explicit Pairs(Work& work) : work_(work) {
        branch_ = add_organisation(work, OrgKind::branch, "中共望江街道第一支部委员会", LedgerFixture::kOwn);
    }

    void try_all(const KindRow& kind, TransferState state) {
        const Transfer transfer = stored_in(kind.kind, state);
        for (const CodeRow& row : code_table<Action>().rows) {
            const auto action = static_cast<Action>(row.value);
            const bool flag = action == Action::hold && is_open(state);
            if (!flag && find_path(kind.kind, state, action) == nullptr) {
                CAPTURE(row.id);
                check(transfer, action);
                ++tried;
            }
        }
    }

    int tried = 0;

  private:
    Transfer stored_in(TransferKind kind, TransferState state) {
        Transfer transfer;
        transfer.kind = kind;
        transfer.state = state;
        transfer.channel = Channel::online;
        transfer.member = add_member(work_, synthetic_member(++members_), branch_);
        transfer.opened_on = work_.on;
        Event event = work_.event("transfer_opened");
        event.create = Creation{RecordKind::transfer, to_json(transfer)};
        const auto seq = work_.ledger.append(std::move(event));
        REQUIRE(seq);
        transfer.id = TransferId{*seq};
        return transfer;
    }

    void check(const Transfer& transfer, Action action) {
        const std::int64_t seq = work_.ledger.next_seq();
        const auto outcome = step_transfer(work_, transfer.id, action, everything(branch_));
        REQUIRE_MESSAGE(outcome, outcome.error().message.en);
        REQUIRE(outcome->refused);
        CHECK(work_.ledger.next_seq() == seq);
        REQUIRE(outcome->findings.size() == 1);
        const Finding& why = outcome->findings.front();
        CHECK(why.subject.find(transfer.id.text()) != std::string::npos);
        for (const Lang lang : {Lang::zh, Lang::en}) {
            CHECK(why.message.in(lang).find(code_title(transfer.state).in(lang)) != std::string::npos);
            CHECK(why.message.in(lang).find(step_title(action, transfer).in(lang)) != std::string::npos);
            for (const Action allowed : allowed_actions(transfer.kind, transfer.state)) {
                CHECK(why.message.in(lang).find(step_title(allowed, transfer).in(lang)) != std::string::npos);
            }
            CHECK(why.fix.in(lang).find("jiezhuan ") != std::string::npos);
        }
    }

    Work& work_;
    OrgId branch_;
    int members_ = 0;
};

} // namespace

TEST_CASE("transfers: what a state does not allow is refused with the state, what is allowed, and the command") {
    LedgerFixture ledger;
    Working working(ledger);
    Pairs pairs(working.work());
    for (const KindRow& kind : kind_rows()) {
        for (const TransferState state : states_of(kind)) {
            CAPTURE(code_id(kind.kind));
            CAPTURE(code_id(state));
            pairs.try_all(kind, state);
        }
    }
    CHECK(pairs.tried > 400);
}
