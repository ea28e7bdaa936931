// Importing who is to come: a hand-over list, or letters that were presented. A row with a letter's number brings the letter; a row
// without stays expected. What is wrong with a letter does not keep it out: it is taken down, and cannot be received.
#pragma once

#include "jiezhuan/service/intake/intake.hpp"
#include "jiezhuan/service/intake/list_parts.hpp"
#include "jiezhuan/service/transfers.hpp"

#include <map>
#include <optional>

namespace jiezhuan {

class HandoverImport final : public RowImport {
  public:
    // `from`: the sender of every row that names none; may be empty.
    HandoverImport(ListBatch batch, std::string from) : batch_(std::move(batch)), from_words_(std::move(from)) {}

    void look(Cells& row) override;
    Result<void> begin(Work& work, const IntakeCounts& expected) override;
    Result<RowOutcome> apply(Work& work, Cells& row) override;
    void describe(Document& document, const IntakeCounts& counts, bool stands) override;
    [[nodiscard]] BatchId batch() const override { return batch_.id(); }

  private:
    struct Row {
        Member member;
        Transfer transfer;
        Letter letter; // without number: none came
        Date presented_on;
        std::string addressee; // as it stands on the paper
    };
    struct Columns;

    void read(Cells& row);
    void resolve(const Work& work, Cells& row);
    void judge(const Work& work, Cells& row);
    void judge_sender(const Work& work, Cells& row);
    [[nodiscard]] Arrival arrival(const Work& work) const;
    [[nodiscard]] Result<bool> came_before(Work& work, const Transfer& earlier, const Member& known) const;
    [[nodiscard]] Result<RowOutcome> let_arrive(Work& work, Cells& row, Arrival arrival);

    ListBatch batch_;
    std::string from_words_;
    NamedOrg from_;
    std::map<std::string, std::string>
        near_; // organisations of the directory, by the unknown names that are like theirs
    std::optional<RecordColumns<Member>> columns_;
    Identities identities_;
    Row row_;
    std::int64_t expected_ = 0;
    std::int64_t presented_ = 0;
};

} // namespace jiezhuan
