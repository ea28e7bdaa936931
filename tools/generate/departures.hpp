// Members of the roster who leave, and the receipts that came back for their letters.
#pragma once

#include "planted.hpp"
#include "roster.hpp"
#include "street.hpp"

#include <vector>

namespace jiezhuan::generate {

struct Departures {
    Sheet outgoing;
    Sheet receipts;
};

// The rows with mistakes stand at the end of outgoing, so that the letters of the others are numbered from 1 without them.
[[nodiscard]] Departures make_departures(const Street& street, const Roster& roster, People& people,
                                         PlantedList& planted);

} // namespace jiezhuan::generate
