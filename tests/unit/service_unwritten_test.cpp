#include "jiezhuan/service/intake/closing_rows.hpp"
#include "jiezhuan/service/records/unwritten.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;

TEST_CASE("ids that were not written: a subject is a name, a mention a row, and their commands are left out") {
    UnwrittenIds ids(20);
    ids.given_to(3, 23);
    ids.given_to(5, 26);
    Finding finding{"LT-08",
                    Severity::warning,
                    "T23 王八斤",
                    {},
                    Message("与 T24、M12 相同，不是“T25”", "as T24 and M22, not 'T25'"),
                    Message("退回原单位：jiezhuan transfer return T23 --reason 原因", "jiezhuan member show M12")};
    ids.take_out(finding);
    CHECK(finding.subject == "王八斤");
    CHECK(finding.message.zh == "与 第 5 行、M12 相同，不是“T25”");
    CHECK(finding.message.en == "as row 5 and row 3, not 'T25'");
    CHECK(finding.fix.zh == "退回原单位");
    CHECK(finding.fix.en == "jiezhuan member show M12");
    CHECK(ids.without("M12 李明") == "M12 李明");

    Document document;
    document.headline = Message("已登记转接 T30", "transfer T30 was opened");
    document.next = {Message("jiezhuan transfer show T30", "jiezhuan transfer show T30"),
                     Message("jiezhuan member show M19", "jiezhuan member show M19")};
    RowSet rows;
    rows.columns = {{"id", Text{"编号", "ID"}, ColumnType::id}, {"name", Text{"姓名", "Name"}, ColumnType::text}};
    rows.rows = {{"T30", "T30"}, {"T19", "李明"}};
    document.sections = {rows};
    ids.take_out(document);
    CHECK(document.headline.zh == "已登记转接");
    CHECK(document.headline.en == "transfer was opened");
    REQUIRE(document.next.size() == 1);
    CHECK(document.sections[0].rows[0][0].absent());
    CHECK(document.sections[0].rows[0][1].machine() == "T30");
    CHECK(document.sections[0].rows[1][0].machine() == "T19");
}

TEST_CASE("rows that close a list: sums, signatures and dates, but nobody with a number") {
    const auto closes = [](std::vector<std::string_view> cells) {
        MappedRow row;
        row.original = cells;
        return closing_row(row, ColumnMatch()).has_value();
    };
    CHECK(closes({"合 计：", "", "12"}));
    CHECK(closes({"", "填表人：王芳", "", "审核人：李红"}));
    CHECK(closes({"移交人（签字）：", ""}));
    CHECK(closes({"制表人", "王芳"}));
    CHECK(closes({"", "2026年11月20日", ""}));
    CHECK_FALSE(closes({"王芳", "", ""}));
    CHECK_FALSE(closes({"1", "", ""}));
    CHECK_FALSE(closes({"2026年11月20日", "王芳"}));
    CHECK_FALSE(closes({"审核员王芳", "1"}));
    CHECK_FALSE(closes({"合计", "110000196003020043"}));
}
