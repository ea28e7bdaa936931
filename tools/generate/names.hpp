// Invented names of persons: of two, three and four characters, compound surnames, other ethnic groups, rare characters.
#pragma once

#include "jiezhuan/model/codes.hpp"
#include "random.hpp"

#include <span>
#include <string>
#include <string_view>

namespace jiezhuan::generate {

// Which characters the file that will hold the names can carry.
enum class Characters { gbk, all };

[[nodiscard]] Ethnic some_ethnic(Random& random);
[[nodiscard]] std::string some_name(Random& random, Ethnic ethnic, Sex sex, int birth_year, Characters characters);

// For names by the million, where building each is too slow: surnames and the characters of given names.
[[nodiscard]] std::span<const std::string_view> common_surnames();
[[nodiscard]] std::span<const std::string_view> given_characters();

} // namespace jiezhuan::generate
