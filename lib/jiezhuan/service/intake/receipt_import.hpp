// Importing receipts that came back for letters of ours: each is compared with its stub and closes its transfer. A receipt that was
// recorded before with the same content is unchanged.
#pragma once

#include "jiezhuan/service/intake/intake.hpp"
#include "jiezhuan/service/receipts/receipts.hpp"

#include <map>
#include <string>

namespace jiezhuan {

class ReceiptImport final : public RowImport {
  public:
    void look(Cells& row) override;
    Result<RowOutcome> apply(Work& work, Cells& row) override;
    void describe(Document& document, const IntakeCounts& counts, bool stands) override;

  private:
    [[nodiscard]] static ReceiptInput read(Cells& row);

    std::map<std::string, std::uint64_t> rows_; // number and name of a slip, and the first row that has it
};

} // namespace jiezhuan
