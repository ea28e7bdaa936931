#include "jiezhuan/service/intake/member_import.hpp"
#include "jiezhuan/service/intake/org_import.hpp"
#include "tests/support/importing.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr std::string_view kTree = "组织代码,党组织全称,简称,类别,上级党组织\n"
                                   "001001,中国共产党柳岸社区委员会,柳岸社区党委,社区(村)党委,001\n"
                                   "001001001,中国共产党柳岸社区第一支部委员会,第一党支部,党支部,001001\n"
                                   "001001002,中国共产党柳岸社区第二支部委员会,第二党支部,党支部,001001\n";
constexpr std::string_view kHeader = "姓名,性别,民族,身份证号码,政治面貌,入党时间,转正时间,所在党支部,手机号码\n";

std::string id_of(int number) {
    const std::string first17 = "11000019550630" + fmt::format("{:03}", number);
    return first17 + citizen_id_check(first17);
}

std::string row_of(std::string_view name, int number, std::string_view branch = "第一党支部",
                   std::string_view phone = "13800000001") {
    return fmt::format("{},{},汉族,{},中共党员,1980-07-01,1981-07-01,{},{}\n", name, number % 2 == 1 ? "男" : "女",
                       id_of(number), branch, phone);
}

class Roster {
  public:
    Roster() {
        OrgImport import;
        REQUIRE(import_text(ledger_, import, "organisation", kTree).exit == Exit::done);
    }
    IntakeReport import(const std::string& rows, const Importing& how = {}) {
        return whole(std::string(kHeader) + rows, how);
    }
    IntakeReport whole(const std::string& text, const Importing& how = {}) {
        MemberImport import;
        return import_text(ledger_, import, "member", text, how);
    }
    std::vector<Member> members() { return *ledger_.read()->members({}); }
    std::string text() { return roster_of(ledger_); }
    LedgerFixture& ledger() { return ledger_; }

  private:
    LedgerFixture ledger_;
};

bool says(const Findings& findings, std::string_view rule, std::uint64_t row, std::string_view column = "") {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.rule == rule && finding.position.row == row &&
               (column.empty() || finding.position.column_title == column);
    });
}

} // namespace

TEST_CASE("who is new stands at home in the branch from the day of the import") {
    Roster roster;
    const IntakeReport report = roster.import(row_of("李明", 1) + row_of("王芳", 2, "001001002"));
    CHECK(report.exit == Exit::done);
    CHECK(report.counts.added == 2);
    const std::vector<Member> members = roster.members();
    REQUIRE(members.size() == 2);
    CHECK(members[0].name == "李明");
    CHECK(members[0].standing == Standing::home);
    CHECK(members[0].standing_since == Date(2026, 11, 23));
    CHECK(members[0].admission == Date(1980, 7, 1));
    CHECK(members[0].branch != members[1].branch);
    CHECK(roster.ledger().read()->member_by_identity({members[1].citizen_id, {}, {}})->value() == members[1].id);
}

TEST_CASE("one wrong row keeps the whole file out, and every error of the file is said with its cell") {
    Roster roster;
    const std::string before = roster.text();
    const IntakeReport report =
        roster.import(row_of("李明", 1) + "赵强,南,汗族,1.1E+17,群众,2005-02-30,1981-07-01,第九党支部,12\n" +
                      ",男,汉族,,中共党员,1980-07-01,1981-07-01,第一党支部,\n" + row_of("李明", 1));
    CHECK(report.exit == Exit::invalid_input);
    CHECK(report.counts.refused == 3);
    const Findings& findings = report.document.findings;
    CHECK(says(findings, "MB-03", 3, "性别"));
    CHECK(says(findings, "MB-01", 3, "民族"));
    CHECK(says(findings, "ID-07", 3, "身份证号码"));
    CHECK(says(findings, "MB-04", 3, "政治面貌"));
    CHECK(says(findings, "IN-07", 3, "入党时间"));
    CHECK(says(findings, "IN-07", 3, "所在党支部"));
    CHECK(says(findings, "MB-09", 3));
    CHECK_FALSE(says(findings, "MB-05", 3)); // the admission is not missing, it cannot be read
    CHECK(says(findings, "IN-08", 4, "姓名"));
    CHECK(says(findings, "IN-08", 4, "身份证号码"));
    CHECK(says(findings, "ID-09", 5, "身份证号码"));
    CHECK(roster.text() == before);
    CHECK(report.reject_file.ends_with(".reject.csv"));
    const std::string reject = content_of(report.reject_file);
    CHECK(lines_of(reject).size() == 5);
    CHECK(reject.find("ID-09") != std::string::npos);
}

