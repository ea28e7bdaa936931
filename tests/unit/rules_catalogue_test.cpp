#include "jiezhuan/rules/catalogue.hpp"
#include "tests/support/directory.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <regex>
#include <set>
#include <string>

using namespace jiezhuan;

namespace {

Profile national() { return parse_profile(national_profile_text(), "national-2019.toml").value(); }

template <class Facts> std::vector<const RuleText*> texts_of(std::span<const Rule<Facts>> rules) {
    std::vector<const RuleText*> texts;
    for (const Rule<Facts>& rule : rules) {
        texts.push_back(&rule.text);
    }
    return texts;
}

std::vector<const RuleText*> texts_of(std::span<const RuleText> rules) {
    std::vector<const RuleText*> texts;
    for (const RuleText& rule : rules) {
        texts.push_back(&rule);
    }
    return texts;
}

std::map<std::string, std::vector<const RuleText*>> arrays() {
    return {{"member", texts_of(member_rules())},     {"organisation", texts_of(organisation_rules())},
            {"transfer", texts_of(transfer_rules())}, {"letter", texts_of(letter_rules())},
            {"list", texts_of(list_rules())},         {"receipt", texts_of(receipt_rules())},
            {"stock", texts_of(stock_rules())},       {"dues", texts_of(dues_rules())},
            {"deadline", texts_of(deadline_rules())}, {"met", texts_of(met_rules())}};
}

// AB-01: the group of the dossier, and its number.
bool well_formed(std::string_view id) {
    static const std::set<std::string_view> kGroups = {"ID", "MB", "LT", "RT", "OR", "DU",
                                                       "PB", "ST", "RC", "FL", "SA", "IN"};
    return id.size() == 5 && kGroups.contains(id.substr(0, 2)) && id[2] == '-' && id[3] >= '0' && id[3] <= '9' &&
           id[4] >= '0' && id[4] <= '9';
}

// A place where rules are asked: the facts, and the moment of the work.
using Asked = std::set<std::pair<std::string, Moment>>;

const std::map<std::string_view, Moment> kMoments = {
    {"record", Moment::record},   {"open", Moment::open},     {"send", Moment::send},     {"present", Moment::present},
    {"receive", Moment::receive}, {"assign", Moment::assign}, {"refuse", Moment::refuse}, {"receipt", Moment::receipt},
    {"file", Moment::file},       {"review", Moment::review},
};

// What the services ask by name, and what the step of a transfer asks by its action (transfer_step.cpp, moment_of).
Asked asked_by_services() {
    Asked asked;
    for (const Moment moment :
         {Moment::send, Moment::present, Moment::receive, Moment::assign, Moment::refuse, Moment::receipt}) {
        asked.emplace("transfer", moment);
    }
    for (const Moment moment : {Moment::send, Moment::present}) {
        asked.emplace("letter", moment);
    }
    asked.emplace("deadline", Moment::review); // ask_deadlines(), rules/deadline_rules.cpp
    const std::regex call(R"(ask\(\s*(\w+)_rules\(\),\s*Moment::(\w+))");
    for (const auto& path : testing::source_files("lib/jiezhuan/service", {".cpp"})) {
        const std::string text = testing::content_of(path);
        for (auto at = std::sregex_iterator(text.begin(), text.end(), call); at != std::sregex_iterator(); ++at) {
            asked.emplace((*at)[1].str(), kMoments.at((*at)[2].str()));
        }
    }
    return asked;
}

template <class Facts> void check_moments(std::string_view facts, std::span<const Rule<Facts>> rules) {
    const Asked asked = asked_by_services();
    for (const Rule<Facts>& rule : rules) {
        CAPTURE(rule.text.id);
        CHECK_FALSE(rule.moments.empty());
        for (const Moment moment : rule.moments) {
            CHECK_MESSAGE(asked.contains({std::string(facts), moment}), static_cast<int>(moment));
        }
        CHECK((rule.check != nullptr));
        const std::set<Moment> once(rule.moments.begin(), rule.moments.end());
        CHECK(once.size() == rule.moments.size());
    }
}

Profile with_rule(std::string_view id, std::string_view value) {
    const std::string text = std::string(national_profile_text()) + "\n[rules]\n\"" + std::string(id) +
                             "\" = { value = \"" + std::string(value) + "\", source = \"某省\" }\n";
    return parse_profile(text, "p.toml").value();
}

} // namespace

