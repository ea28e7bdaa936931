// What a rule says to do, with the numbers of those about whom it was asked: the command can be typed as it is printed.
#pragma once

#include "jiezhuan/rules/facts.hpp"
#include "jiezhuan/rules/rule.hpp"

#include <string>

namespace jiezhuan {

// The numbers that the places {member}, {transfer} and {letter} of a fix take; empty where the record has none yet.
struct Asked {
    std::string member;
    std::string transfer;
    std::string letter;
};

[[nodiscard]] Asked asked_about(const MemberFacts& facts);
[[nodiscard]] Asked asked_about(const TransferFacts& facts);
[[nodiscard]] Asked asked_about(const LetterFacts& facts);
[[nodiscard]] Asked asked_about(const ReceiptFacts& facts);
[[nodiscard]] Asked asked_about(const DuesFacts& facts);
[[nodiscard]] Asked asked_about(const DeadlineFacts& facts);
template <class Facts> [[nodiscard]] Asked asked_about(const Facts&) { return {}; } // of no person

// What to do by the rule; a place without a number says so in words (编号).
[[nodiscard]] Message fix_of(const RuleText& rule, const Asked& asked = {});
// The same as the fix of a finding, which keeps the numbers it was filled in with.
void fill_in_fix(Finding& finding, const RuleText& rule, const Asked& asked);

} // namespace jiezhuan
