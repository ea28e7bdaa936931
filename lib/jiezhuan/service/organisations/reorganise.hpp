// Organisations that are merged, split and dissolved. Inside one basic committee that is no transfer: nobody's standing changes, no
// letter is written, no statistic is touched. What would take members to another basic committee is a whole organisation's transfer.
#pragma once

#include "jiezhuan/service/organisations/org_contents.hpp"
#include "jiezhuan/service/records/record_values.hpp"
#include "jiezhuan/service/work.hpp"

#include <string>
#include <vector>

namespace jiezhuan {

struct Reorganised {
    Outcome outcome;
    std::int64_t members = 0;       // that are placed elsewhere now
    std::int64_t organisations = 0; // that have another superior now
    std::int64_t transfers = 0;     // open ones that go on from or to elsewhere
    RowSet open;                    // what hinders a dissolution
};

// Members, subordinate organisations and open transfers of `from` go over to `into`, `from` is dissolved on work.on with `into` as
// its successor, and its names lead there. One event. Refused: no basis, `into` among `from`, below one of them or dissolved, ours with
// outside ones, the ledger's own, another basic committee, members into what is no branch, subordinates into a branch, a day before
// `into` was set up or the ledger had one of them. Merged before into the same is done already.
[[nodiscard]] Result<Reorganised> merge_organisations(Work& work, const std::vector<OrgId>& from, OrgId into,
                                                      const std::string& basis);

struct Split {
    OrgId from;
    FieldValues values; // of the new one; kind and superior are those of `from` where they are not said
    std::vector<MemberId> members;
    std::vector<OrgId> below;
    std::string basis;
};
// A new organisation beside `from`, with those of its members and subordinates that are named. One event; outcome.created is the new
// one. Exit::not_found for an unknown member. Refused: no basis, nobody named, a member who is not in `from`, an organisation that is
// not directly below it, another basic committee, a day before the ledger had `from`, what add_organisation() refuses. The same again is done already.
[[nodiscard]] Result<Reorganised> split_organisation(Work& work, const Split& split);

// Refused by OR-05 and by the state of things as long as anything is open; `open` lists it, with the commands. `successor` is where
// its members went, if anywhere as a whole. The same again is done already.
[[nodiscard]] Result<Reorganised> dissolve_organisation(Work& work, OrgId id, const std::string& basis,
                                                        OrgId successor);

} // namespace jiezhuan
