// What was put into the files on purpose, and where: becomes the table of the data's README.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace jiezhuan::generate {

struct Planted {
    std::string file;
    std::size_t row;    // as a spreadsheet shows it
    std::string column; // title; empty: the whole row
    std::string cell;   // what stands there; of persons' numbers only the shape
    std::string what;
    std::string expected; // the rule, or what the program says where no rule has a number for it
};

using PlantedList = std::vector<Planted>;

} // namespace jiezhuan::generate
