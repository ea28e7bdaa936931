#include "tools/generate/worksheet.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::generate;

namespace {

constexpr Date kOn(2026, 11, 23);

Sheet a_worksheet() {
    Sheet sheet;
    sheet.header = {"转接编号", "介绍信编号", "开具日期", "有效期(天)",    "抬头",     "报到日期", "核实结果",
                    "核实内容", "核实依据",   "处理",     "暂缓/退回原因", "建议支部", "编入支部", "备注"};
    const auto add = [&sheet](std::string no, std::string issued, std::string days, std::string to, std::string on) {
        sheet.rows.push_back({"T1", std::move(no), std::move(issued), std::move(days), std::move(to), std::move(on), "",
                              "", "", "", "", "001001001", "", "留着"});
    };
    const std::string street = "中国共产党江南市临江区望江街道工作委员会";
    add("1号", "2026-11-02", "30", street, "2026-11-17");
    add("2号", "2026-08-24", "60", street, "2026-11-17");
    add("3号", "2026-11-02", "30", "中国共产党江南市临江区望江街道柳岸社区委员会", "2026-11-17");
    add("", "", "", "", "");
    add("5号", "2026-10-24", "30", street, "");
    return sheet;
}

} // namespace

TEST_CASE("generate: a worksheet is filled in as a clerk would") {
    Sheet sheet = a_worksheet();
    const auto counts = fill_worksheet(sheet, kOn, worksheet_titles());
    REQUIRE(counts);
    CHECK(sheet.cell(0, "核实结果") == "符合");
    CHECK(sheet.cell(0, "处理") == "接收");
    CHECK(sheet.cell(0, "编入支部") == "001001001");
    CHECK(sheet.cell(0, "备注") == "留着");
    CHECK(sheet.cell(1, "处理") == "退回");
    CHECK(sheet.cell(1, "暂缓/退回原因").find("有效期") != std::string::npos);
    CHECK(sheet.cell(1, "编入支部").empty());
    CHECK(sheet.cell(2, "处理") == "退回");
    CHECK(sheet.cell(2, "暂缓/退回原因").find("抬头") != std::string::npos);
    CHECK(sheet.cell(3, "处理").empty());
    CHECK(sheet.cell(4, "处理") == "接收"); // the last day of its validity
    CHECK(counts->received == 2);
    CHECK(counts->returned == 2);
    CHECK(counts->left_open == 1);
}

TEST_CASE("generate: a few of many letters are held") {
    Sheet sheet = a_worksheet();
    sheet.rows.assign(80, sheet.rows[0]);
    const auto counts = fill_worksheet(sheet, kOn, worksheet_titles());
    REQUIRE(counts);
    CHECK(counts->held == 2);
    CHECK(sheet.cell(19, "处理") == "暂缓");
    CHECK_FALSE(sheet.cell(19, "暂缓/退回原因").empty());
}

TEST_CASE("generate: another sheet's titles can be given and a missing column is an error") {
    Sheet sheet = a_worksheet();
    sheet.header[9] = "意见";
    CHECK_FALSE(fill_worksheet(sheet, kOn, worksheet_titles()));
    auto titles = worksheet_titles();
    titles["action"] = "意见";
    CHECK(fill_worksheet(sheet, kOn, titles));
    CHECK(sheet.cell(0, "意见") == "接收");
}
