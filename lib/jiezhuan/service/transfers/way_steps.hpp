// What each way of a transfer still lacks that goes both on paper and online.
#pragma once

#include "jiezhuan/model/letter.hpp"
#include "jiezhuan/model/transfer.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/report/rowset.hpp"

#include <optional>
#include <vector>

namespace jiezhuan {

struct WayStep {
    Action action; // send, present, accept
    Channel way;
};
// The letter first; empty for a transfer that goes one way, or is over. `letter` is its live or last one.
[[nodiscard]] std::vector<WayStep> way_steps(const Transfer& transfer, const std::optional<Letter>& letter);
// A step of the transfer that is one of these already, or comes by itself when they are done.
[[nodiscard]] bool is_way_step(Action action, const std::vector<WayStep>& steps, const Transfer& transfer,
                               const std::optional<Letter>& letter);
// The way that was never taken, where the other one has settled the transfer: it may be given up. none: there is no such way.
[[nodiscard]] Channel way_to_give_up(const Transfer& transfer, const std::optional<Letter>& letter);

inline constexpr std::string_view kWays = "ways";
// That section: how far each is. `letter` is the last there was, void ones too.
[[nodiscard]] RowSet way_rows(const Transfer& transfer, const std::optional<Letter>& letter);

} // namespace jiezhuan
