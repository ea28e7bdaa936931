#include "jiezhuan/tabular/table.hpp"

#include "tests/unit/tabular_scratch.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;

namespace {

struct Mapped {
    std::uint64_t row;
    std::string name;
    std::string id;
    std::uint64_t surplus;
    bool operator==(const Mapped&) const = default;
};

Result<Table> open(std::string text, std::string_view schema = "member", TableOptions options = {}) {
    return Table::from_bytes(std::move(text), "名册.csv", import_schema(schema), std::move(options));
}

Table opened(std::string text, std::string_view schema = "member", TableOptions options = {}) {
    auto table = open(std::move(text), schema, std::move(options));
    REQUIRE_MESSAGE(table.has_value(), table.error().message.zh);
    return std::move(*table);
}

Error refused(std::string text, std::string_view schema = "member", TableOptions options = {}) {
    auto table = open(std::move(text), schema, std::move(options));
    REQUIRE(!table.has_value());
    CHECK(table.error().code == Exit::invalid_input);
    CHECK(table.error().position.file == "名册.csv");
    CHECK(!table.error().hint.empty());
    return table.error();
}

std::vector<Mapped> rows_of(Table& table) {
    const std::size_t name = *table.schema().index_of("name");
    const std::size_t id = *table.schema().index_of("citizen_id");
    std::vector<Mapped> rows;
    const auto read = table.for_each([&](const MappedRow& row) {
        rows.push_back({row.row, std::string(row.cells[name]), std::string(row.cells[id]), row.surplus});
    });
    REQUIRE(read.has_value());
    return rows;
}

std::string_view field_at(const Table& table, std::size_t column) {
    const std::size_t field = table.match().field_of[column];
    return field == kNoColumn ? "" : std::string_view(table.schema().columns[field].id);
}

} // namespace

TEST_CASE("table: columns in any order, by any of their names") {
    Table table = opened("身份证号,党员姓名,民族\n1,李明,汉\n2,王芳,回\n");
    CHECK(rows_of(table) == std::vector<Mapped>{{2, "李明", "1", 0}, {3, "王芳", "2", 0}});
    CHECK(table.has(*table.schema().index_of("ethnic")));
    CHECK(!table.has(*table.schema().index_of("sex")));
}

TEST_CASE("table: ids and English titles are headers too") {
    Table table = opened("Citizen ID number;NAME;sex\n1;李明;男\n");
    CHECK(table.separator() == ';');
    CHECK(rows_of(table) == std::vector<Mapped>{{2, "李明", "1", 0}});
}

TEST_CASE("table: titles above the header are passed over") {
    Table table = opened("望江街道,党员名册,,\n\n制表:李,2026年,,\n序号,姓名,公民身份号码,备注\n1,王芳,9,\n");
    CHECK(table.header_row() == 4);
    CHECK(table.titles().size() == 3); // the blank row among them
    CHECK(rows_of(table) == std::vector<Mapped>{{5, "王芳", "9", 0}});
    CHECK(table.match().unknown == std::vector<std::size_t>{0});
}

TEST_CASE("table: the header stands in the first 10 rows") {
    std::string above;
    for (int i = 0; i < 9; ++i) {
        above += "填表\n";
    }
    CHECK(opened(above + "姓名,身份证号\n").header_row() == 10);
    const Error error = refused(above + "填表\n姓名,身份证号\n");
    CHECK(error.message.en.starts_with("IN-02 no header"));
    CHECK(error.message.zh.find("“填表”") != std::string::npos);
}

TEST_CASE("table: separator and encoding are found and can be asked for") {
    Table table = opened("\xD0\xD5\xC3\xFB\t\xC9\xED\xB7\xDD\xD6\xA4\xBA\xC5\r\na,b\t1\r\n"); // 姓名 身份证号
    CHECK(table.separator() == '\t');
    CHECK(table.encoding() == Encoding::gb18030);
    CHECK(table.line_end() == "\r\n");
    CHECK(rows_of(table) == std::vector<Mapped>{{2, "a,b", "1", 0}});
}

TEST_CASE("table: a header with a remark, a mark or blanks is the same header") {
    Table table = opened("\"姓 名\n*\",身份证号码(18位),联系电话（必填）\n李,1,2\n");
    CHECK(field_at(table, 0) == "name");
    CHECK(field_at(table, 1) == "citizen_id");
    CHECK(field_at(table, 2) == "phone");
}

TEST_CASE("table: a header with two meanings means what its values are") {
    CHECK(field_at(opened("姓名,身份证号,人员类别\n李,1,正式党员\n王,2,预备党员\n"), 2) == "stage");
    CHECK(field_at(opened("姓名,身份证号,人员类别\n李,1,退休\n王,2,正式党员\n赵,3,流动\n"), 2) == "category");
    CHECK(field_at(opened("姓名,身份证号,人员类别\n李,1,?\n"), 2) == "category");
    Table both = opened("姓名,身份证号,人员类别,党籍\n李,1,退休,正式\n");
    CHECK(field_at(both, 2) == "category");
    CHECK(field_at(both, 3) == "stage");
}

