// Importing dues as a branch collected them.
#pragma once

#include "jiezhuan/service/dues.hpp"
#include "jiezhuan/service/intake/intake.hpp"
#include "jiezhuan/service/intake/list_parts.hpp"

namespace jiezhuan {

class DuesImport final : public RowImport {
  public:
    void look(Cells& row) override;
    Result<void> begin(Work& work, const IntakeCounts& expected) override;
    Result<RowOutcome> apply(Work& work, Cells& row) override;
    void describe(Document& document, const IntakeCounts& counts, bool stands) override;

  private:
    struct Row {
        std::string member; // its number; else by the papers
        Member person;      // name and identity
        DuesInput input;
        Date paid_on;
    };
    [[nodiscard]] static Row read(Cells& row);
    void judge_who(Cells& row, const Row& read) const;
    [[nodiscard]] static Result<std::optional<Member>> payer(Work& work, Cells& row, const Row& read);

    Identities identities_;
    Repeats members_; // who are named by their number
};

} // namespace jiezhuan
