// The log of events as people read it.
#pragma once

#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"

#include <optional>
#include <string>

namespace jiezhuan {

struct LogFilter {
    std::optional<AnyId> about; // events that created or set it
    std::string type;           // empty: all
    Date from;                  // business dates; absent: no limit
    Date to;
    std::int64_t limit = 0; // the last so many; 0: all
};
// Oldest first, each with its seq, dates, operator, type and what it is about.
[[nodiscard]] Result<RowSet> log_rows(Reading& ledger, const LogFilter& filter);

// "T40 M12": what an event created or set.
[[nodiscard]] std::string subjects_of(const LoggedEvent& logged);

} // namespace jiezhuan
