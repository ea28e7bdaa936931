// The paper itself: what can be wrong with it, who collected it, why it ended, where its stub lies.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/letter_rules.hpp"
#include "jiezhuan/rules/shared_texts.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

using namespace rule_text;

Explanation altered(const LetterFacts& facts) {
    return has_flaw(facts.letter, PaperFlaw::altered)
               ? Explanation(
                     Message("介绍信有涂改而无更正章", "the letter was altered, and no correction seal confirms it"))
               : std::nullopt;
}

Explanation parts_differ(const LetterFacts& facts) {
    return has_flaw(facts.letter, PaperFlaw::part_numbers)
               ? Explanation(say({"编号 {}：三联编号不一致", "number {}: the three parts have different numbers"},
                                 printable(facts.letter.no)))
               : std::nullopt;
}

// Where a place writes plain figures, nobody is asked about them.
Explanation not_in_capitals(const LetterFacts& facts) {
    return facts.profile.capital_numerals && has_flaw(facts.letter, PaperFlaw::not_capital)
               ? Explanation(Message("党费交至的年月或有效期没有用大写",
                                     "the month of the dues or the validity is not written in capital numerals"))
               : std::nullopt;
}

// The member collects the letter, or somebody whom the organisation sends; nobody else.
constexpr std::array<std::string_view, 10> kPrivately = {"本人委托", "个人委托", "家属", "亲属", "子女",
                                                         "配偶",     "朋友",     "熟人", "邻居", "代办"};

Explanation collected_by_somebody_else(const LetterFacts& facts) {
    const Letter& letter = facts.letter;
    if (!issued_here(letter) || letter.delivered_on.empty() || letter.delivered_to == letter.name) {
        return std::nullopt;
    }
    if (trimmed(letter.delivered_how).empty()) {
        return say(
            {"领取人“{}”不是党员本人，没有写由哪个党组织指派", "'{}' is not the member, and who sent them is not said"},
            printable(letter.delivered_to));
    }
    const bool privately = std::any_of(kPrivately.begin(), kPrivately.end(), [&](std::string_view word) {
        return letter.delivered_how.find(word) != std::string::npos;
    });
    return privately
               ? Explanation(say({"由“{}”领取（{}）：个人不得代办", "collected by '{}' ({}): no private person may"},
                                 printable(letter.delivered_to), printable(letter.delivered_how)))
               : std::nullopt;
}

Explanation end_without_reason(const LetterFacts& facts) {
    const Letter& letter = facts.letter;
    if (!has_ended(letter) || !trimmed(letter.state_reason).empty()) {
        return std::nullopt;
    }
    const Text state = code_title(letter.state);
    return Message(fmt::format("介绍信 {} {}，没有写原因", letter.no, state.zh),
                   fmt::format("letter {} is {}, and no reason is given", letter.no, state.en));
}

// Stubs are kept; of one that is as old as that, it must be known where it lies.
Explanation stub_not_archived(const LetterFacts& facts) {
    const Letter& letter = facts.letter;
    const auto years = static_cast<int>(facts.profile.stub_retention_years);
    if (letter.direction != LetterDirection::issued_by_us || !letter.archive_volume.empty() ||
        letter.issued_on.empty() || facts.on <= letter.issued_on.latest().plus_months(12 * years)) {
        return std::nullopt;
    }
    return say({"介绍信 {} 于 {} 开具，存根已超过 {} 年，没有记归档的卷号和页号",
                "letter {} was issued on {}, its stub is older than {} years, and where it lies is not recorded"},
               letter.no, letter.issued_on.text(), years);
}

constexpr Moment kPresent[] = {Moment::present};
constexpr Moment kReview[] = {Moment::review};
constexpr Moment kRecordReview[] = {Moment::record, Moment::review};

constexpr Rule<LetterFacts> kRules[] = {
    {{"LT-04",
      Severity::error,
      {"三联编号不一致", "the three parts have different numbers"},
      kForm2006,
      Basis::form,
      false,
      {"三联用同一编号：退回原单位重新开具（transfer return）",
       "one number for all three parts: return it to the issuer for a new one (transfer return)"}},
     kPresent,
     parts_differ},
    {{"LT-11",
      Severity::warning,
      {"党费年月或有效期未大写", "dues or validity not in capital numerals"},
      kForm2006,
      Basis::form,
      false,
      {"与开具单位核对年月和天数，防止改动",
       "ask the issuer about the month and the days: they may have been altered"}},
     kPresent,
     not_in_capitals},
    // A warning: that nothing may be altered is said by offices, not by the form; what is on the paper is for the clerk to judge.
    {{"LT-18",
      Severity::warning,
      {"介绍信有涂改", "the letter was altered"},
      "共产党员网关于介绍信填写的说明：不得涂改",
      Basis::practice,
      true,
      {"请原单位重新开具（transfer return）", "return it to the issuer for a new one (transfer return)"}},
     kPresent,
     altered},
    // No act of ours leaves the reason out; what came from elsewhere may.
    {{"LT-23",
      Severity::warning,
      {"作废或补开未写原因", "void or replaced without a reason"},
      "各地介绍信管理的通行做法：作废、补开写明原因",
      Basis::practice,
      true,
      {"补写原因", "give the reason"}},
     kReview,
     end_without_reason},
    {{"RC-07",
      Severity::warning,
      {"介绍信交由他人领取", "the letter was handed to somebody else"},
      "共产党员网关于介绍信领取的说明：由本人领取，或由党组织派人；个人不得代办",
      Basis::practice,
      true,
      {"党组织派人的，用 --how 写明；个人代领的收回，交本人或由党组织派人送达",
       "whoever was sent by the organisation: say so with --how; from a private person take it back"}},
     kRecordReview,
     collected_by_somebody_else},
    {{"RC-10",
      Severity::info,
      {"存根没有归档", "a stub that is not archived"},
      "各地介绍信管理的通行做法：存根归档保存",
      Basis::practice,
      true,
      {"归档后登记：jiezhuan letter archive {letter} --volume 卷号 --page 页号",
       "record where it lies: jiezhuan letter archive {letter} --volume VOLUME --page PAGE"}},
     kReview,
     stub_not_archived},
};

} // namespace

std::span<const Rule<LetterFacts>> letter_paper_rules() { return kRules; }

} // namespace jiezhuan
