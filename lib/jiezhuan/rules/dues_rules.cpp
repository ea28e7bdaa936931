// Rules of a payment of dues.
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/dues.hpp"
#include "jiezhuan/rules/shared_texts.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

using namespace rule_text;

// Of somebody who is on the way: the sender collects through the month of the transfer, whoever receives from the next one on.
Explanation beyond_hand_over(const DuesFacts& facts) { return dues_ahead(facts.through, facts.sent_on, facts.profile); }

// The months before the one in which it is paid.
Explanation made_up_for_long(const DuesFacts& facts) {
    const Date last = std::min(facts.through, facts.on.month_of().plus_months(-1).month_of());
    const int made_up = months_between(facts.from, last) + 1;
    if (made_up <= facts.profile.dues_make_up_months || !facts.reason.empty()) {
        return std::nullopt;
    }
    return say({"补交 {}，共 {} 个月，没有写原因", "{} are made up, {} months, and no reason is given"},
               months_in_words(facts.from, last), made_up);
}

Explanation covered_already(const DuesFacts& facts) {
    if (!facts.letter_through.empty() && facts.from <= facts.letter_through.month_of()) {
        return say({"{} 已由转出党组织收缴：介绍信 {} 写明党费交至 {}",
                    "the sender collected {} before: letter {} says that the dues are paid through {}"},
                   facts.from.text(), facts.letter_no, facts.letter_through.month_of().text());
    }
    const Date known = facts.member.dues_paid_through.month_of();
    if (known.empty() || facts.from > known) {
        return std::nullopt;
    }
    return say({"{} 已交过，党费已交至 {}", "{} was paid before: the dues are paid through {}"}, facts.from.text(),
               known.text());
}

constexpr Moment kRecord[] = {Moment::record};

constexpr Rule<DuesFacts> kRules[] = {
    {kDu03, kRecord, beyond_hand_over},
    {{"DU-04",
      Severity::warning,
      {"补交党费超过六个月", "more than six months of dues made up"},
      kDuesRules,
      Basis::regulation,
      false,
      {"补交一般不超过六个月：写明原因（同一命令加 --reason，名单填“补交原因”）",
       "in general six months at most: say why (the same command with --reason; in a list the column)"}},
     kRecord,
     made_up_for_long},
    {{"DU-05",
      Severity::warning,
      {"重复收缴党费", "dues collected twice"},
      "各地收缴党费的通行做法：接收党组织从介绍信党费交至的次月起收缴",
      Basis::practice,
      true,
      {"核对收据；多收的退还，或抵作以后的月份再登记",
       "check the receipts; give back what is too much, or record it for later months"}},
     kRecord,
     covered_already},
};

} // namespace

std::span<const Rule<DuesFacts>> dues_rules() { return kRules; }

} // namespace jiezhuan
