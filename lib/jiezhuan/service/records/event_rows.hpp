// What happened to some records, as rows that people read.
#pragma once

#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"

#include <map>
#include <utility>
#include <vector>

namespace jiezhuan {

// By seq: the events of several records, each once, in the order in which they were written.
using Events = std::map<std::int64_t, Event>;
using AboutRecords = std::vector<std::pair<RecordKind, std::int64_t>>;

[[nodiscard]] Result<Events> events_about(Reading& ledger, const AboutRecords& records);
// Section "events": number, day, when it was written, what, who, the reason or basis.
[[nodiscard]] RowSet event_rows(const Events& events);

} // namespace jiezhuan
