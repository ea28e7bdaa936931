// A Work on a fixture's ledger, for tests of services.
#pragma once

#include "jiezhuan/service/work.hpp"
#include "tests/support/ledger_fixture.hpp"

#include <memory>

namespace jiezhuan::testing {

class Working {
  public:
    // Judged by the built-in profile, on that day.
    explicit Working(LedgerFixture& ledger, Date on = Date(2026, 11, 23));

    [[nodiscard]] Work& work() { return *work_; }
    Work* operator->() { return work_.get(); }
    void commit(); // a failure is a failed test (throws)

  private:
    std::unique_ptr<Writing> writing_;
    Profile profile_;
    std::unique_ptr<Work> work_;
};

// Adds an organisation and returns its id. No parent: an outside one.
[[nodiscard]] OrgId add_organisation(Work& work, OrgKind kind, const std::string& name, OrgId parent = {});
// Registers a member at home in a branch.
MemberId add_member(Work& work, const Member& member, OrgId branch);

} // namespace jiezhuan::testing
