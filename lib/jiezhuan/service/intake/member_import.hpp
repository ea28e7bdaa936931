// Importing a roster: who is not in the ledger yet stands at home with us from now on; of those at home what the file says
// differently is changed. An empty cell says nothing: it never takes a value away.
#pragma once

#include "jiezhuan/service/intake/intake.hpp"
#include "jiezhuan/service/intake/namesakes.hpp"
#include "jiezhuan/service/intake/repeats.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace jiezhuan {

class MemberImport final : public RowImport {
  public:
    // basis: of the entry of those whose row says none; where it is absent, too, they were there when the ledger began.
    explicit MemberImport(EntryBasis basis = EntryBasis::none) : basis_(basis) {}
    void look(Cells& row) override;
    Result<void> begin(Work& work, const IntakeCounts& expected) override;
    Result<RowOutcome> apply(Work& work, Cells& row) override;
    void describe(Document& document, const IntakeCounts& counts, bool stands) override;

  private:
    void read(Cells& row);
    void judge_identity(Cells& row);
    void judge_branch(const Work& work, Cells& row);
    [[nodiscard]] Result<std::optional<MemberId>> known(Work& work) const;
    [[nodiscard]] Result<RowOutcome> add(Work& work, Cells& row);
    [[nodiscard]] Result<RowOutcome> change(Work& work, Cells& row, MemberId id);
    [[nodiscard]] Findings findings_of(const Work& work, const Cells& row, const Member& member) const;

    std::optional<RecordColumns<Member>> columns_;
    std::size_t citizen_id_ = 0;
    std::size_t document_type_ = 0;
    std::size_t branch_ = 0;
    Member member_; // of the row; kept so that its texts need no new memory
    Event registered_;
    Repeats repeats_;
    Namesakes namesakes_;
    std::vector<std::pair<std::int64_t, std::int64_t>> known_; // citizen ID number, member: those of the file, sorted
    EntryBasis basis_;
    std::optional<Finding> assumed_; // nobody said it
    std::int64_t assumed_rows_ = 0;
    bool ledger_has_members_ = false;
    bool no_tree_ = false; // there is no organisation but our own
};

} // namespace jiezhuan
