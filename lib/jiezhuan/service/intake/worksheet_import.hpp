// A worksheet that comes back filled in: each row is taken as far as its decision goes, verified, held, returned, received, placed,
// and its receipt written. A row without a decision is left as it is.
#pragma once

#include "jiezhuan/service/intake/intake.hpp"
#include "jiezhuan/service/intake/list_parts.hpp"
#include "jiezhuan/service/receipts/receipts.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace jiezhuan {

class WorksheetImport final : public RowImport {
  public:
    using Print = std::function<Result<void>(Reading&, const std::vector<LetterId>&)>;
    // `print`, where there is one: our receipts are issued for every row that is received, and it gets all of them before the commit.
    explicit WorksheetImport(Print print = {}) : print_(std::move(print)) {}

    void look(Cells& row) override;
    Result<void> begin(Work&, const IntakeCounts&) override;
    Result<RowOutcome> apply(Work& work, Cells& row) override;
    // What was decided stays; the receipts that are asked for now are written.
    Result<void> look_back(Work& work, Cells& row) override;
    [[nodiscard]] bool prints() const override { return bool(print_); }
    Result<void> finish(Work& work, const IntakeCounts& counts) override;
    void describe(Document& document, const IntakeCounts& counts, bool stands) override;
    void describe_again(Document& document) const override;

  private:
    enum class Decision : std::uint8_t { none, receive, hold, send_back };
    struct Row {
        std::string transfer;
        std::string name;
        std::string subject; // the transfer and whose it is, also where the sheet has no names
        Letter letter;
        TransferState state = TransferState::none; // as the sheet showed it
        bool shown = true;                         // and so it is, or by what the row says
        Date held_since;                           // as the sheet showed it
        Date presented_on;
        std::optional<bool> matches; // the result of the verification
        Decision decision = Decision::none;
        StepInput input;
        Date verified_on;
        Date received_on;
        Date assigned_on;
        Date receipt_on;
        ReceiptIssue receipt;
        Date receipt_sent_on;
        std::string remarks;
    };
    // Somebody about whom the sheet decided nothing.
    struct Left {
        TransferId transfer;
        std::string name;
        Message waits_for;
    };

    void read(Cells& row);
    void complete(Cells& row, const Transfer& transfer);
    void judge(const Work& work, Cells& row, const Transfer& transfer) const;
    void judge_sent_back(Cells& row) const;
    static void judge_number(Cells& row, const Member& member);
    [[nodiscard]] static bool waits_for_letter(const Transfer& transfer);
    [[nodiscard]] bool shows(const Transfer& transfer) const;
    [[nodiscard]] Result<bool> undoes(Work& work, Cells& row, const Transfer& transfer, Action action) const;
    [[nodiscard]] Result<bool> came_with_another(Reading& ledger, Cells& row, const Transfer& transfer) const;
    void tell_of_move(const Work& work, Cells& row, const Transfer& before) const;
    void warn_of_unused(Cells& row, const Transfer& transfer) const;
    [[nodiscard]] Date resumed_on(const Transfer& transfer) const;
    [[nodiscard]] Result<void> warn_of_letter(Work& work, Cells& row, const Transfer& transfer) const;
    [[nodiscard]] Result<std::optional<Transfer>> find(Work& work, Cells& row, RowOutcome& outcome) const;
    [[nodiscard]] static Result<bool> came_with(Reading& ledger, const Transfer& transfer,
                                                const std::string& letter_no);
    void ended_meanwhile(Cells& row, const Transfer& transfer) const;
    [[nodiscard]] bool verified_meanwhile(Cells& row, const Transfer& transfer) const;
    [[nodiscard]] Result<bool> carried_out(Reading& ledger, Cells& row, const Transfer& transfer) const;
    [[nodiscard]] Result<void> carry_out(Work& work, Cells& row, const Transfer& transfer, RowOutcome& outcome);
    [[nodiscard]] Result<bool> walk(Work& work, Cells& row, TransferId id, RowOutcome& outcome);
    [[nodiscard]] Result<bool> present(Work& work, Cells& row, const Transfer& transfer, RowOutcome& outcome);
    [[nodiscard]] Result<bool> decide(Work& work, Cells& row, TransferId id, RowOutcome& outcome);
    [[nodiscard]] Result<bool> issue(Work& work, Cells& row, LetterId letter, RowOutcome& outcome);
    [[nodiscard]] Result<bool> write_receipt(Work& work, Cells& row, TransferId id, RowOutcome& outcome);
    [[nodiscard]] Result<bool> step(Work& work, Cells& row, TransferId id, Action action, Date day,
                                    RowOutcome& outcome);
    [[nodiscard]] Result<bool> keep_remarks(Work& work, Cells& row, const Transfer& transfer, RowOutcome& outcome);
    [[nodiscard]] static bool take(Cells& row, Outcome done, RowOutcome& outcome);
    [[nodiscard]] Result<void> count(Work& work, TransferId id);

    Print print_;
    Repeats repeats_;
    Row row_;
    std::vector<LetterId> receipts_; // that the sheet brought about, or had before
    std::int64_t issued_again_ = 0;  // of these, of a sheet that was applied before
    std::vector<Left> left_;
    std::set<TransferId> counted_; // persons of the sheet
    std::map<TransferState, std::int64_t> at_;
    std::int64_t held_ = 0;
};

} // namespace jiezhuan