TEST_CASE("catalogue: every array is sorted by id, and an id stands in it once") {
    for (const auto& array : arrays()) {
        const std::vector<const RuleText*>& texts = array.second;
        for (std::size_t i = 1; i < texts.size(); ++i) {
            CHECK_MESSAGE(texts[i - 1]->id < texts[i]->id, array.first);
        }
    }
}

TEST_CASE("catalogue: an id that stands in two arrays has one text") {
    std::map<std::string_view, const RuleText*> first;
    for (const auto& [name, texts] : arrays()) {
        for (const RuleText* text : texts) {
            const RuleText& known = *first.emplace(text->id, text).first->second;
            CHECK_MESSAGE(text->title.zh == known.title.zh, text->id);
            CHECK_MESSAGE(text->severity == known.severity, text->id);
            CHECK_MESSAGE(text->citation == known.citation, text->id);
        }
    }
    CHECK(first.size() == all_rules().size());
}

TEST_CASE("catalogue: all rules are listed once, by id, and found by it") {
    const std::vector<const RuleText*> rules = all_rules();
    CHECK(rules.size() >= 80);
    std::string_view before;
    for (const RuleText* rule : rules) {
        CHECK_MESSAGE(before < rule->id, rule->id);
        CHECK(rule_named(rule->id) == rule);
        before = rule->id;
    }
    CHECK(rule_named("XX-99") == nullptr);
    CHECK(rule_named("") == nullptr);
}

TEST_CASE("catalogue: what rests on a regulation names one whose date is known") {
    for (const RuleText* rule : all_rules()) {
        const bool known = std::any_of(regulations().begin(), regulations().end(), [&](const Regulation& one) {
            return rule->citation.find(one.name) != std::string_view::npos;
        });
        CHECK_MESSAGE((rule->basis != Basis::regulation || known), rule->id);
    }
}

TEST_CASE("catalogue: a rule is in force from its regulation's first day on") {
    const RuleText& route = *rule_named("LT-21"); // article 25, in force on 2019-05-06
    CHECK(in_force_from(route.citation) == Date(2019, 5, 6));
    CHECK_FALSE(in_force(route, Date(2010, 6, 1)));
    CHECK_FALSE(in_force(route, Date(2019, 5, 5)));
    CHECK(in_force(route, Date(2019, 5, 6)));
    CHECK(in_force(route, Date(2019, 5))); // a day of that month may be meant
    CHECK_FALSE(in_force(route, Date(2018)));
    CHECK(in_force(route, Date()));
    CHECK(in_force_from("《中国共产党支部工作条例（试行）》（2018）第四条") == Date(2018));
    CHECK(in_force(*rule_named("RT-07"), Date(2018, 1, 1)));
    CHECK(in_force_from(rule_named("RT-03")->citation).empty()); // logic holds for ever
    CHECK(in_force_from(rule_named("DU-02")->citation).empty()); // the Constitution beside a younger regulation
    CHECK(in_force_from(rule_named("RT-01")->citation) == Date(2014));
}

TEST_CASE("catalogue: a transfer of 2010 is judged by the rules of 2010") {
    const Profile profile = national();
    const Member member;
    Transfer transfer;
    transfer.kind = TransferKind::out;
    Organisation issuer;
    issuer.can_approve_probationary = Authority::no;
    TransferFacts facts{.transfer = transfer, .member = member, .profile = profile, .on = Date(2026, 3, 10)};
    facts.issuer = issuer;
    const auto says = [&](std::string_view rule) {
        const Findings findings = ask(transfer_rules(), Moment::send, facts, "T1");
        return std::any_of(findings.begin(), findings.end(), [&](const Finding& one) { return one.rule == rule; });
    };
    CHECK(says("LT-21"));
    facts.on = Date(2010, 3, 10);
    CHECK_FALSE(says("LT-21"));
}

TEST_CASE("catalogue: ids have their shape, and no text is empty in either language") {
    for (const RuleText* rule : all_rules()) {
        CAPTURE(rule->id);
        CHECK(well_formed(rule->id));
        CHECK_FALSE(rule->title.zh.empty());
        CHECK_FALSE(rule->title.en.empty());
        CHECK_FALSE(rule->fix.zh.empty());
        CHECK_FALSE(rule->fix.en.empty());
        CHECK_FALSE(rule->citation.empty());
        CHECK_MESSAGE(rule->citation.find("http") == std::string_view::npos, "a web page is no citation");
    }
}