TEST_CASE("the good rows alone, with their rest in the reject file") {
    Roster roster;
    const IntakeReport report = roster.import(row_of("李明", 1) + ",男,汉族,,,,,,\n", {.allow_partial = true});
    CHECK(report.exit == Exit::partly_applied);
    CHECK(roster.members().size() == 1);
    CHECK(lines_of(content_of(report.reject_file)).size() == 2);
    // not remembered as imported: the same file is planned again
    const IntakeReport again = roster.import(row_of("李明", 1) + ",男,汉族,,,,,,\n", {.allow_partial = true});
    CHECK_FALSE(again.already);
    CHECK(again.counts.unchanged == 1);
}

TEST_CASE("where no row is good a partial import applies nothing") {
    Roster roster;
    CHECK(roster.import(",男,汉族,,,,,,\n", {.allow_partial = true}).exit == Exit::invalid_input);
}

TEST_CASE("the same file again writes nothing, and does not undo a later correction") {
    Roster roster;
    const std::string rows = row_of("李明", 1);
    CHECK(roster.import(rows).counts.added == 1);
    CHECK(roster.import(row_of("李明", 1, "第一党支部", "13900000009")).counts.changed == 1);
    const IntakeReport again = roster.import(rows);
    CHECK(again.already);
    CHECK(again.exit == Exit::done);
    CHECK_FALSE(again.applied);
    CHECK(again.record.on == Date(2026, 11, 23));
    CHECK(roster.members().front().phone == "13900000009");
}

TEST_CASE("a number that is somebody else's turns nobody into another") {
    Roster roster;
    CHECK(roster.import(row_of("李明", 1)).counts.added == 1);
    const std::string before = roster.text();
    const IntakeReport report = roster.import(row_of("王 强", 1));
    CHECK(report.exit == Exit::invalid_input);
    CHECK(roster.text() == before);
    const Findings& findings = report.document.findings;
    REQUIRE(says(findings, "STATE", 2));
    const auto found =
        std::find_if(findings.begin(), findings.end(), [](const Finding& finding) { return finding.rule == "STATE"; });
    CHECK(found->message.zh.find("李明") != std::string::npos);
    CHECK(found->message.zh.find("王强") != std::string::npos);
    CHECK(found->fix.zh.find("jiezhuan member correct " + roster.members()[0].id.text() + " --name 王强 --reason") !=
          std::string::npos);
    // A blank in it makes no other name.
    CHECK(roster.import(row_of("李 明", 1, "第一党支部", "13800000002")).counts.changed == 1);
}

TEST_CASE("two names on one number in a file: neither is taken") {
    Roster roster;
    const IntakeReport report =
        roster.import(row_of("李明", 1) + row_of("王强", 1) + row_of("赵一", 3), {.allow_partial = true});
    CHECK(report.counts.added == 1);
    CHECK(report.counts.refused == 2);
    CHECK(says(report.document.findings, "ID-09", 2));
    CHECK(says(report.document.findings, "ID-09", 3));
    REQUIRE(roster.members().size() == 1);
    CHECK(roster.members()[0].name == "赵一");
}

TEST_CASE("a row that adds up is nobody") {
    Roster roster;
    const IntakeReport report = roster.import(row_of("李明", 1) + "合 计,1,,,,,,,\n");
    CHECK(report.exit == Exit::done);
    CHECK(report.counts.rows == 1);
    CHECK(says(report.document.findings, "IN-02", 3));
    CHECK(roster.members().size() == 1);
    CHECK(roster.import(row_of("合计", 3)).counts.added == 1); // somebody is called so
}

TEST_CASE("the day of a birth that is given to the month comes from the ID number") {
    Roster roster;
    const std::string header = "姓名,性别,民族,身份证号码,政治面貌,入党时间,转正时间,所在党支部,出生日期\n";
    const auto row = [](std::string_view name, int number, std::string_view birth) {
        return fmt::format("{},男,汉族,{},中共党员,1980-07-01,1981-07-01,第一党支部,{}\n", name, id_of(number), birth);
    };
    const IntakeReport report = roster.whole(header + row("李明", 1, "1955-06") + row("王强", 3, "1955-07"));
    CHECK(report.exit == Exit::done);
    CHECK(roster.members()[0].birth == Date(1955, 6, 30));
    CHECK(roster.members()[1].birth == Date(1955, 7));
    CHECK_FALSE(says(report.document.findings, "IN-03", 2));
    CHECK(says(report.document.findings, "IN-03", 3));
}

