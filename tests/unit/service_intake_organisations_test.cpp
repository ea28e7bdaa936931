#include "jiezhuan/service/intake/org_import.hpp"
#include "tests/support/importing.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr std::string_view kHeader = "组织代码,党组织全称,简称,类别,上级党组织,外部组织,审批预备党员权限,联系电话\n";

IntakeReport import(LedgerFixture& ledger, std::string_view rows, const Importing& how = {}) {
    OrgImport import;
    return import_text(ledger, import, "organisation", std::string(kHeader) + std::string(rows), how);
}

std::optional<Organisation> named(LedgerFixture& ledger, const std::string& name) {
    const auto found = *ledger.read()->organisations(Query().equal("name", name));
    return found.empty() ? std::nullopt : std::optional(found.front());
}

bool says(const Findings& findings, std::uint64_t row, std::string_view words) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.position.row == row && finding.message.zh.find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("a superior may stand further down, by code, full name or short name") {
    LedgerFixture ledger;
    const IntakeReport report = import(ledger, "001001001,甲社区第一支部委员会,,党支部,甲社区党委,,,\n"
                                               "001001,甲社区委员会,甲社区党委,社区(村)党委,望江街道党工委,,,\n"
                                               "001001002,甲社区第二支部委员会,,党支部,甲社区委员会,,,\n");
    CHECK(report.exit == Exit::done);
    CHECK(report.counts.added == 3);
    const auto community = named(ledger, "甲社区委员会");
    REQUIRE(community);
    CHECK(community->parent == LedgerFixture::kOwn);
    CHECK(named(ledger, "甲社区第一支部委员会")->parent == community->id);
    CHECK(named(ledger, "甲社区第二支部委员会")->parent == community->id);
    CHECK(community->outside == Flag::no);
}

TEST_CASE("the authority that the file does not give follows from the kind, and is said") {
    LedgerFixture ledger;
    const IntakeReport report = import(ledger, "001001,甲社区委员会,,社区(村)党委,001,,,\n"
                                               ",城北工厂委员会,,党委,,是,,\n"
                                               ",城北街道工作委员会,,党工委,,是,,\n"
                                               ",城东工厂委员会,,党委,,是,有,\n");
    CHECK(named(ledger, "甲社区委员会")->can_approve_probationary == Authority::no);
    CHECK(named(ledger, "城北工厂委员会")->can_approve_probationary == Authority::unknown);
    CHECK(named(ledger, "城北街道工作委员会")->can_approve_probationary == Authority::yes);
    CHECK(named(ledger, "城东工厂委员会")->can_approve_probationary == Authority::yes);
    CHECK(named(ledger, "城东工厂委员会")->outside == Flag::yes);
    REQUIRE(report.document.sections.size() == 2);
    CHECK(report.document.sections[1].id == "default_authority");
    CHECK(report.document.sections[1].rows.size() == 3);
}

TEST_CASE("below an outside organisation everything is outside") {
    LedgerFixture ledger;
    CHECK(import(ledger, ",城北工厂委员会,,党委,,是,有,\n,城北工厂一车间支部委员会,,党支部,城北工厂委员会,,,\n").exit ==
          Exit::done);
    CHECK(named(ledger, "城北工厂一车间支部委员会")->outside == Flag::yes);
}

TEST_CASE("rows that cannot be right are refused, each with its reason") {
    LedgerFixture ledger;
    const IntakeReport report = import(ledger, "001002,甲社区委员会,,社区(村)党委,001,,,\n"
                                               "001002,乙社区委员会,,社区(村)党委,001,,,\n"
                                               "001003,甲社区委员会,,社区(村)党委,001,,,\n"
                                               "001004,丙支部委员会,,党支部,丁支部委员会,,,\n"
                                               "001005,丁支部委员会,,党支部,丙支部委员会,,,\n"
                                               "001006,戊支部委员会,,党支部,,,,\n"
                                               "001007,己支部委员会,,党支部,没有的总支,,,\n"
                                               "001008,庚支部委员会,,党支部,001,是,,\n"
                                               "001009,辛支部委员会,,党支部,辛支部委员会,,,\n");
    CHECK(report.exit == Exit::invalid_input);
    const Findings& findings = report.document.findings;
    CHECK(says(findings, 3, "组织代码相同"));
    CHECK(says(findings, 4, "全称相同"));
    CHECK(says(findings, 5, "没有登记"));
    CHECK(says(findings, 6, "没有登记"));
    CHECK(says(findings, 7, "上级党组织为空"));
    CHECK(says(findings, 8, "没有党组织"));
    CHECK(says(findings, 9, "不能是外部组织"));
    CHECK(says(findings, 10, "就是它自己"));
    CHECK_FALSE(named(ledger, "甲社区委员会"));
    CHECK(import(ledger, "001001,甲社区委员会,,社区(村)党委,001,,,\n").exit == Exit::done);
    const IntakeReport own = import(ledger, "001,望江街道工作委员会,,党工委,001001,,,\n");
    CHECK(says(own.document.findings, 2, "本级党组织"));
}

