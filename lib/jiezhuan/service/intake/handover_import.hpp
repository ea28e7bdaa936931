// Importing who is to come: a hand-over list, or letters that were presented. A row with a letter's number brings the letter; a row
// without stays expected. What is wrong with a letter does not keep it out: it is taken down, and cannot be received.
#pragma once

#include "jiezhuan/service/intake/intake.hpp"
#include "jiezhuan/service/intake/list_parts.hpp"
#include "jiezhuan/service/transfers/sender_names.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"

#include <map>
#include <optional>

namespace jiezhuan {

// The one letter of a whole organisation whose members are on the list: what stands on it.
struct ListedLetter {
    Letter letter; // no, issued_on, valid_days, addressee, persons
    bool sealed = false;
    std::string explanation;
};

class HandoverImport final : public RowImport {
  public:
    // `from`: the sender of every row that names none; empty: whom everybody in the batch came from, if there is one.
    // `as_written`: senders that are near to a known one, and really another.
    // `listed`: the letter by which all of them come; the rows then name none.
    HandoverImport(ListBatch batch, std::string from, std::vector<std::string> as_written = {},
                   std::optional<ListedLetter> listed = std::nullopt)
        : batch_(std::move(batch)), from_words_(std::move(from)), as_written_(std::move(as_written)),
          listed_(std::move(listed)) {
        if (listed_) {
            batch_.whole(listed_->explanation);
        }
    }

    void look(Cells& row) override;
    Result<void> begin(Work& work, const IntakeCounts& expected) override;
    Result<RowOutcome> apply(Work& work, Cells& row) override;
    void describe(Document& document, const IntakeCounts& counts, bool stands) override;
    [[nodiscard]] BatchId batch() const override { return batch_.id(); }
    [[nodiscard]] Message lacking() const override {
        return no_sender_ ? Message(Text{"--from 转出党组织", "--from ORGANISATION"}) : Message();
    }

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
    [[nodiscard]] SenderName sender_of(const Work& work, Cells& row);
    [[nodiscard]] Arrival arrival(const Work& work) const;
    [[nodiscard]] Result<bool> came_before(Work& work, const Transfer& earlier, const Member& known) const;
    Result<void> judge_list(const Work& work, std::int64_t persons);
    [[nodiscard]] Result<LetterId> letter_of_list(Work& work, Cells& row, BatchId batch);
    [[nodiscard]] Result<bool> come_by_list(Work& work, Cells& row, BatchId batch, ArrivalOutcome& came);
    [[nodiscard]] Result<RowOutcome> let_arrive(Work& work, Cells& row, Arrival arrival);

    ListBatch batch_;
    std::string from_words_;
    std::vector<std::string> as_written_;
    std::optional<ListedLetter> listed_;
    LetterId letter_; // of the list, once it is written
    std::int64_t probationary_ = 0;
    Findings of_list_;
    SenderName from_;        // of every row that names none: as it was said, or whom the batch came from
    bool no_sender_ = false; // of some row
    std::map<std::string, Result<SenderName>, std::less<>> senders_; // by the words of the rows
    std::optional<RecordColumns<Member>> columns_;
    Identities identities_;
    std::vector<ListedPerson> persons_; // of the list, in its order
    Row row_;
    std::int64_t expected_ = 0;
    std::int64_t presented_ = 0;
};

} // namespace jiezhuan
