#include "jiezhuan/tabular/header.hpp"

#include "jiezhuan/tabular/column_map.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;

TEST_CASE("header: blanks, line breaks, widths and marks do not matter") {
    CHECK(folded_header(" 身份证\r\n号码 (必填)") == "身份证号码");
    CHECK(folded_header("*姓　名") == "姓名");
    CHECK(folded_header("姓名*") == "姓名");
    CHECK(folded_header("姓\u00A0名(必填)*") == "姓名");
    CHECK(folded_header("Ｎａｍｅ") == "name");
    CHECK(folded_header("\xEF\xBB\xBF姓名") == "姓名");
    CHECK(folded_header("*") == "*");
    CHECK(folded_header("") == "");
}

TEST_CASE("header: a remark at the end can be left out") {
    CHECK(without_remark("身份证号码(18位)") == "身份证号码");
    CHECK(without_remark("姓名") == "");
    CHECK(without_remark("(注)") == "");
}

TEST_CASE("header: the columns of a reject file") {
    CHECK(is_reject_column(folded_header(" #Row ")));
    CHECK(is_reject_column("#fix"));
    CHECK(!is_reject_column("#remarks"));
}

TEST_CASE("column map: headers to field ids") {
    const ImportSchema schema = import_schema("member");
    const auto map = parse_column_map("\"证 号\" = \"citizen_id\"\n\"多余\" = \"\"\n", "map.toml", schema);
    REQUIRE(map.has_value());
    REQUIRE(map->size() == 2);
    for (const ColumnMapping& each : *map) {
        CHECK(each.column == (each.header == "多余" ? std::nullopt : schema.index_of("citizen_id")));
        CHECK(each.key == (each.header == "多余" ? "多余" : "证号"));
    }
}

TEST_CASE("column map: a column is named by its id, its title, or a spelling that means nothing else") {
    const ImportSchema schema = import_schema("member");
    const auto meant = [&](std::string_view word) {
        const auto map = parse_column_map("\"甲\" = \"" + std::string(word) + "\"", "map.toml", schema);
        return map ? map->front().column : std::nullopt;
    };
    for (std::size_t index = 0; index < schema.columns.size(); ++index) {
        CHECK(meant(schema.columns[index].id) == index);
        CHECK(meant(schema.columns[index].title.zh) == index);
        CHECK(meant(schema.columns[index].title.en) == index);
    }
    CHECK(meant("身份证号") == schema.index_of("citizen_id"));
    CHECK(meant("什么") == std::nullopt);
}

TEST_CASE("column map: what is wrong is said with its place") {
    const ImportSchema schema = import_schema("member");
    const auto error = [&](std::string_view text) {
        const auto map = parse_column_map(text, "map.toml", schema);
        REQUIRE(!map.has_value());
        CHECK(map.error().code == Exit::usage);
        CHECK(map.error().position.file == "map.toml");
        return map.error();
    };
    const Error unknown = error("\"甲\" = \"name\"\n\"乙\" = \"citizen_if\"\n");
    CHECK(unknown.position.row == 2);
    CHECK(unknown.message.en == "there is no column 'citizen_if'");
    CHECK(unknown.hint.en.find("citizen_id") != std::string::npos);
    CHECK(error("甲 = \"name\"").message.zh.find("TOML") != std::string::npos);
    CHECK(error("\"甲\" = 3").message.en == "a column is named in quotation marks");
    CHECK(error("\"甲\" = \"name\"\n\"甲 \" = \"sex\"").message.en.find("stands twice") != std::string::npos);
    CHECK(read_column_map("/nonexistent/map.toml", schema).error().code == Exit::not_found);
}