TEST_CASE("in the reject file the errors of a row come first, and each says what it is") {
    Roster roster;
    const IntakeReport report = roster.import("李 明,男,汉族,,中共党员,1980-07-01,1981-07-01,第一党支部,13800000001\n");
    CHECK(report.exit == Exit::invalid_input);
    const std::string reject = content_of(report.reject_file);
    const std::size_t error = reject.find("错误 ");
    const std::size_t warning = reject.find("提醒 ");
    REQUIRE(error != std::string::npos);
    REQUIRE(warning != std::string::npos);
    CHECK(error < warning);
    CHECK(reject.find("IN-08 IN-05") != std::string::npos);
}

TEST_CASE("a dry run tells the plan and writes nothing") {
    Roster roster;
    const IntakeReport report = roster.import(row_of("李明", 1), {.dry_run = true});
    CHECK(report.counts.added == 1);
    CHECK(roster.members().empty());
    CHECK_FALSE(roster.import(row_of("李明", 1)).already);
}

TEST_CASE("what changed is said field by field, and an empty cell takes nothing away") {
    Roster roster;
    CHECK(roster.import(row_of("李明", 1)).counts.added == 1);
    const IntakeReport report = roster.whole("姓名,身份证号码,学历,手机号码\n李明," + id_of(1) + ",大专,\n");
    CHECK(report.counts.changed == 1);
    const Member member = roster.members().front();
    CHECK(member.education != Education::none);
    CHECK(member.phone == "13800000001");
    REQUIRE(report.document.sections.size() == 2);
    CHECK(report.document.sections[1].id == "changes");
    CHECK(report.document.sections[1].rows.size() == 1);
    CHECK(report.document.sections[1].rows[0][4].machine() == code_id(member.education));
}

TEST_CASE("a changed telephone is masked in the answer") {
    Roster roster;
    CHECK(roster.import(row_of("李明", 1)).counts.added == 1);
    const IntakeReport report = roster.import(row_of("李明", 1, "第一党支部", "13900000009"));
    CHECK(report.document.sections.at(1).rows.at(0)[4].machine() == "139****0009");
}

TEST_CASE("another branch for somebody who has one is a transfer, not an import") {
    Roster roster;
    CHECK(roster.import(row_of("李明", 1)).counts.added == 1);
    const IntakeReport report = roster.import(row_of("李明", 1, "第二党支部"));
    CHECK(report.exit == Exit::invalid_input);
    CHECK(says(report.document.findings, "STATE", 2));
    // where the branch was still missing it is filled in
    CHECK(roster.import(row_of("王芳", 2, "")).counts.added == 1);
    CHECK(roster.import(row_of("王芳", 2, "第二党支部")).counts.changed == 1);
}

TEST_CASE("without a branch a member stands at our own level, and that is said") {
    Roster roster;
    const IntakeReport report = roster.import(row_of("李明", 1, ""));
    CHECK(says(report.document.findings, "RC-06", 2));
    CHECK(roster.members().front().branch == LedgerFixture::kOwn);
}

TEST_CASE("a member who left is not changed by a roster") {
    Roster roster;
    CHECK(roster.import(row_of("李明", 1)).counts.added == 1);
    {
        const auto ledger = roster.ledger().write();
        const Member member = ledger->members({})->front();
        Event event = event_of("member_marked");
        event.set.push_back({RecordKind::member, member.id.value, {{"standing", json::Value("left")}}});
        REQUIRE(ledger->append(std::move(event)));
        REQUIRE(ledger->commit());
    }
    const IntakeReport report = roster.import(row_of("李明", 1, "第一党支部", "13900000009"));
    CHECK(says(report.document.findings, "STATE", 2));
    CHECK(report.counts.refused == 1);
}

TEST_CASE("one name and birth date with two numbers, in the file and in the ledger") {
    Roster roster;
    const IntakeReport first = roster.import(row_of("李明", 1) + row_of("李明", 3));
    CHECK(first.exit == Exit::done);
    CHECK(says(first.document.findings, "ID-10", 3));
    CHECK_FALSE(says(first.document.findings, "ID-10", 2));
    CHECK(says(roster.import(row_of("李明", 5)).document.findings, "ID-10", 2));
    CHECK_FALSE(says(roster.import(row_of("李朋", 7)).document.findings, "ID-10", 2));
}

