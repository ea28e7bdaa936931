// Fills in a worksheet of incoming transfers as a clerk would, who has the letters and the identity cards before him.
#pragma once

#include "sheet.hpp"

#include "jiezhuan/base/date.hpp"

#include <map>
#include <string>
#include <string_view>

namespace jiezhuan::generate {

struct FillCounts {
    int received = 0;
    int held = 0;
    int returned = 0;
    int left_open = 0; // no letter yet
};

// The titles of the columns that are read and filled, by what they mean; another sheet's titles can be put in their place.
// Read: letter_no, letter_issued_on, letter_valid_days, addressee, presented_on, proposed_branch. Filled: verified_result,
// verified_items, verified_basis, action, action_reason, branch. Columns that a sheet does not have are left out,
// but for letter_no, verified_result and action.
[[nodiscard]] std::map<std::string, std::string, std::less<>> worksheet_titles();

// Exit::invalid_input: a necessary column is missing.
[[nodiscard]] Result<FillCounts> fill_worksheet(Sheet& sheet, Date on,
                                                const std::map<std::string, std::string, std::less<>>& titles);

} // namespace jiezhuan::generate
