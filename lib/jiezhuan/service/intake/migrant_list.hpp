// Reading the other side's list of migrants, which is compared and not imported.
#pragma once

#include "jiezhuan/service/migrants/migrant_match.hpp"
#include "jiezhuan/tabular/table.hpp"

namespace jiezhuan {

// Of a table of the schema migrant_list. Lines that add up or say who made the list are passed over.
[[nodiscard]] Result<MigrantList> read_migrant_list(const MatchSide& ours, Table& table);

} // namespace jiezhuan
