// What an import has to tell: counts, what changed, findings, the notes of the reject file.
#pragma once

#include "jiezhuan/model/finding.hpp"
#include "jiezhuan/service/intake/intake.hpp"
#include "jiezhuan/service/records/unwritten.hpp"
#include "jiezhuan/tabular/reject.hpp"

#include <string>
#include <vector>

namespace jiezhuan {

// IN-02, as notes: columns of the file that nobody asked for.
[[nodiscard]] Findings unread_columns(const Table& table);

class IntakeSummary {
  public:
    // Notes what there is to say about the file itself (IN-01, columns that are not imported). Both must outlive it.
    IntakeSummary(const IntakeOrder& order, const Table& table);

    // Takes the findings of one row. Rows come in the order of the file, or sort_rows() is called after the last one.
    void add(std::uint64_t row, const RowOutcome& outcome, Findings& findings);
    void sort_rows();
    // A row that is nobody: what it is instead.
    void skipped(std::uint64_t row, Message what);
    // Nothing of it stands.
    void take_out(const UnwrittenIds& ids);
    void no_reject_file(const Error& why);
    // One a row with something to note; after a partial import only of refused rows.
    [[nodiscard]] std::vector<RejectNote> notes(bool refused_only) const;
    // Gives the findings away: once.
    [[nodiscard]] Document document(const IntakeReport& report);

  private:
    [[nodiscard]] bool acts() const { return order_.schema == "worksheet"; } // rows are acted on rather than imported
    [[nodiscard]] Message file_words() const;
    void note_file();
    [[nodiscard]] Cell outcome_of(const IntakeReport& report) const;
    [[nodiscard]] RowSet counts_of(const IntakeReport& report) const;
    [[nodiscard]] Message headline(const IntakeReport& report) const;
    // The command with the options that said what the rows do, for the mended file.
    [[nodiscard]] Message again(const IntakeReport& report, const std::string& file) const;
    [[nodiscard]] std::vector<Message> next_steps(const IntakeReport& report) const;

    const IntakeOrder& order_;
    const Table& table_;
    Findings findings_;
    std::vector<std::uint64_t> refused_; // rows
    RowSet changes_;
    std::int64_t changes_not_listed_ = 0;
};

} // namespace jiezhuan
