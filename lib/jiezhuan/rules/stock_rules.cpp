// Rules of blank letters.
#include "jiezhuan/rules/catalogue.hpp"

namespace jiezhuan {
namespace {

// What the ledger knows of a pack always adds up: a number that no letter, void or lost one took is blank. What is in the cupboard need
// not be as many.
Explanation does_not_add_up(const StockFacts& facts) {
    const Stock& stock = facts.stock;
    if (stock.counted_on.empty() || stock.counted == stock.counted_expected) {
        return std::nullopt;
    }
    const std::int64_t missing = stock.counted_expected - stock.counted;
    return missing > 0 ? say({"{} 清点空白 {} 份，应有 {} 份，少 {} 份",
                              "{}: {} blanks were counted, there should be {}: {} missing"},
                             stock.counted_on.text(), stock.counted, stock.counted_expected, missing)
                       : say({"{} 清点空白 {} 份，应有 {} 份，多 {} 份",
                              "{}: {} blanks were counted, there should be {}: {} too many"},
                             stock.counted_on.text(), stock.counted, stock.counted_expected, -missing);
}

constexpr Moment kRecordReview[] = {Moment::record, Moment::review};

constexpr Rule<StockFacts> kRules[] = {
    {{"RC-09",
      Severity::error,
      {"介绍信总数不平", "the blank letters do not add up"},
      "逻辑关系：已开+作废+遗失+空白=领取",
      Basis::logic,
      false,
      {"逐号核对：写坏的、遗失的登记（letter void 编号 --reason 原因，遗失的加 --lost），再清点一次（letter stock "
       "--counted）",
       "look number by number: record what was spoiled or lost (letter void NUMBER --reason WHY, lost ones with "
       "--lost), then count again (letter stock --counted)"}},
     kRecordReview,
     does_not_add_up},
};

} // namespace

std::span<const Rule<StockFacts>> stock_rules() { return kRules; }

} // namespace jiezhuan