TEST_CASE("table: two columns for one field are refused and both named") {
    const Error error = refused("姓名,身份证号,序号,身份证号码\n");
    CHECK(error.message.zh == "第 2 列“身份证号”和第 4 列“身份证号码”都是“公民身份号码”");
    CHECK(error.position.row == 1);
    CHECK(error.position.column == 4);
    CHECK(error.position.column_title == "身份证号码");
}

TEST_CASE("table: a missing required column is named, with what is near to it") {
    const Error error = refused("姓名,身分证号码,民族\n李,1,汉\n");
    CHECK(error.message.zh.starts_with("IN-02 缺少必需的列：公民身份号码（文件中相近的表头：“身分证号码”）"));
    CHECK(error.message.zh.find("或 证件号码") != std::string::npos);
    CHECK(error.position.row == 1);
    CHECK(refused("身份证号,民族\n").message.en == "IN-02 required columns are missing: Name");
    CHECK(refused("民族\n", "receipt").message.en.starts_with("IN-02 no header"));
    const Message data = refused("张三,1980-05-01,女\n", "receipt").message; // whose row it is is not repeated
    CHECK(data.en.find("looks like data") != std::string::npos);
    CHECK(data.zh.find("张三") == std::string::npos);
    CHECK(opened("姓名,证件号码\n李,1\n").has(0)); // one of the two ways to know a person is enough
}

TEST_CASE("table: a map says what a form means") {
    const ImportSchema schema = import_schema("member");
    TableOptions options;
    options.map = *parse_column_map(
        "\"人名\" = \"name\"\n\"证 号\" = \"citizen_id\"\n\"身份证号\" = \"\"\n\"没有\" = \"sex\"\n", "m.toml", schema);
    Table table = opened("人名,身份证号,证号\n李明,旧,1\n", "member", options);
    CHECK(rows_of(table) == std::vector<Mapped>{{2, "李明", "1", 0}});
    CHECK(table.match().unknown.empty());
    CHECK(table.match().unused_mappings == std::vector<std::string>{"没有"});
}

TEST_CASE("table: rows of blanks are passed over, short rows are filled, longer ones are marked") {
    Table table = opened("姓名,身份证号,备注,,\n李,1\n,,,,\n　, ,\n王,2,x,,\n赵,3,x,,多\n孙,4,x,,,,,多\n");
    CHECK(rows_of(table) ==
          std::vector<Mapped>{{2, "李", "1", 0}, {5, "王", "2", 0}, {6, "赵", "3", 5}, {7, "孙", "4", 8}});
}

TEST_CASE("table: the columns of a reject file are not read, nor counted as surplus") {
    Table table = opened("姓名,身份证号,#row,#rule,#reason,#fix\n李,1,2,ID-01,身份证号不对,核对\n王,2,3,,,,多\n");
    CHECK(rows_of(table) == std::vector<Mapped>{{2, "李", "1", 0}, {3, "王", "2", 7}});
    CHECK(table.match().unknown.empty());
}

TEST_CASE("table: a place is the clerk's own column") {
    Table table = opened("序号,姓名 ,身份证号\n1,李,9\n");
    CHECK(table.position(2, *table.schema().index_of("name")) == Position{"名册.csv", 2, 2, "姓名"});
    CHECK(table.position(2, *table.schema().index_of("sex")) == Position{"名册.csv", 2, 0, "性别"});
    CHECK(table.position_of_column(2, 7) == Position{"名册.csv", 2, 7, ""});
    CHECK(table.position_of_column(2, 0) == Position{"名册.csv", 2, 0, ""});
}

TEST_CASE("table: rewound, it gives the same rows, and may be moved") {
    Table table = opened("姓名,身份证号\n\"李\n明\",1\n王,2\n");
    const auto first = rows_of(table);
    Table moved = std::move(table);
    CHECK(rows_of(moved) == first);
    MappedRow row;
    moved.rewind();
    CHECK(*moved.next(row));
    CHECK(row.original[0] == "李\n明");
    CHECK(*moved.next(row));
    CHECK(row.line == 4);
    CHECK(!*moved.next(row));
}

TEST_CASE("table: an error of reading names the row even behind a good header") {
    Table table = opened("姓名,身份证号\n李,1\n\"王,2\n");
    const auto read = table.for_each([](const MappedRow&) {});
    REQUIRE(!read.has_value());
    CHECK(read.error().position.row == 3);
}

TEST_CASE("table: the size of a file is limited before it is read") {
    const Scratch directory;
    const std::string path = directory.write("a.csv", "姓名,身份证号\n李,1\n");
    TableOptions options;
    options.limits.file_bytes = 26;
    CHECK(Table::open(path, import_schema("member"), options).has_value());
    options.limits.file_bytes = 25;
    CHECK(Table::open(path, import_schema("member"), options).error().code == Exit::invalid_input);
    CHECK(Table::open(path + "x", import_schema("member")).error().code == Exit::not_found);
}

TEST_CASE("table: a file above 4 GiB is refused without being read") {
    const Scratch scratch;
    const std::string path = scratch.write("a.csv", "");
    std::filesystem::resize_file(path, kLimits.file_bytes + 1); // a hole: takes no space
    const auto table = Table::open(path, import_schema("member"));
    REQUIRE(!table.has_value());
    CHECK(table.error().message.en.find("larger than the limit of 4096 MiB") != std::string::npos);
}
