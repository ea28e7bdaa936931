#include "report_sample.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <set>

using namespace jiezhuan;
using namespace jiezhuan::test;

namespace {

Error import_error() {
    return Error{Exit::invalid_input,
                 Text("不是身份证号", "no citizen ID number"),
                 Text("请核对", "check it"),
                 {"x.csv", 14, 3, "身份证号"},
                 {Text("在读取第 14 行时", "while reading row 14"), Text("在导入时", "while importing")}};
}

} // namespace

TEST_CASE("report error: place, message, what was being done, what to do") {
    CHECK(render_error(import_error(), in(Format::table)) ==
          "错误：文件“x.csv”第 14 行，第 3 列（身份证号）：不是身份证号\n"
          "  在读取第 14 行时\n"
          "  在导入时\n"
          "提示：请核对\n");
    CHECK(render_error(import_error(), in(Format::table, Lang::en)) ==
          "error: file 'x.csv', row 14, column 3 (身份证号): no citizen ID number\n"
          "  while reading row 14\n"
          "  while importing\n"
          "hint: check it\n");
}

TEST_CASE("report error: what is not known is left out") {
    Error error{Exit::not_found, Text("没有 T9", "there is no T9"), {}, {}, {}};
    CHECK(render_error(error, in(Format::table)) == "错误：没有 T9\n");
    error.position.row = 3;
    CHECK(render_error(error, in(Format::table)) == "错误：第 3 行：没有 T9\n");
    error.position = {"", 0, 0, "姓名"};
    CHECK(render_error(error, in(Format::table, Lang::en)) == "error: column '姓名': there is no T9\n");
}

TEST_CASE("report error: without a message the exit code speaks") {
    CHECK(render_error(Error{Exit::out_of_memory, {}, {}, {}, {}}, in(Format::table)) == "错误：内存不足\n");
}

TEST_CASE("report error: red where colours are wanted, and nothing of the user's raw") {
    RenderOptions options = in(Format::table, Lang::en);
    options.colour = true;
    const Error error{Exit::usage, {"\x1b[1m", "\x1b[1m"}, {}, {}, {}};
    CHECK(render_error(error, options) == "\x1b[31merror\x1b[0m: \\x1b[1m\n");
}

TEST_CASE("report error: one line of JSON") {
    CHECK(render_error(import_error(), in(Format::json, Lang::en)) ==
          R"({"schema":"jiezhuan/error/1","code":3,"kind":"invalid_input","message":"no citizen ID number",)"
          R"("hint":"check it","file":"x.csv","row":14,"column":3,)"
          R"("context":["while reading row 14","while importing"]})"
          "\n");
    const Error bare{Exit::busy, Text("忙", "busy"), {}, {}, {}};
    CHECK(render_error(bare, in(Format::json)) ==
          R"({"schema":"jiezhuan/error/1","code":11,"kind":"busy","message":"忙",)"
          R"("hint":null,"file":null,"row":null,"column":null,"context":[]})"
          "\n");
}

TEST_CASE("result: every exit code has one name, and names are not shared") {
    std::set<int> codes;
    std::set<std::string_view> names;
    for (const ExitName& name : exit_names()) {
        CHECK(codes.insert(static_cast<int>(name.exit)).second);
        CHECK(names.insert(name.id).second);
        CHECK(exit_name(name.exit) == name.id);
        CHECK(!exit_title(name.exit).zh.empty());
    }
    CHECK(codes.size() == 23);
    CHECK_THROWS_AS(static_cast<void>(exit_name(static_cast<Exit>(99))), Bug);
}
