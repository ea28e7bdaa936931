#include "jiezhuan/service/work.hpp"

#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/rules/catalogue.hpp"

#include <algorithm>
#include <set>

namespace jiezhuan {

Event Work::event(std::string type) const {
    Event event;
    event.type = std::move(type);
    event.date = on;
    event.op = op;
    event.profile = profile_id.value;
    return event;
}

Result<ProfileInForce> profile_in_force(Reading& ledger, Date on) {
    JZ_TRY(adopted, ledger.profiles(Query().order("adopted_on", true)));
    ensure_there(!adopted.empty(), lost::kProfile);
    const auto then = std::find_if(adopted.begin(), adopted.end(),
                                   [on](const ProfileRecord& record) { return record.adopted_on <= on; });
    const ProfileRecord& record = then == adopted.end() ? adopted.back() : *then;
    auto profile = parse_adopted_profile(record.content, record.name);
    ensure_there(profile.has_value(), lost::kProfile); // what was adopted could be read
    return ProfileInForce{std::move(*profile), record.id};
}

Finding state_finding(std::string subject, Message message, Message fix) {
    return {std::string(kStateRule), Severity::error, std::move(subject), {}, std::move(message), std::move(fix)};
}

Outcome refusal(std::string subject, Message message, Message fix) {
    Outcome outcome;
    outcome.refused = true;
    outcome.findings.push_back(state_finding(std::move(subject), std::move(message), std::move(fix)));
    return outcome;
}

Judgement judge(Findings findings, const Accepted& accept, Event& event) {
    json::Array overrides;
    std::set<std::string_view> noted;
    for (Finding& finding : findings) {
        const auto reason = accept.find(finding.rule);
        const RuleText* rule = rule_named(finding.rule);
        if (finding.severity == Severity::info || reason == accept.end() || rule == nullptr || !rule->overridable) {
            continue;
        }
        finding.severity = finding.severity == Severity::error ? Severity::warning : Severity::info;
        if (noted.insert(rule->id).second) {
            overrides.emplace_back(
                json::Object{{"reason", json::Value(reason->second)}, {"rule", json::Value(finding.rule)}});
        }
    }
    if (!overrides.empty()) {
        event.about.emplace("accepted", json::Value(std::move(overrides)));
    }
    sort_findings(findings);
    return {has_errors(findings), std::move(findings)};
}

Exit exit_of(const Outcome& outcome) { return outcome.refused ? Exit::refused : Exit::done; }

} // namespace jiezhuan
