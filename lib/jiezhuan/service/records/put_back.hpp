// What an act of several events set is put back as it was.
#pragma once

#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/service/work.hpp"

#include <cstdint>
#include <set>
#include <utility>

namespace jiezhuan {

// Events of one act that follow each other, and the records that they set.
struct DoneTogether {
    std::int64_t before = 0; // the last event that was before it
    std::int64_t last = 0;
    std::set<std::pair<RecordKind, std::int64_t>> touched;

    // Takes in an event that comes right before the others; the first one taken in is the last of the act.
    void take_in(const LoggedEvent& logged);
    // Is it of the same commit as `later`, and right before what was taken in?
    [[nodiscard]] bool continues(const LoggedEvent& earlier, const LoggedEvent& later) const;
};

// Adds to `event` what takes the transfers, letters and members of the act back to where they were before it. False where one of the
// fields it set was changed again since: then `event` is of no use.
[[nodiscard]] Result<bool> add_put_back(Work& work, const DoneTogether& act, Event& event);

} // namespace jiezhuan
