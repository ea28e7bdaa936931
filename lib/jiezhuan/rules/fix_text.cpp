#include "jiezhuan/rules/fix_text.hpp"

#include <array>

namespace jiezhuan {
namespace {

struct Place {
    std::string_view name;
    std::string Asked::*number;
};
constexpr std::array kPlaces = {Place{"{member}", &Asked::member}, Place{"{transfer}", &Asked::transfer},
                                Place{"{letter}", &Asked::letter}};

std::string filled(std::string_view text, const Asked& asked, std::string_view unknown) {
    std::string out(text);
    for (const Place& place : kPlaces) {
        const std::string& number = asked.*place.number;
        const std::string_view with = number.empty() ? unknown : std::string_view(number);
        for (std::size_t at = out.find(place.name); at != std::string::npos; at = out.find(place.name, at)) {
            out.replace(at, place.name.size(), with);
        }
    }
    return out;
}

Asked of_letter(const Letter& letter) { return {letter.member.text(), letter.transfer.text(), letter.id.text()}; }

} // namespace

Asked asked_about(const MemberFacts& facts) { return {facts.member.id.text(), {}, {}}; }

Asked asked_about(const TransferFacts& facts) {
    const Transfer& transfer = facts.transfer;
    return {facts.member.id.text(), transfer.id.text(), transfer.letter.text()};
}

Asked asked_about(const LetterFacts& facts) { return of_letter(facts.letter); }

Asked asked_about(const ReceiptFacts& facts) { return of_letter(facts.letter); }

Asked asked_about(const DuesFacts& facts) { return {facts.member.id.text(), {}, {}}; }

Asked asked_about(const DeadlineFacts& facts) {
    Asked asked;
    if (facts.member) {
        asked.member = facts.member->id.text();
    }
    if (facts.transfer) {
        asked.member = facts.transfer->member.text();
        asked.transfer = facts.transfer->id.text();
    }
    if (facts.letter) {
        asked.letter = facts.letter->id.text();
    }
    return asked;
}

Message fix_of(const RuleText& rule, const Asked& asked) {
    return {filled(rule.fix.zh, asked, kSomeNumber.zh), filled(rule.fix.en, asked, kSomeNumber.en)};
}

void fill_in_fix(Finding& finding, const RuleText& rule, const Asked& asked) {
    finding.fix = fix_of(rule, asked);
    for (const Place& place : kPlaces) {
        const std::string& number = asked.*place.number;
        if (!number.empty() && rule.fix.en.find(place.name) != std::string_view::npos) {
            finding.named.push_back(number);
        }
    }
}

} // namespace jiezhuan
