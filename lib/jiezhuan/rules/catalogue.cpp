#include "jiezhuan/rules/catalogue.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/letter_rules.hpp"
#include "jiezhuan/rules/member_rules.hpp"
#include "jiezhuan/rules/transfer_rules.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

template <class Facts> std::vector<Rule<Facts>> joined(std::initializer_list<std::span<const Rule<Facts>>> parts) {
    std::vector<Rule<Facts>> rules;
    for (const std::span<const Rule<Facts>> part : parts) {
        rules.insert(rules.end(), part.begin(), part.end());
    }
    std::sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) { return a.text.id < b.text.id; });
    return rules;
}

template <class Facts> void collect(std::vector<const RuleText*>& texts, std::span<const Rule<Facts>> rules) {
    for (const Rule<Facts>& rule : rules) {
        texts.push_back(&rule.text);
    }
}

std::vector<const RuleText*> collected() {
    std::vector<const RuleText*> texts;
    collect(texts, member_rules());
    collect(texts, organisation_rules());
    collect(texts, transfer_rules());
    collect(texts, letter_rules());
    collect(texts, list_rules());
    collect(texts, receipt_rules());
    collect(texts, stock_rules());
    collect(texts, dues_rules());
    collect(texts, deadline_rules());
    for (const RuleText& rule : met_rules()) {
        texts.push_back(&rule);
    }
    std::stable_sort(texts.begin(), texts.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
    texts.erase(std::unique(texts.begin(), texts.end(), [](const auto* a, const auto* b) { return a->id == b->id; }),
                texts.end());
    return texts;
}

const std::vector<const RuleText*>& catalogue() {
    static const std::vector<const RuleText*> kTexts = collected();
    return kTexts;
}

Result<void> may_set(std::string_view id) {
    const RuleText* rule = rule_named(id);
    if (rule == nullptr) {
        std::vector<std::string> ids;
        for (const RuleText* one : catalogue()) {
            ids.emplace_back(one->id);
        }
        const std::vector<std::string> near = nearest(id, ids, 1);
        return fail(
            Exit::usage,
            say({"参数表里的规则“{}”不存在", "the profile names a rule '{}' that does not exist"}, printable(id)),
            near.empty() ? Message() : say({"是不是“{}”？", "did you mean '{}'?"}, near.front()));
    }
    if (rule->basis != Basis::practice) {
        return fail(Exit::usage, say({"规则 {} 依据“{}”，参数表不能调低或关闭",
                                      "rule {} rests on {}: a profile cannot lower it or switch it off"},
                                     rule->id, rule->citation));
    }
    return {};
}

} // namespace

std::span<const Rule<MemberFacts>> member_rules() {
    static const std::vector<Rule<MemberFacts>> kRules = joined<MemberFacts>({identity_rules(), membership_rules()});
    return kRules;
}

std::span<const Rule<TransferFacts>> transfer_rules() {
    static const std::vector<Rule<TransferFacts>> kRules =
        joined<TransferFacts>({member_of_transfer_rules(), membership_of_transfer_rules(), route_rules()});
    return kRules;
}

std::span<const Rule<LetterFacts>> letter_rules() {
    static const std::vector<Rule<LetterFacts>> kRules =
        joined<LetterFacts>({letter_text_rules(), letter_paper_rules()});
    return kRules;
}

std::vector<const RuleText*> all_rules() { return catalogue(); }

const RuleText* rule_named(std::string_view id) {
    const std::vector<const RuleText*>& texts = catalogue();
    const auto at = std::lower_bound(texts.begin(), texts.end(), id,
                                     [](const RuleText* rule, std::string_view wanted) { return rule->id < wanted; });
    return at == texts.end() || (*at)->id != id ? nullptr : *at;
}

const RuleText* rule_called(std::string_view typed) {
    const std::string wanted = lowered_ascii(trimmed(typed));
    const std::vector<const RuleText*> rules = all_rules();
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [&](const RuleText* rule) { return lowered_ascii(rule->id) == wanted; });
    return found == rules.end() ? nullptr : *found;
}

Severity severity_under(const RuleText& rule, const Profile& profile) {
    const auto set = profile.severities.find(rule.id);
    if (rule.basis != Basis::practice || set == profile.severities.end()) {
        return rule.severity;
    }
    return std::min(rule.severity, set->second);
}

bool switched_off(const RuleText& rule, const Profile& profile) {
    return rule.basis == Basis::practice && profile.is_off(rule.id);
}

Result<void> check_rule_settings(const Profile& profile) {
    for (const auto& [id, severity] : profile.severities) {
        JZ_CHECK(may_set(id));
    }
    for (const std::string& id : profile.switched_off) {
        JZ_CHECK(may_set(id));
    }
    return {};
}

void met(Findings& findings, std::string_view rule, const Profile& profile, Message message, Position position,
         std::string subject) {
    const RuleText* text = rule_named(rule);
    ensure(text != nullptr, "no rule of that id");
    if (switched_off(*text, profile)) {
        return;
    }
    findings.push_back({std::string(rule), severity_under(*text, profile), std::move(subject), std::move(position),
                        std::move(message), fix_of(*text)});
}

} // namespace jiezhuan
