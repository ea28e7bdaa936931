// Rules that were passed with --accept, as events keep them.
#pragma once

#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/records/event_rows.hpp"

#include <string>
#include <vector>

namespace jiezhuan {

struct AcceptedRule {
    std::string rule;
    std::string reason;
};
[[nodiscard]] std::vector<AcceptedRule> accepted_in(const Event& event);

// Section "overrides": a row for every rule that one of these events passed.
[[nodiscard]] RowSet accepted_rows(const Events& events);

} // namespace jiezhuan
