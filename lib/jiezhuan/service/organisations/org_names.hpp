// The names that an organisation had.
#pragma once

#include "jiezhuan/model/organisation.hpp"

#include <string>
#include <vector>

namespace jiezhuan {

// In the order in which they were given up.
[[nodiscard]] std::vector<std::string> former_names_of(const Organisation& organisation);

// Names that `after` has no more are former ones from then on; a name that came back is none.
void keep_former_names(const Organisation& before, Organisation& after);

// The units that a joint branch covers.
[[nodiscard]] std::vector<std::string> unit_names_of(const Organisation& organisation);

} // namespace jiezhuan
