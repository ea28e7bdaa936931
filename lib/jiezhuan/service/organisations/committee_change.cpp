#include "jiezhuan/service/organisations/committee_change.hpp"

#include "jiezhuan/service/organisations/org_contents.hpp"
#include "jiezhuan/service/organisations/organisation_obstacles.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

struct StillThere {
    std::int64_t members = 0; // whose relation is there, in transit or not
    bool at_home = false;
    std::optional<Member> suspended;
    std::optional<Transfer> under_way;
    Date until; // who was received since then was there before
};

// Placed by who received it, wherever the organisation belongs by then; the stay of a migrant goes on in the branch.
bool may_stay(const Transfer& transfer, UnderWay allowed) {
    const bool received = transfer.kind == TransferKind::between && !transfer.received_on.empty();
    return transfer.kind == TransferKind::enrol || (received && allowed == UnderWay::received);
}

Result<void> look_into(const Work& work, OrgId id, UnderWay allowed, StillThere& there) {
    JZ_TRY(contents, contents_of(work.ledger, work.organisations, id));
    for (const Member& member : contents.members) {
        there.members += member.standing == Standing::hosted ? 0 : 1;
        there.at_home = there.at_home || member.standing == Standing::home;
        if (member.standing == Standing::suspended) {
            there.suspended = member;
        }
    }
    for (Transfer& transfer : contents.transfers) {
        if (!may_stay(transfer, allowed) && !there.under_way) {
            there.under_way = std::move(transfer);
        }
    }
    JZ_TRY(left, work.ledger.transfers(Query().equal("from", id.text()).present("received_on")));
    for (const Transfer& transfer : left) {
        there.until = std::max(there.until, transfer.received_on);
    }
    return {};
}

// Those below it that have, as it has, their basic committee from above.
Result<StillThere> who_is_there(const Work& work, const Organisation& moved, UnderWay allowed) {
    const OrgDirectory& directory = work.organisations;
    const Organisation* const committee = directory.basic_committee_of(moved.id);
    StillThere there;
    for (const OrgId id : directory.subtree(moved.id)) {
        if (directory.basic_committee_of(id) == committee) {
            JZ_CHECK(look_into(work, id, allowed, there));
        }
    }
    return there;
}

Message name_of(const OrgDirectory& directory, const Organisation* one) {
    const std::string label = one == nullptr ? std::string() : directory.label(one->id);
    return one == nullptr ? Message(Text{"（没有）", "(none)"}) : Message(label, label);
}

Message way_out(const OrgDirectory& directory, const Organisation& moved, OrgId superior, const StillThere& there) {
    if (there.under_way && there.under_way->batch) {
        return say({"先全部办完：jiezhuan batch show {}", "finish these first: jiezhuan batch show {}"},
                   there.under_way->batch.text());
    }
    if (there.under_way) {
        return say({"先办完：jiezhuan transfer show {}", "finish it first: jiezhuan transfer show {}"},
                   there.under_way->id.text());
    }
    if (there.suspended) {
        return stays_behind(directory, *there.suspended);
    }
    return there.at_home
               ? say({"先转移全部党员，一信一份名单：jiezhuan transfer open --organisation {} --kind between --to {}",
                      "first transfer all its members, by one letter with a list: jiezhuan transfer open "
                      "--organisation {} --kind between --to {}"},
                     moved.id.text(), superior.text())
               : say({"查看：jiezhuan member list --branch {}", "see: jiezhuan member list --branch {}"},
                     moved.id.text());
}

} // namespace

Message stays_behind(const OrgDirectory& directory, const Member& suspended) {
    const Organisation* const committee = directory.basic_committee_of(suspended.branch);
    return say(
        {"停止党籍期间不办理正式转移（ST-01）；{0}留在原党委的，先另编支部：jiezhuan org split {1} {2} --basis 依据 "
         "--name 全称 --parent {3}",
         "no formal transfer while the membership is suspended (ST-01); {0} stays: first form a branch of those who "
         "do: "
         "jiezhuan org split {1} {2} --basis TEXT --name NAME --parent {3}"},
        suspended.name, suspended.branch.text(), suspended.id.text(),
        committee == nullptr ? std::string("ORG") : committee->id.text());
}

Result<std::optional<Outcome>> members_stand_in_the_way(const Work& work, const Organisation& moved, OrgId superior,
                                                        UnderWay allowed) {
    const OrgDirectory& directory = work.organisations;
    const Organisation* const from = directory.basic_committee_of(moved.id);
    const Organisation* const to = directory.basic_committee_of(superior);
    if (!directory.is_ours(moved.id) || moved.can_approve_probationary == Authority::yes || from == to) {
        return std::optional<Outcome>();
    }
    JZ_TRY(there, who_is_there(work, moved, allowed));
    const std::string subject = organisation_subject(moved);
    if (there.members > 0 || there.under_way) {
        return std::optional(refusal(
            subject,
            say({"基层党委由“{}”变为“{}”，是整建制转移；还有 {} 名党员的组织关系在这里",
                 "its basic committee would be '{1}' instead of '{0}': that is a transfer of the whole organisation; "
                 "members whose relation is there: {2}"},
                name_of(directory, from), name_of(directory, to), there.members),
            way_out(directory, moved, superior, there)));
    }
    if (work.on < there.until) {
        return std::optional(
            refusal(subject,
                    say({"到 {} 还有党员的组织关系在这里，{} 不能改属", "members had their relation there until {}: it "
                                                                        "does not move on {}"},
                        there.until.text(), work.on.text()),
                    say({"--on 写 {} 或以后", "say --on {} or later"}, there.until.text())));
    }
    return std::optional<Outcome>();
}

} // namespace jiezhuan
