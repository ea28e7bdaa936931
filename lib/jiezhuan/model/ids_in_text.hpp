// Citizen ID numbers inside longer texts: remarks, file names, notes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace jiezhuan {

struct PlaceInText {
    std::size_t at = 0;
    std::size_t size = 0;
};

// The first run of exactly 18 digits (or 17 and X) with a fitting check digit and a birth date, or of exactly 15 with province and
// birth date. Longer and shorter runs are numbers of other things: of letters, of the online system.
[[nodiscard]] std::optional<PlaceInText> citizen_id_in(std::string_view text);
// Is there one of 18 that is written with blanks or hyphens in it, or with full-width digits?
[[nodiscard]] bool holds_spaced_citizen_id(std::string_view text);
// The text with every such number as 330106********0016.
[[nodiscard]] std::string with_ids_masked(std::string_view text);

// For cells that are quoted as what they are not: besides these every number of 11 digits or more, of whatever it may be, as
// 154****3763. Full-width digits count, blanks and hyphens in it do not; days (2026-11-23) are no part of a number.
[[nodiscard]] std::string with_long_numbers_masked(std::string_view text);

} // namespace jiezhuan
