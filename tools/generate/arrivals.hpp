// Lists of people who come: retired members of an enterprise, laid-off members, migrants.
#pragma once

#include "people.hpp"
#include "planted.hpp"
#include "roster.hpp"
#include "street.hpp"

namespace jiezhuan::generate {

// 400 rows; `roster` gives the few who are on the list although they are ours already.
[[nodiscard]] Sheet handover_sheet(const Street& street, const Roster& roster, People& people, PlantedList& planted);
[[nodiscard]] Sheet laid_off_sheet(const Street& street, People& people, PlantedList& planted);
[[nodiscard]] Sheet migrants_sheet(const Street& street, People& people, PlantedList& planted);

} // namespace jiezhuan::generate
