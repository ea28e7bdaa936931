#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/ids_in_text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/shared_texts.hpp"

namespace jiezhuan {
namespace {

using namespace rule_text;

// A number is compared without regard to width and blanks, a name as names are stored.
std::string plain(std::string_view text) { return narrowed(trimmed(text)); }

// Masked, two numbers may look alike: the place where they part says which to look at.
Explanation other_id(std::string_view receipt, std::string_view stub) {
    std::size_t same = 0;
    while (same < receipt.size() && same < stub.size() && receipt[same] == stub[same]) {
        ++same;
    }
    return say({"回执的身份证号码为 {}，存根为 {}，从第 {} 位起不同",
                "the receipt has the ID number {}, the stub {}: they part at digit {}"},
               printable(with_long_numbers_masked(receipt)), printable(with_long_numbers_masked(stub)), same + 1);
}

Explanation differs_from_stub(const ReceiptFacts& facts) {
    const Letter& letter = facts.letter;
    if (plain(facts.no) != plain(letter.no)) {
        return say({"回执编号为“{}”，存根为“{}”", "the receipt has number '{}', the stub '{}'"}, printable(facts.no),
                   letter.no);
    }
    if (!facts.name.empty() && normal_name(facts.name) != normal_name(letter.name)) {
        return say({"回执姓名为“{}”，存根为“{}”", "the receipt is for '{}', the stub for '{}'"}, printable(facts.name),
                   letter.name);
    }
    const std::string id = lowered_ascii(plain(facts.id_no));
    const std::string on_stub = lowered_ascii(plain(letter.id_no));
    if (!id.empty() && id != on_stub) {
        return other_id(id, on_stub);
    }
    return std::nullopt;
}

Explanation before_the_letter(const ReceiptFacts& facts) {
    const Date issued = facts.letter.issued_on;
    if (issued.empty() || facts.on.empty() || facts.on.latest() >= issued.earliest()) {
        return std::nullopt;
    }
    return say({"回执日期 {} 早于介绍信日期 {}", "the receipt of {} is earlier than the letter of {}"}, facts.on.text(),
               issued.text());
}

constexpr Moment kReceipt[] = {Moment::receipt};

constexpr Rule<ReceiptFacts> kRules[] = {
    {{"RC-03",
      Severity::error,
      {"回执与存根不符", "receipt and stub disagree"},
      kForm2006,
      Basis::form,
      false,
      {"与接收单位核对，不能销号", "ask the receiver: the letter stays open"}},
     kReceipt,
     differs_from_stub},
    {{"RC-04",
      Severity::error,
      {"回执早于介绍信", "a receipt earlier than the letter"},
      "逻辑关系：先有介绍信，后有回执",
      Basis::logic,
      false,
      {"核对回执日期", "check the date on the receipt"}},
     kReceipt,
     before_the_letter},
};

} // namespace

std::span<const Rule<ReceiptFacts>> receipt_rules() { return kRules; }

} // namespace jiezhuan
