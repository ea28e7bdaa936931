#include "jiezhuan/service/letter_obstacles.hpp"

#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/transfer_facts.hpp"

#include <algorithm>

namespace jiezhuan {

Result<Findings> letter_obstacles(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                  const Transfer& transfer, const std::optional<Letter>& letter, const Member& member) {
    const bool presented = transfer.state == TransferState::presented || transfer.state == TransferState::verified;
    if (!letter || !presented) {
        return Findings();
    }
    JZ_TRY(facts, letter_facts(ledger, organisations, profile, *letter, member, transfer.presented_on));
    Findings findings = ask(letter_rules(), Moment::present, facts, "");
    std::erase_if(findings, [](const Finding& finding) { return finding.severity != Severity::error; });
    return findings;
}

const Finding* to_be_returned_for(const Findings& obstacles) {
    const auto found = std::find_if(obstacles.begin(), obstacles.end(), [](const Finding& finding) {
        const RuleText* rule = rule_named(finding.rule);
        return rule != nullptr && !rule->overridable;
    });
    return found == obstacles.end() ? nullptr : &*found;
}

} // namespace jiezhuan
