#include "jiezhuan/rules/catalogue.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace jiezhuan;

TEST_CASE("fix of a rule: the numbers of those it was asked about, else that one belongs there") {
    const RuleText& rule = *rule_named("DU-01");
    CHECK(fix_of(rule, {"M94", "T95", "L96"}).en.find("jiezhuan dues record M94 --through") != std::string::npos);
    CHECK(fix_of(rule).en.find("jiezhuan dues record NUMBER --through") != std::string::npos);
    CHECK(fix_of(rule).zh.find("jiezhuan dues record 编号 --through") != std::string::npos);
}

TEST_CASE("fix of a rule: no place is left open in any text") {
    for (const RuleText* rule : all_rules()) {
        CAPTURE(rule->id);
        CHECK(fix_of(*rule, {"M1", "T2", "L3"}).zh.find('{') == std::string::npos);
        CHECK(fix_of(*rule).en.find('{') == std::string::npos);
    }
}

TEST_CASE("fix of a rule: a finding keeps the numbers, and said of several it is without them") {
    const Member member{.id = MemberId{9}};
    const Transfer transfer{.id = TransferId{94}, .kind = TransferKind::out};
    const Profile profile = parse_profile(national_profile_text(), "national-2019.toml").value();
    const TransferFacts facts{transfer, member, profile, Date(2026, 3, 10)};
    const Findings findings = ask(transfer_rules(), Moment::send, facts, "T94");
    const auto approval =
        std::find_if(findings.begin(), findings.end(), [](const Finding& finding) { return finding.rule == "LT-22"; });
    REQUIRE(approval != findings.end());
    CHECK(approval->fix.en.find("transfer approve T94 --minutes") != std::string::npos);
    CHECK(fix_of_many(*approval).en.find("transfer approve NUMBER --minutes") != std::string::npos);

    Finding of_two{.rule = "X"};
    of_two.fix = Message("M9；M94", "M9; M94");
    of_two.named = {"M9"};
    CHECK(fix_of_many(of_two).en == "NUMBER; M94");
}
