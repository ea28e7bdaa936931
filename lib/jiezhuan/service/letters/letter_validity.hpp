// For how many days a letter is valid where nobody says it.
#pragma once

#include "jiezhuan/service/letters/letters.hpp"

namespace jiezhuan {

// By the profile: other days to another province than inside it. How far the addressee is counts, else how far the receiver is; where
// neither is recorded, those inside the province.
[[nodiscard]] std::int64_t validity_of(const Work& work, const Transfer& transfer);
// That the letter, of a transfer like this one, has these days because it is not recorded how far its addressee is; nothing where it is,
// or where the days were named.
[[nodiscard]] std::optional<Finding> distance_unknown(const Work& work, const Transfer& transfer, const Letter& letter,
                                                      const IssueInput& input, const std::string& subject);

} // namespace jiezhuan
