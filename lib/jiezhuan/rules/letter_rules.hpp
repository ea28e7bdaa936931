// The parts of which the letter rules are put together (catalogue.hpp).
#pragma once

#include "jiezhuan/rules/rule.hpp"

#include <span>

namespace jiezhuan {

[[nodiscard]] std::span<const Rule<LetterFacts>> letter_text_rules();  // what stands on it
[[nodiscard]] std::span<const Rule<LetterFacts>> letter_paper_rules(); // the paper, who collected it, where it lies

} // namespace jiezhuan
