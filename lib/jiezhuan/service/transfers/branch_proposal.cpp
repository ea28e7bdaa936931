#include "jiezhuan/service/transfers/branch_proposal.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// "柳岸社区" of "柳岸社区第一党支部" or "中国共产党…望江街道柳岸社区委员会"; empty where it names none.
std::string locality_in(std::string_view name) {
    for (const std::string_view end : {"社区", "村"}) {
        const auto at = name.find(end);
        if (at == std::string_view::npos || at == 0) {
            continue;
        }
        std::string_view locality = name.substr(0, at + end.size());
        for (const std::string_view before : {"街道", "镇", "乡"}) {
            const auto cut = locality.substr(0, at).rfind(before);
            if (cut != std::string_view::npos) {
                locality.remove_prefix(cut + before.size());
                break;
            }
        }
        if (count_code_points(locality) >= 3) {
            return std::string(locality);
        }
    }
    return {};
}

std::string locality_of(const OrgDirectory& organisations, OrgId id) {
    for (const Organisation* at = organisations.find(id); at != nullptr; at = organisations.find(at->parent)) {
        std::string locality = locality_in(organisations.label(at->id));
        if (!locality.empty()) {
            return locality;
        }
    }
    return {};
}

// A temporary organisation takes nobody's relation.
bool takes_members(const Organisation& organisation) {
    return organisation.state != OrgState::dissolved && is_branch(organisation.kind) &&
           organisation.kind != OrgKind::temporary;
}

} // namespace

Result<BranchProposal> BranchProposal::make(Reading& ledger, const OrgDirectory& organisations,
                                            const Profile& profile) {
    BranchProposal proposal;
    proposal.most_ = profile.branch_members_max;
    JZ_TRY(counts, ledger.member_counts());
    std::map<OrgId, std::int64_t> members;
    for (const Reading::MemberCount& count : counts) {
        if (on_roster(count.standing)) {
            members[count.branch] += count.members;
        }
    }
    for (const Organisation* organisation : organisations.all()) {
        if (!takes_members(*organisation) || !organisations.is_ours(organisation->id)) {
            continue;
        }
        const std::string name = organisations.label(organisation->id);
        proposal.places_.push_back({organisation->id, organisation->code, name,
                                    locality_of(organisations, organisation->id),
                                    name.find("退休") != std::string::npos, organisation->kind == OrgKind::joint_branch,
                                    members[organisation->id]});
    }
    std::stable_sort(proposal.places_.begin(), proposal.places_.end(),
                     [](const Place& a, const Place& b) { return a.code < b.code; });
    return proposal;
}

// Those of the community that the destination names, else the address; all where neither does.
std::vector<BranchProposal::Place*> BranchProposal::near(const Member& member, const Transfer& transfer) {
    std::vector<Place*> found;
    for (const std::string* words : {&transfer.destination, &member.address}) {
        for (Place& place : places_) {
            if (!place.locality.empty() && words->find(place.locality) != std::string::npos) {
                found.push_back(&place);
            }
        }
        if (!found.empty()) {
            return found;
        }
    }
    for (Place& place : places_) {
        found.push_back(&place);
    }
    return found;
}

BranchProposal::Place* BranchProposal::roomiest(const std::vector<Place*>& places, bool with_room) const {
    Place* best = nullptr;
    for (Place* place : places) {
        const bool fits = !with_room || place->members < most_;
        if (fits && (best == nullptr || place->members < best->members)) {
            best = place;
        }
    }
    return best;
}

OrgId BranchProposal::propose(const Member& member, const Transfer& transfer) {
    const std::vector<Place*> all = near(member, transfer);
    const auto of = [&all](auto wanted) {
        std::vector<Place*> some;
        std::copy_if(all.begin(), all.end(), std::back_inserter(some), [&](const Place* p) { return wanted(*p); });
        return some;
    };
    const bool retired = member.category == Category::retired;
    Place* chosen = roomiest(of([&](const Place& p) {
                                 return transfer.branch
                                            ? p.id == transfer.branch
                                            : !p.name.empty() && transfer.destination.find(p.name) != std::string::npos;
                             }),
                             false);
    if (chosen == nullptr && retired) {
        chosen = roomiest(of([](const Place& p) { return p.for_retired; }), true);
    }
    const auto ordinary = of([](const Place& p) { return !p.for_retired && !p.joint; });
    for (const bool with_room : {true, false}) {
        chosen = chosen != nullptr ? chosen : roomiest(ordinary, with_room);
    }
    chosen = chosen != nullptr ? chosen : roomiest(all, false);
    if (chosen == nullptr) {
        return {};
    }
    ++chosen->members;
    return chosen->id;
}

} // namespace jiezhuan
