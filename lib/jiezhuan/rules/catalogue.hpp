// The catalogue: one array a subject, a row a rule.
#pragma once

#include "jiezhuan/rules/fix_text.hpp"
#include "jiezhuan/rules/regulations.hpp"
#include "jiezhuan/rules/rule.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace jiezhuan {

[[nodiscard]] std::span<const Rule<MemberFacts>> member_rules();
[[nodiscard]] std::span<const Rule<OrganisationFacts>> organisation_rules();
[[nodiscard]] std::span<const Rule<TransferFacts>> transfer_rules();
[[nodiscard]] std::span<const Rule<LetterFacts>> letter_rules();
[[nodiscard]] std::span<const Rule<ListFacts>> list_rules();
[[nodiscard]] std::span<const Rule<ReceiptFacts>> receipt_rules();
[[nodiscard]] std::span<const Rule<StockFacts>> stock_rules();
[[nodiscard]] std::span<const Rule<DuesFacts>> dues_rules();
[[nodiscard]] std::span<const Rule<DeadlineFacts>> deadline_rules(); // the rows of rules/deadline_rule.hpp
// Rules whose finding is made where the fact is met, not by a check of facts: reading a cell (rules/cells.hpp), a file (IN-01, IN-02),
// comparing its rows (ID-09), the shape of the program itself (IN-06).
[[nodiscard]] std::span<const RuleText> met_rules();

// Every rule of the program, by id, each once.
[[nodiscard]] std::vector<const RuleText*> all_rules();
[[nodiscard]] const RuleText* rule_named(std::string_view id);
// The rule that somebody typed, in any case: lt-21. Null where there is none.
[[nodiscard]] const RuleText* rule_called(std::string_view typed);

// The severity under a profile: it may lower a rule whose basis is practice, never raise one, never touch another.
[[nodiscard]] Severity severity_under(const RuleText& rule, const Profile& profile);
// Is it switched off? Only what rests on practice alone can be.
[[nodiscard]] bool switched_off(const RuleText& rule, const Profile& profile);
// Exit::usage where a profile lowers or switches off a rule that does not exist (with the nearest) or that is not its to change.
[[nodiscard]] Result<void> check_rule_settings(const Profile& profile);

// The finding of a met rule. Precondition: `rule` is in the catalogue. Nothing where the profile switched it off.
void met(Findings& findings, std::string_view rule, const Profile& profile, Message message, Position position = {},
         std::string subject = {});

// Asks every rule of a subject at a moment, as far as it is in force on the day of the facts.
template <class Facts>
[[nodiscard]] Findings ask(std::span<const Rule<Facts>> rules, Moment moment, const Facts& facts,
                           std::string_view subject) {
    Findings findings;
    for (const Rule<Facts>& rule : rules) {
        bool asked = false;
        for (const Moment when : rule.moments) {
            asked = asked || when == moment;
        }
        if (!asked || switched_off(rule.text, facts.profile)) {
            continue;
        }
        // The date last: it is looked up only where there is something to say.
        if (Explanation found = rule.check(facts); found && in_force(rule.text, day_of(facts))) {
            findings.push_back({std::string(rule.text.id),
                                severity_under(rule.text, facts.profile),
                                std::string(subject),
                                {},
                                std::move(*found),
                                {}});
            fill_in_fix(findings.back(), rule.text, asked_about(facts));
        }
    }
    return findings;
}

} // namespace jiezhuan