TEST_CASE("catalogue: practice alone makes no error, and always yields to a reason") {
    for (const RuleText* rule : all_rules()) {
        CAPTURE(rule->id);
        if (rule->basis == Basis::practice) {
            CHECK(rule->severity != Severity::error);
            CHECK(rule->overridable);
        } else if (rule->overridable) {
            CHECK(rule->severity == Severity::error);
        }
    }
}

TEST_CASE("catalogue: lapse is never concluded, only reviewed") {
    for (const std::string_view id : {"DU-02", "ST-04"}) {
        CHECK(rule_named(id)->severity == Severity::warning);
    }
    for (const RuleText* rule : all_rules()) {
        CHECK_MESSAGE(rule->title.zh.find("自行脱党") == std::string_view::npos, rule->id);
    }
}

TEST_CASE("catalogue: every checked rule is asked at every moment that it names") {
    check_moments("member", member_rules());
    check_moments("organisation", organisation_rules());
    check_moments("transfer", transfer_rules());
    check_moments("letter", letter_rules());
    check_moments("receipt", receipt_rules());
    check_moments("deadline", deadline_rules());
}

TEST_CASE("catalogue: a profile lowers practice, never raises it, and touches nothing else") {
    CHECK(severity_under(*rule_named("LT-24"), national()) == Severity::warning);
    CHECK(severity_under(*rule_named("LT-24"), with_rule("LT-24", "info")) == Severity::info);
    CHECK(severity_under(*rule_named("RT-02"), with_rule("RT-02", "info")) == Severity::warning);
    CHECK(severity_under(*rule_named("LT-21"), with_rule("LT-21", "info")) == Severity::error);
    Profile raised = national();
    raised.severities["LT-24"] = Severity::error;
    CHECK(severity_under(*rule_named("LT-24"), raised) == Severity::warning);
    CHECK(switched_off(*rule_named("LT-24"), with_rule("LT-24", "off")));
    CHECK_FALSE(switched_off(*rule_named("LT-21"), with_rule("LT-21", "off")));
}

TEST_CASE("catalogue: a profile that reaches for a rule that is not its to change is refused") {
    CHECK(check_rule_settings(national()).has_value());
    CHECK(check_rule_settings(with_rule("LT-24", "off")).has_value());
    const auto error = [](std::string_view id, std::string_view value) {
        return check_rule_settings(with_rule(id, value)).error();
    };
    CHECK(error("LT-21", "off").code == Exit::usage);
    CHECK(error("LT-21", "info").message.en.find("LT-21") != std::string::npos);
    CHECK(error("LT-99", "off").message.en == "the profile names a rule 'LT-99' that does not exist");
}

TEST_CASE("catalogue: a switched off rule is not asked, a lowered one says so") {
    const Member member;
    const Transfer transfer{.kind = TransferKind::out};
    const auto severity = [&](const Profile& profile, std::string_view id) -> std::optional<Severity> {
        const TransferFacts facts{transfer, member, profile, Date(2026, 3, 10)};
        for (const Finding& finding : ask(transfer_rules(), Moment::send, facts, "T1")) {
            if (finding.rule == id) {
                CHECK(finding.subject == "T1");
                CHECK_FALSE(finding.fix.empty());
                return finding.severity;
            }
        }
        return std::nullopt;
    };
    CHECK(severity(national(), "LT-22") == Severity::warning);
    CHECK(severity(with_rule("LT-22", "info"), "LT-22") == Severity::info);
    CHECK(severity(with_rule("LT-22", "off"), "LT-22") == std::nullopt);
    CHECK(severity(with_rule("LT-21", "off"), "LT-21") == Severity::error);
}

TEST_CASE("catalogue: a met rule is found with its place, and only if it exists") {
    Findings findings;
    const Position where{"a.csv", 3, 2, "身份证号码"};
    met(findings, "ID-01", national(), Message("甲", "a"), where);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].severity == Severity::error);
    CHECK(findings[0].position == where);
    CHECK(findings[0].fix.en == fix_of(*rule_named("ID-01")).en);
    CHECK_THROWS_AS(met(findings, "ID-99", national(), Message("甲", "a")), Bug);
}