TEST_CASE(
    "what a list does not say of birth and sex the ID number says, and nothing that is recorded is changed by it") {
    constexpr std::string_view kShort = "姓名,身份证号码,政治面貌,入党时间,转正时间,所在党支部\n";
    Roster roster;
    const std::string row = "李明," + id_of(1) + ",中共党员,1980-07-01,1981-07-01,第一党支部\n";
    CHECK(roster.whole(std::string(kShort) + row).exit == Exit::done);
    REQUIRE(roster.members().size() == 1);
    CHECK(roster.members().front().birth == Date(1955, 6, 30));
    CHECK(roster.members().front().sex == Sex::male);
    // The birth date of the file, where that is another one, stays.
    CHECK(roster
              .whole("姓名,身份证号码,出生日期,政治面貌,入党时间,转正时间,所在党支部\n王芳," + id_of(2) +
                     ",1955-07-01,中共党员,1980-07-01,1981-07-01,第一党支部\n")
              .exit == Exit::done);
    CHECK(roster.members().back().birth == Date(1955, 7, 1));
    CHECK(roster.whole(std::string(kShort) + "王芳," + id_of(2) + ",中共党员,1980-07-01,1981-07-01,第一党支部\n")
              .counts.unchanged == 1);
    CHECK(roster.members().back().birth == Date(1955, 7, 1));
}

TEST_CASE("who has left is on no roster: the word for it is no misspelt status") {
    Roster roster;
    const IntakeReport report = roster.whole("姓名,身份证号码,政治面貌,入党时间,转正时间,所在党支部,党员状况\n李明," +
                                             id_of(1) + ",中共党员,1980-07-01,1981-07-01,第一党支部,开除党籍\n");
    CHECK(report.exit == Exit::invalid_input);
    CHECK(says(report.document.findings, "ST-02", 2, "党员状况"));
    CHECK(report.document.findings.front().fix.en.find("--as expelled") != std::string::npos);
}

TEST_CASE("people without an ID number are known by another document") {
    Roster roster;
    const std::string header = "姓名,证件类型,证件号码,政治面貌,入党时间,转正时间,所在党支部\n";
    CHECK(roster.whole(header + "安娜,护照,E12345678,中共党员,1980-07-01,1981-07-01,第一党支部\n").counts.added == 1);
    CHECK(roster.whole(header + "安娜,护照,E12345678,中共党员,1980-07-01,1981-07-02,第一党支部\n").counts.changed == 1);
    const IntakeReport report = roster.whole(header + "安娜,,E12345679,中共党员,1980-07-01,1981-07-01,第一党支部\n");
    CHECK(says(report.document.findings, "IN-08", 2, "证件类型"));
}

TEST_CASE("what is mended is said, and kept mended") {
    Roster roster;
    const IntakeReport report = roster.import(
        "李　明,男,汉," + id_of(1) + ",中共党员,1980年7月,1981.07,第一党支部,+86 138 0000 0001/０５71-80000001\n");
    CHECK(report.exit == Exit::done);
    CHECK(says(report.document.findings, "IN-05", 2, "姓名"));
    CHECK(says(report.document.findings, "MB-02", 2, "民族"));
    CHECK(says(report.document.findings, "IN-03", 2, "入党时间"));
    CHECK(says(report.document.findings, "IN-04", 2, "手机号码"));
    const Member member = roster.members().front();
    CHECK(member.name == "李明");
    CHECK(member.phone == "13800000001、0571-80000001");
    CHECK(member.admission == Date(1980, 7));
}

TEST_CASE("a rule that may be passed is passed with its reason, which the event keeps") {
    Roster roster;
    const IntakeReport report =
        roster.import(row_of("李明", 1) + row_of("李明", 3), {.accept = {{"ID-10", "同名同日生,已核对"}}});
    CHECK(report.exit == Exit::done);
}

TEST_CASE("a cell beyond the header is an error of its row, a column that means nothing is only said") {
    Roster roster;
    const IntakeReport report =
        roster.whole("姓名,身份证号码,政治面貌,所在党支部,序号\n李明," + id_of(1) + ",预备党员,第一党支部,1,多\n");
    CHECK(says(report.document.findings, "IN-07", 2));
    CHECK(says(report.document.findings, "IN-02", 1, "序号"));
    CHECK(report.counts.refused == 1);
}

TEST_CASE("a file without rows is refused") {
    LedgerFixture ledger;
    MemberImport import;
    CHECK(import_error(ledger, import, "member", "姓名,身份证号码\n").code == Exit::invalid_input);
}
