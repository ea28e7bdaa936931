// Importing migrants whose relation stays elsewhere. Nobody is placed before the membership was verified (founding document, section
// 五): a row with the basis of its verification is verified and placed, a row without is only taken down.
#pragma once

#include "jiezhuan/service/intake/intake.hpp"
#include "jiezhuan/service/intake/list_parts.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"

#include <optional>

namespace jiezhuan {

class MigrantImport final : public RowImport {
  public:
    explicit MigrantImport(ListBatch batch) : batch_(std::move(batch)) {}

    void look(Cells& row) override;
    Result<void> begin(Work& work, const IntakeCounts& expected) override;
    Result<RowOutcome> apply(Work& work, Cells& row) override;
    void describe(Document& document, const IntakeCounts& counts, bool stands) override;
    [[nodiscard]] BatchId batch() const override { return batch_.id(); }

  private:
    struct Row {
        Member member;
        OrgId branch;
        std::string contact_person;
        StepInput verified;
        Date verified_on;
    };

    void read(Cells& row);
    void judge(const Work& work, Cells& row);
    [[nodiscard]] Result<Transfer> wanted(Work& work, Cells& row);
    [[nodiscard]] Result<TransferId> enrol(Work& work, Cells& row, RowOutcome& outcome);
    [[nodiscard]] Result<bool> place(Work& work, Cells& row, TransferId id, RowOutcome& outcome);
    [[nodiscard]] Result<bool> step(Work& work, Cells& row, TransferId id, Action action, RowOutcome& outcome);

    ListBatch batch_;
    std::optional<RecordColumns<Member>> columns_;
    Identities identities_;
    std::vector<ListedPerson> persons_; // of the list, in its order
    Row row_;
    std::size_t settled_ = 0; // FL-05
    std::int64_t placed_ = 0;
    std::int64_t waiting_ = 0;
};

} // namespace jiezhuan
