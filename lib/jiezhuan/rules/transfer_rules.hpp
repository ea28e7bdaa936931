// The parts of the rules of a transfer, and what both ask first.
#pragma once

#include "jiezhuan/rules/rule.hpp"

#include <span>

namespace jiezhuan {

// Does a letter or a certificate of ours name where the member goes? An activity card names no organisation.
[[nodiscard]] bool on_paper_of_ours(const TransferFacts& facts);
// Does the formal relation move from one basic committee to another, with us as the sender?
[[nodiscard]] bool between_committees(const TransferFacts& facts);

[[nodiscard]] std::span<const Rule<TransferFacts>> member_of_transfer_rules();     // DU, LT, PB, RC, ST
[[nodiscard]] std::span<const Rule<TransferFacts>> membership_of_transfer_rules(); // ST-11, PB-06
[[nodiscard]] std::span<const Rule<TransferFacts>> route_rules();                  // RT

} // namespace jiezhuan
