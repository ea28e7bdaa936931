// The full name of a Party organisation, as on its seal.
#pragma once

#include <string_view>

namespace jiezhuan {

// "中共…" or "中国共产党…", ending as a committee, a branch or an organisation department does, without an abbreviation;
// or the political organ of a unit of the forces.
[[nodiscard]] bool is_full_org_name(std::string_view name);
// What in it is an abbreviation or names another body than a Party organisation: 街办, 居委会, 党工委, …; empty where there is none.
[[nodiscard]] std::string_view abbreviation_in(std::string_view name);

} // namespace jiezhuan
