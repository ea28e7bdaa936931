// The README of the example's data: what the files are, and every mistake that was put into them.
#pragma once

#include "planted.hpp"

#include <string>

namespace jiezhuan::generate {

[[nodiscard]] std::string data_readme(PlantedList planted);

} // namespace jiezhuan::generate
