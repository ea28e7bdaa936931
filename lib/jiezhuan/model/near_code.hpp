// Which codes somebody may have meant by a word that is none.
#pragma once

#include "jiezhuan/model/code.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace jiezhuan {

// Rows whose id or title, in either language, begins with the word or is near to it: the nearest first, of equally near ones those
// that stand first in the table, which are the commonest. None where nothing is near.
[[nodiscard]] std::vector<const CodeRow*> near_codes(const CodeTable& table, std::string_view word,
                                                     std::size_t most = 3);

} // namespace jiezhuan
