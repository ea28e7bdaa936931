#include "report_sample.hpp"

#include "jiezhuan/base/text.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::test;

namespace {

Finding at_row(std::uint64_t row) {
    Finding finding;
    finding.rule = "ID-05";
    finding.position = {"移交.csv", row, 3, "身份证号"};
    finding.message = Text("身份证号重复", "the number occurs twice");
    return finding;
}

Finding about(const std::string& subject) {
    Finding finding;
    finding.rule = "LT-08";
    finding.severity = Severity::warning;
    finding.subject = subject;
    finding.message = Text("介绍信已过有效期", "the letter has expired");
    return finding;
}

} // namespace

TEST_CASE("report findings: one statement with its place, and what to do") {
    Finding finding = at_row(14);
    finding.fix = Text("删去一行", "delete one row");
    CHECK(render_findings({finding}, in(Format::table)) ==
          "错误 ID-05 文件“移交.csv”第 14 行，第 3 列（身份证号）：身份证号重复\n"
          "     怎么办：删去一行\n");
    CHECK(render_findings({finding}, in(Format::table, Lang::en)) ==
          "error ID-05 file '移交.csv', row 14, column 3 (身份证号): the number occurs twice\n"
          "      to fix: delete one row\n");
}

TEST_CASE("report findings: the same statement is said once, with its rows") {
    const Findings findings = {at_row(12), at_row(4), at_row(9), at_row(9)};
    CHECK(render_findings(findings, in(Format::table, Lang::en)) ==
          "error ID-05 file '移交.csv', column 3 (身份证号) (3 rows: 4, 9, 12): the number occurs twice\n");
    CHECK(render_findings(findings, in(Format::table)) ==
          "错误 ID-05 文件“移交.csv”第 3 列（身份证号）（3 行：4、9、12）：身份证号重复\n");
}

TEST_CASE("report findings: of more than ten rows the first ten and the count of all") {
    Findings findings;
    for (std::uint64_t row = 1; row <= 10; ++row) {
        findings.push_back(at_row(row));
    }
    CHECK(render_findings(findings, in(Format::table, Lang::en)).find("(10 rows: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10):") !=
          std::string::npos);
    findings.push_back(at_row(11));
    CHECK(render_findings(findings, in(Format::table, Lang::en)).find("(11 rows: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …):") !=
          std::string::npos);
}

TEST_CASE("report findings: the same statement about several records names them") {
    CHECK(render_findings({about("T3"), about("T1")}, in(Format::table)) ==
          "提醒 LT-08（2 处：T1、T3）：介绍信已过有效期\n");
    CHECK(render_findings({about(""), about("")}, in(Format::table, Lang::en)) ==
          "warning LT-08 (2 times): the letter has expired\n");
}

TEST_CASE("report findings: whose command it is makes no other statement") {
    Finding first = about("T1");
    first.fix = Message("dues record M9", "dues record M9");
    first.named = {"M9"};
    Finding second = about("T3");
    second.fix = Message("dues record M94", "dues record M94");
    second.named = {"M94"};
    CHECK(render_findings({first, second}, in(Format::table, Lang::en)) ==
          "warning LT-08 (2: T1, T3): the letter has expired\n"
          "        to fix: dues record NUMBER\n");
    CHECK(render_findings({second}, in(Format::table, Lang::en)).find("dues record M94") != std::string::npos);
}

TEST_CASE("report findings: different values are different statements") {
    Finding other = at_row(5);
    other.message = Text("身份证号缺失", "the number is missing");
    const std::string out = render_findings({at_row(4), other}, in(Format::table, Lang::en));
    CHECK(out.find("row 4") != std::string::npos);
    CHECK(out.find("row 5") != std::string::npos);
}

TEST_CASE("report findings: worst first") {
    const std::string out = render_findings({about("T1"), at_row(4)}, in(Format::table));
    CHECK(out.find("ID-05") < out.find("LT-08"));
}

TEST_CASE("report findings: long ones are broken at the width of the terminal, under themselves") {
    RenderOptions options = in(Format::table);
    options.width = 40;
    CHECK(render_findings({at_row(14)}, options) == "错误 ID-05 文件“移交.csv”第 14 行，第 3\n"
                                                    "     列（身份证号）：身份证号重复\n");
}

TEST_CASE("report findings: errors red, warnings yellow") {
    RenderOptions options = in(Format::table, Lang::en);
    options.colour = true;
    const std::string out = render_findings({about("T1"), at_row(4)}, options);
    CHECK(out.starts_with("\x1b[31merror\x1b[0m ID-05"));
    CHECK(out.find("\n\x1b[33mwarning\x1b[0m LT-08") != std::string::npos);
}

TEST_CASE("report findings: the user's text is made visible") {
    Finding finding = about("T1");
    finding.message = {"\x1b[2J", "\x1b[2J"};
    finding.position.file = "a\nb.csv";
    const std::string out = render_findings({finding}, in(Format::table));
    CHECK(out == "提醒 LT-08 T1 文件“a\\nb.csv”：\\x1b[2J\n");
}