TEST_CASE("an organisation is known again by its code, else by its name, and changed field by field") {
    LedgerFixture ledger;
    CHECK(import(ledger, "001001,甲社区委员会,甲社区,社区(村)党委,001,,,\n").counts.added == 1);
    const IntakeReport renamed = import(ledger, "001001,甲一社区委员会,,社区(村)党委,,,,0000-80000001\n");
    CHECK(renamed.counts.changed == 1);
    CHECK(renamed.document.sections.at(1).rows.size() ==
          3); // the name, the telephone, and that the old name is a former one
    const auto changed = named(ledger, "甲一社区委员会");
    REQUIRE(changed);
    CHECK(changed->short_name == "甲社区"); // an empty cell takes nothing away
    CHECK(changed->parent == LedgerFixture::kOwn);
    CHECK(import(ledger, ",甲一社区委员会,,社区(村)党委,,,,0000-80000002\n").counts.changed == 1);
    // an older list knows it by its former name, and takes nothing back
    const IntakeReport older = import(ledger, ",甲社区委员会,甲社区,社区(村)党委,,,,0000-80000003\n");
    CHECK(older.counts.changed == 1);
    CHECK(older.counts.added == 0);
    CHECK(says(older.document.findings, 2, "现名“甲一社区委员会”照旧"));
    CHECK(named(ledger, "甲一社区委员会")->phone == "0000-80000003");
    // another code under the same name is a contradiction
    CHECK(import(ledger, "001009,甲一社区委员会,,社区(村)党委,001,,,\n").exit == Exit::invalid_input);
}

TEST_CASE("our own organisation can be completed by a file") {
    LedgerFixture ledger;
    const IntakeReport report =
        import(ledger, "001,中国共产党江南市临江区望江街道工作委员会,,党工委,,,,0000-80000003\n");
    CHECK(report.counts.changed == 1);
    CHECK((*ledger.read()->organisation(LedgerFixture::kOwn))->phone == "0000-80000003");
}

TEST_CASE("ours does not become outside, and moves without members to another basic committee") {
    LedgerFixture ledger;
    CHECK(import(ledger, "001001,甲社区委员会,,社区(村)党委,001,,,\n"
                         "001002,乙委员会,,党委,001,,有,\n"
                         ",城北工厂委员会,,党委,,是,有,\n")
              .exit == Exit::done);
    CHECK(import(ledger, "001001,甲社区委员会,,社区(村)党委,001002,,,\n").exit == Exit::done);
    CHECK(import(ledger, "001001,甲社区委员会,,社区(村)党委,城北工厂委员会,是,,\n").exit == Exit::invalid_input);
}

TEST_CASE(
    "control and bidi characters in the name of an organisation are errors, in other texts what is kept is said") {
    LedgerFixture ledger;
    OrgImport orgs;
    const std::string header = "组织代码,党组织全称,简称,类别,上级党组织,备注\n";
    const IntakeReport report = import_text(ledger, orgs, "organisation",
                                            header + "001001,王\x1b[31m五支部委员会,,党支部,001,\n"
                                                     "001002,甲支部委员会,甲\u202e支部,党支部,001,\n"
                                                     "001003,乙支部委员会,,党支部,望江\x1b街道党工委,\n"
                                                     "001004,\"丙支部\n委员会\",丙\u200b支部,党支部,001,见\x1b[31m卡\n",
                                            {});
    const Findings& findings = report.document.findings;
    CHECK(says(findings, 2, "控制字符或改变文字方向的字符 U+001B"));
    CHECK(says(findings, 3, "控制字符或改变文字方向的字符 U+202E"));
    CHECK(says(findings, 4, "控制字符或改变文字方向的字符 U+001B"));
    CHECK(says(findings, 5, "“见\\x1b[31m卡”含全角或不可见字符，按“见[31m卡”记录"));
    CHECK(report.counts.refused == 3);
}
