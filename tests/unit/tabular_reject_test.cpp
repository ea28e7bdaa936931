#include "jiezhuan/tabular/reject.hpp"

#include "tests/unit/tabular_scratch.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

using namespace jiezhuan;

namespace {

Table opened(std::string bytes, const TableOptions& options = {}) {
    auto table = Table::from_bytes(std::move(bytes), "名册.csv", import_schema("member"), options);
    REQUIRE_MESSAGE(table.has_value(), table.error().message.zh);
    return std::move(*table);
}

std::string reject(Table& table, const std::vector<RejectNote>& notes, RejectRows rows) {
    auto text = reject_file(table, notes, rows);
    REQUIRE(text.has_value());
    return *text;
}

const std::string kFile = "望江街道,\n姓名,身份证号\n=李,1\n\n\"王,\"\"芳\",2\n赵,3\n";

} // namespace

TEST_CASE("reject: the clerk's own rows with what is wrong beside them") {
    Table table = opened(kFile);
    CHECK(reject(table, {{5, "ID-02", "校验位错误", "核对"}}, RejectRows::all) ==
          "望江街道,\n"
          "姓名,身份证号,#row,#rule,#reason,#fix\n"
          "=李,1,3,,,\n"
          "\n"
          "\"王,\"\"芳\",2,5,ID-02,校验位错误,核对\n"
          "赵,3,6,,,\n");
}

TEST_CASE("reject: blank rows keep their places, above the header too") {
    Table table = opened("名册\n\n,,\n姓名,身份证号\n\n,\n李,1\n");
    const std::string text = reject(table, {{7, "A", "b", "c"}}, RejectRows::all);
    CHECK(text == "名册\n\n,,\n姓名,身份证号,#row,#rule,#reason,#fix\n\n\n李,1,7,A,b,c\n");
    Table again = opened(text);
    CHECK(again.header_row() == 4);
    CHECK(reject(again, {{7, "A", "b", "c"}}, RejectRows::all) == text);
}

TEST_CASE("reject: after a partial import only what was not applied") {
    Table table = opened(kFile);
    CHECK(reject(table, {{3, "A", "b", "c"}, {6, "D", "e,e", "f"}}, RejectRows::noted) ==
          "望江街道,\n姓名,身份证号,#row,#rule,#reason,#fix\n=李,1,3,A,b,c\n赵,3,6,D,\"e,e\",f\n");
}

TEST_CASE("reject: it is imported again, and its notes are replaced") {
    Table table = opened(kFile);
    Table again = opened(reject(table, {{3, "A", "b", "c"}}, RejectRows::noted));
    CHECK(again.header_row() == 2);
    CHECK(reject(again, {{3, "X", "y", "z"}}, RejectRows::all) ==
          "望江街道,\n姓名,身份证号,#row,#rule,#reason,#fix\n=李,1,3,X,y,z\n");
}

TEST_CASE("reject: separator, line ends and encoding stay") {
    const std::string gbk = "\xD0\xD5\xC3\xFB\t\xC9\xED\xB7\xDD\xD6\xA4\xBA\xC5\r\n\xC0\xEE\t1\r\n";
    Table table = opened(gbk);
    CHECK(reject(table, {{2, "R", "李", ""}}, RejectRows::all) ==
          "\xD0\xD5\xC3\xFB\t\xC9\xED\xB7\xDD\xD6\xA4\xBA\xC5\t#row\t#rule\t#reason\t#"
          "fix\r\n\xC0\xEE\t1\t2\tR\t\xC0\xEE\t\r\n");
    Table marked = opened("\xEF\xBB\xBF姓名,身份证号\n李,1\n");
    CHECK(reject(marked, {}, RejectRows::all).starts_with("\xEF\xBB\xBF姓名"));
}

TEST_CASE("reject: short rows are filled and no surplus cell is lost") {
    Table table = opened("姓名,身份证号,备注\n李\n王,2,x,,多\n");
    const std::string text = reject(table, {}, RejectRows::all);
    CHECK(text == "姓名,身份证号,备注,,,#row,#rule,#reason,#fix\n李,,,,,2,,,\n王,2,x,,多,3,,,\n");
    Table again = opened(text);
    MappedRow row;
    CHECK(*again.next(row));
    CHECK(row.surplus == 0);
    CHECK(*again.next(row));
    CHECK(row.surplus == 5); // still to be mended
}

TEST_CASE("reject: a character that the encoding lacks is an error") {
    TableOptions gbk;
    gbk.encoding = Encoding::gbk;
    Table table = opened("\xD0\xD5\xC3\xFB,\xC9\xED\xB7\xDD\xD6\xA4\xBA\xC5\n\xC0\xEE,1\n", gbk);
    const auto text = reject_file(table, std::vector<RejectNote>{{2, "R", "𠮷", ""}}, RejectRows::all);
    REQUIRE(!text.has_value());
    CHECK(text.error().code == Exit::invalid_input);
    CHECK(text.error().context.size() == 1);
}

TEST_CASE("reject: a note that fits no row is a bug, not lost") {
    Table table = opened(kFile);
    const auto with = [&](std::vector<RejectNote> notes) { return reject_file(table, notes, RejectRows::all); };
    CHECK_THROWS_AS(static_cast<void>(with({{4, "A", "b", "c"}})), Bug);
    CHECK_THROWS_AS(static_cast<void>(with({{6, "A", "b", "c"}, {3, "A", "b", "c"}})), Bug);
}
