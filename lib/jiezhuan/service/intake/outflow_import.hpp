// Importing a list of members of ours who are away: each row is what a clerk would do one after the other: the entry, the card and its
// inspection, reporting in. An empty cell takes nothing away.
#pragma once

#include "jiezhuan/service/intake/intake.hpp"
#include "jiezhuan/service/intake/list_parts.hpp"

#include <optional>

namespace jiezhuan {

class OutflowImport final : public RowImport {
  public:
    void look(Cells& row) override;
    Result<void> begin(Work& work, const IntakeCounts& expected) override;
    Result<RowOutcome> apply(Work& work, Cells& row) override;
    void describe(Document& document, const IntakeCounts& counts, bool stands) override;

  private:
    void read(Cells& row);
    void judge(const Work& work, Cells& row, const Member& known) const;
    [[nodiscard]] Result<bool> act(Work& work, Cells& row, const Member& known) const;

    std::optional<RecordColumns<Member>> columns_;
    Member said_;
    Identities identities_;
};

} // namespace jiezhuan
