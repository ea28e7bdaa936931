#include "tools/generate/sheet.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan::generate;

TEST_CASE("generate: a sheet is written as Excel writes it and read back") {
    Sheet sheet;
    sheet.header = {"姓名", "备注"};
    sheet.rows = {{"李明", "甲,乙"}, {"王\"小\"二", "两\r\n行"}, {"", ""}};
    const std::string csv = sheet.csv();
    CHECK(csv.starts_with("姓名,备注\r\n李明,\"甲,乙\"\r\n\"王\"\"小\"\"二\","));
    const auto back = parse_sheet("\xEF\xBB\xBF" + csv);
    REQUIRE(back);
    CHECK(back->header == sheet.header);
    CHECK(back->rows[0] == sheet.rows[0]);
    CHECK(back->rows[1] == sheet.rows[1]);
    CHECK(back->rows.size() == 3);
}

TEST_CASE("generate: title rows are as wide as the header and count in the row numbers") {
    Sheet sheet;
    sheet.titles = {"名册"};
    sheet.header = {"a", "b", "c"};
    sheet.rows = {{"1", "2", "3"}};
    CHECK(sheet.csv() == "名册,,\r\na,b,c\r\n1,2,3\r\n");
    CHECK(sheet.shown_row(0) == 3);
}

TEST_CASE("generate: a character that GBK lacks is an error and GB18030 has it") {
    CHECK_FALSE(encoded("陈㛃", FileEncoding::gbk));
    CHECK(encoded("李喆", FileEncoding::gbk) == std::string("\xC0\xEE\x86\xB4"));
    CHECK(encoded("陈㛃", FileEncoding::gb18030));
    CHECK(encoded("a", FileEncoding::utf8_bom) == std::string("\xEF\xBB\xBF"
                                                              "a"));
}

TEST_CASE("generate: a row with more cells than the header is refused") {
    CHECK_FALSE(parse_sheet("a,b\r\n1,2,3\r\n"));
    CHECK_FALSE(parse_sheet(""));
}
