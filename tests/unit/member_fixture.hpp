// A branch with a member, one far away, and what tests of members ask of an answer.
#pragma once

#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"
#include "tests/support/answers.hpp"
#include "tests/support/working.hpp"

#include <string>

namespace jiezhuan::testing {

inline std::string citizen_id(const std::string& first17) { return first17 + citizen_id_check(first17); }

struct MemberFixture {
    LedgerFixture ledger;
    Working working{ledger};
    Work& work = working.work();
    OrgId first = add_organisation(work, OrgKind::branch, "中共望江街道江滨社区第一支部委员会", LedgerFixture::kOwn);
    OrgId far = add_organisation(work, OrgKind::working_committee, "中国共产党海州市滨海区海港街道工作委员会");
    MemberId li = add_member(work, synthetic_member(1), first);

    [[nodiscard]] Member member() const { return **work.ledger.member(li); }
    [[nodiscard]] std::int64_t next() const { return work.ledger.next_seq(); }

    // An outgoing transfer; sent through the online system where that is asked for.
    TransferId transfer_out(bool sent) {
        Transfer wanted;
        wanted.kind = TransferKind::out;
        wanted.member = li;
        wanted.to = far;
        wanted.reason = TransferReason::moved_home;
        wanted.destination = "海港街道第二社区";
        wanted.channel = Channel::online;
        const TransferId id{open_transfer(work, wanted)->created};
        StepInput input;
        input.minutes = "党工委会议纪要[2026]12号";
        input.online_no = "ZX2026110001";
        REQUIRE_FALSE(step_transfer(work, id, Action::approve, input)->refused);
        if (sent) {
            REQUIRE_FALSE(step_transfer(work, id, Action::send, input)->refused);
        }
        return id;
    }
};

inline FieldValues wang() {
    return {{"name", "王 芳"},         {"citizen_id", citizen_id("11000019600302004")},
            {"stage", "full"},         {"admission", "1985-07"},
            {"conversion", "1986-07"}, {"branch", "中共望江街道江滨社区第一支部委员会"}};
}

} // namespace jiezhuan::testing
