// Who of a list was refused when it was imported: kept with the import, without the number in full, and asked for when somebody wants
// to know who is missing.
#pragma once

#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/service/intake/cells.hpp"

#include <vector>

namespace jiezhuan {

// The rows that an import refused, as its event keeps them; of a great many the first thousand.
class RefusedRows {
  public:
    // The row that stands in `row`, with the errors that it has.
    void add(const Cells& row);
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    void write_into(json::Object& about) const;

  private:
    json::Array rows_;
};

struct NotEntered {
    std::int64_t since = 0; // seq of the event that refused the row
    std::int64_t row = 0;   // of the file that it stood in
    std::string name;
    std::string number; // masked
    Message reason;
};
// Everybody whom the imports of the batch refused, and who was not entered since. `entered`: the transfers of the batch. `missing`: how
// many of the list were not entered; where more rows were refused, those whose number is that of somebody who was entered go, whatever
// their name: it was mended since, or the row repeated another.
[[nodiscard]] Result<std::vector<NotEntered>>
not_entered_of(Reading& ledger, BatchId batch, const std::vector<Transfer>& entered, std::int64_t missing);

} // namespace jiezhuan
