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

// "办理转接：批准"; "登记党员状况：去世".
[[nodiscard]] Message what_happened(const Event& event);
// Of a step of a transfer, its action alone, and by which way where it goes both; empty of any other event.
[[nodiscard]] Message step_words(const Event& event);
// The reason, basis or purpose of the event, and the rules that were passed with theirs.
[[nodiscard]] std::string notes_of(const Event& event);
// "T40 M12": what an event created or set, or whose data it showed.
[[nodiscard]] std::string subjects_of(const LoggedEvent& logged);

} // namespace jiezhuan
