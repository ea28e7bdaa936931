// What is said of a step that was taken for one transfer or for many.
#pragma once

#include "jiezhuan/model/transfer.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/report/rowset.hpp"

#include <cstddef>
#include <vector>

namespace jiezhuan::cli {

// What the step is called; of one that is taken for relations that come, by its name on our side.
[[nodiscard]] Text title_of(Action action, const std::vector<Transfer>& transfers);
// "核实：3 件，另有 1 件此前已办".
[[nodiscard]] Message done_sentence(Text title, std::size_t count, std::size_t already, std::size_t corrected);
// Nothing was written because some could not be done; adds to `document` how the others can.
[[nodiscard]] Message nothing_done(std::size_t refused, std::size_t others, Document& document);
// The command that shows what comes next for each. Precondition: there is one.
[[nodiscard]] Message way_on_of_several(const std::vector<Transfer>& transfers);

} // namespace jiezhuan::cli
