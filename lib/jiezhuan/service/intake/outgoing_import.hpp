// Importing who leaves: members of ours, found by ID number or by M number, each with the committee the letter is addressed to. The
// whole list may be approved and its letters issued in the same act.
#pragma once

#include "jiezhuan/service/intake/intake.hpp"
#include "jiezhuan/service/intake/list_parts.hpp"
#include "jiezhuan/service/letters/letters.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"

#include <functional>
#include <string>
#include <vector>

namespace jiezhuan {

// What is done with the list beside opening its transfers.
struct ListApproval {
    Date on;             // none: the transfers are only opened
    std::string minutes; // the record of the approval
    bool issue = false;  // issue the letters; needs the approval
};

class OutgoingImport final : public RowImport {
  public:
    using Print = std::function<Result<void>(Reading&, const std::vector<LetterId>&)>;
    // `print`, where there is one, gets the letters of the list before the commit.
    OutgoingImport(ListBatch batch, ListApproval approval, Print print = {})
        : batch_(std::move(batch)), approval_(std::move(approval)), print_(std::move(print)) {}

    void look(Cells& row) override;
    Result<void> begin(Work& work, const IntakeCounts& expected) override;
    Result<RowOutcome> apply(Work& work, Cells& row) override;
    Result<void> look_back(Work& work, Cells& row) override;
    [[nodiscard]] bool prints() const override { return bool(print_); }
    Result<void> finish(Work& work, const IntakeCounts& counts) override;
    void describe(Document& document, const IntakeCounts& counts, bool stands) override;

    [[nodiscard]] BatchId batch() const override { return batch_.id(); }

  private:
    struct Row {
        std::string member;
        Member person; // identity and name
        Transfer transfer;
        Date dues;
        IssueInput issue;
    };

    void read(Cells& row);
    [[nodiscard]] Result<std::optional<Member>> find(Work& work, Cells& row) const;
    void resolve_receivers(const Work& work);
    [[nodiscard]] Result<bool> left_before(Work& work, Cells& row, const Member& member);
    void warn_of_arrears(const Work& work, Cells& row, const Member& member) const;
    [[nodiscard]] Result<void> update(Work& work, Cells& row, const Member& member, RowOutcome& outcome);
    void tell_of_correction(Cells& row, const Member& member, const Transfer& open) const;
    [[nodiscard]] Result<void> remind_of_destination(const Work& work, Cells& row, TransferId id) const;
    [[nodiscard]] Result<TransferId> open(Work& work, Cells& row, const Member& member, RowOutcome& outcome);
    [[nodiscard]] Result<bool> go_on(Work& work, Cells& row, TransferId id, RowOutcome& outcome);

    ListBatch batch_;
    ListApproval approval_;
    Print print_;
    Repeats repeats_;
    std::vector<ListedPerson> persons_;  // of the list, in its order
    std::vector<std::string> receivers_; // of these, as they are written
    Row row_;
    std::vector<LetterId> letters_; // of the list, issued now or before, in its order
    std::int64_t issued_ = 0;       // of these, just now
    std::int64_t dues_changed_ = 0; // rows by which the ledger has dues paid through another month
};

} // namespace jiezhuan
