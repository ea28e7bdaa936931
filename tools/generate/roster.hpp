// The street's roster: 3,000 members as the clerk's spreadsheet has them, with the mistakes of real rosters, and mended.
#pragma once

#include "people.hpp"
#include "planted.hpp"
#include "spelling.hpp"
#include "street.hpp"

#include <vector>

namespace jiezhuan::generate {

struct Listed {
    Member member;
    std::size_t branch; // index into Street::branches
    DateStyle style;
};

struct Roster {
    std::vector<Listed> members; // the mended roster, row by row
    Sheet fixed;
    Sheet wrong;
};

// The cells of a person that every list of the street has, from a column's title. Empty for a title it does not know.
[[nodiscard]] std::string member_cell(const Member& member, std::string_view title, DateStyle style);

[[nodiscard]] Roster make_roster(const Street& street, People& people, PlantedList& planted);
// Puts the mistakes into roster.wrong, which is a copy of roster.fixed when it is called.
void plant_mistakes(Roster& roster, const Street& street, People& people, PlantedList& planted);

} // namespace jiezhuan::generate
