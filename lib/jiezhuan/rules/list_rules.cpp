// Rules of a whole organisation that changes its affiliation in one act: one letter, one list.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"

namespace jiezhuan {
namespace {

std::int64_t listed(const ListFacts& facts) { return facts.full + facts.probationary; }

Explanation several_without_list(const ListFacts& facts) {
    if (facts.persons <= 1 || facts.sealed) {
        return std::nullopt;
    }
    return say({"介绍信写明 {} 人，没有附盖章的名单", "the letter is for {} persons and has no sealed list"},
               facts.persons);
}

Explanation other_number(const ListFacts& facts) {
    if (facts.persons == listed(facts)) {
        return std::nullopt;
    }
    return say({"介绍信写明 {} 人，名单上有 {} 人", "the letter says {} persons, the list has {}"}, facts.persons,
               listed(facts));
}

Explanation stages_mixed(const ListFacts& facts) {
    if (facts.full == 0 || facts.probationary == 0) {
        return std::nullopt;
    }
    return say({"一份名单上有正式党员 {} 人、预备党员 {} 人", "one list with {} full and {} probationary members"},
               facts.full, facts.probationary);
}

Explanation unexplained(const ListFacts& facts) {
    if (facts.batch.whole != Flag::yes || !trimmed(facts.batch.explanation).empty()) {
        return std::nullopt;
    }
    return Message("整建制转接没有写说明", "a whole organisation is transferred, and it is not explained");
}

constexpr std::string_view kWholeOrganisation = "整建制转移的通行做法：一封介绍信，附盖章的名单";
constexpr Moment kLetter[] = {Moment::send, Moment::present};
constexpr Moment kBatch[] = {Moment::open, Moment::review};

constexpr Rule<ListFacts> kRules[] = {
    {{"LT-14",
      Severity::warning,
      {"多人一信而没有名单", "one letter for several persons without a list"},
      kWholeOrganisation,
      Basis::practice,
      true,
      {"一信一人；整建制转移的，请原单位附盖章的名单", "a letter is for one person; ask the sender for a sealed list"}},
     kLetter,
     several_without_list},
    // On a second look an error: a letter that counts other persons than its list says of somebody what is not so.
    {{"LT-15",
      Severity::error,
      {"名单人数与介绍信不符", "the list has not as many persons as the letter says"},
      "逻辑关系：介绍信上的人数就是名单上的人数",
      Basis::logic,
      false,
      {"逐人核对名单；信上写错的，退回原单位重新开具", "compare the list; where the letter is wrong, return it"}},
     kLetter,
     other_number},
    {{"LT-16",
      Severity::warning,
      {"正式党员与预备党员在一份名单上", "full and probationary members on one list"},
      kWholeOrganisation,
      Basis::practice,
      true,
      {"正式党员和预备党员分别开具介绍信、分别列名单", "a letter and a list of their own for each"}},
     kLetter,
     stages_mixed},
    {{"SA-04",
      Severity::info,
      {"整建制转接没有说明", "a whole organisation without an explanation"},
      "党内统计报表说明：整建制转入转出情况",
      Basis::form,
      false,
      {"登记时用 --explanation 写明，年度统计要附", "say it with --explanation: the yearly statistics want it"}},
     kBatch,
     unexplained},
};

} // namespace

std::span<const Rule<ListFacts>> list_rules() { return kRules; }

} // namespace jiezhuan
