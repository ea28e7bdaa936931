// Importing dues as a branch collected them.
#pragma once

#include "jiezhuan/service/dues/dues.hpp"
#include "jiezhuan/service/intake/intake.hpp"
#include "jiezhuan/service/intake/list_parts.hpp"

#include <string>
#include <vector>

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

    // A row that names its person by the member's number.
    struct Numbered {
        std::uint64_t row;
        std::string member;
        std::string name;
    };
    std::vector<Numbered> numbered_; // until begin()
    Identities identities_;          // of all rows: whoever is named by a number and by papers is one person
};

} // namespace jiezhuan
