// Which branch of ours somebody who comes might join: a proposal, which the clerk decides about.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <map>
#include <string>
#include <vector>

namespace jiezhuan {

// Deterministic: by where the person lives or is said to go, where that names one of our communities; there, retired members first to
// a branch for the retired; then the branch with most room below the limit of RT-07. Numbers never keep anybody out: where every branch
// is full, it is the one with the fewest members.
class BranchProposal {
  public:
    [[nodiscard]] static Result<BranchProposal> make(Reading& ledger, const OrgDirectory& organisations,
                                                     const Profile& profile);

    // None where we have no branch at all. Counts the person in, so that the next proposal knows.
    [[nodiscard]] OrgId propose(const Member& member, const Transfer& transfer);

  private:
    struct Place {
        OrgId id;
        std::string code;
        std::string name;     // as the tree calls it
        std::string locality; // "桂苑社区": of itself, or of what it is below
        bool for_retired = false;
        bool joint = false;
        std::int64_t members = 0;
    };
    [[nodiscard]] std::vector<Place*> near(const Member& member, const Transfer& transfer);
    [[nodiscard]] Place* roomiest(const std::vector<Place*>& places, bool with_room) const;

    std::vector<Place> places_; // by code
    std::int64_t most_ = 0;
};

} // namespace jiezhuan
