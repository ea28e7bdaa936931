// What hangs on an organisation: who is placed in it, what is under way from it and to it, what is below it.
#pragma once

#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>
#include <vector>

namespace jiezhuan {

struct OrgContents {
    std::vector<Member> members;     // of every standing but those who left or were not admitted
    std::vector<Transfer> transfers; // open ones: from it, to it, into it, or addressed to it
    std::vector<Letter> letters;     // ours that are still out: issued by it, or for one of these transfers
    std::vector<OrgId> below;        // directly, and not dissolved

    [[nodiscard]] bool empty() const {
        return members.empty() && transfers.empty() && letters.empty() && below.empty();
    }
};
[[nodiscard]] Result<OrgContents> contents_of(Reading& ledger, const OrgDirectory& organisations, OrgId id);

// The refusal of what moves these contents on a day on which the ledger had not yet the organisation; nothing where the day can be.
[[nodiscard]] Result<std::optional<Outcome>> before_registration(const Work& work, const Organisation& organisation);

// Section "open": each with its state and the command that settles it.
[[nodiscard]] RowSet open_items(const OrgContents& contents, const OrgDirectory& organisations);

} // namespace jiezhuan
