#include "jiezhuan/tabular/csv.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;

namespace {

struct Read {
    std::uint64_t row;
    std::uint64_t line;
    std::vector<std::string> cells;
    bool operator==(const Read&) const = default;
};

std::vector<Read> rows_of(CsvReader& reader) {
    std::vector<Read> rows;
    Row row;
    for (;;) {
        const auto more = reader.next(row);
        REQUIRE_MESSAGE(more.has_value(), more.error().message.zh);
        if (!*more) {
            return rows;
        }
        rows.push_back({row.row, row.line, {row.cells.begin(), row.cells.end()}});
    }
}

std::vector<Read> read(std::string_view text, char separator = ',') {
    CsvReader reader(text, separator, "名册.csv");
    return rows_of(reader);
}

Error error_of(std::string_view text, const Limits& limits = kLimits, char separator = ',') {
    CsvReader reader(text, separator, "名册.csv", limits);
    Row row;
    for (;;) {
        const auto more = reader.next(row);
        if (!more) {
            CHECK(more.error().code == Exit::invalid_input);
            CHECK(more.error().position.file == "名册.csv");
            CHECK(!more.error().hint.empty());
            return more.error();
        }
        REQUIRE(*more);
    }
}

bool readable(std::string_view text, const Limits& limits) {
    CsvReader reader(text, ',', "名册.csv", limits);
    Row row;
    for (;;) {
        const auto more = reader.next(row);
        if (!more || !*more) {
            return more.has_value();
        }
    }
}

} // namespace

TEST_CASE("csv: lines end with LF, CR LF or CR, the last one with nothing") {
    const std::vector<Read> wanted = {{1, 1, {"姓名", "年"}}, {2, 2, {"李明", "1"}}};
    CHECK(read("姓名,年\n李明,1\n") == wanted);
    CHECK(read("姓名,年\r\n李明,1\r\n") == wanted);
    CHECK(read("姓名,年\r李明,1") == wanted);
    CHECK(read("姓名,年\n李明,1") == wanted);
}

TEST_CASE("csv: empty cells stay, blanks belong to the cell") {
    CHECK(read(",, a ,\n") == std::vector<Read>{{1, 1, {"", "", " a ", ""}}});
    CHECK(read("\" a \",\"\"\n") == std::vector<Read>{{1, 1, {" a ", ""}}});
}

TEST_CASE("csv: quotes hold separators, line breaks and doubled quotes") {
    CHECK(read("a,\"b,\"\"c\"\"\r\nd\",e\r\n1,2,3\r\n") ==
          std::vector<Read>{{1, 1, {"a", "b,\"c\"\r\nd", "e"}}, {2, 3, {"1", "2", "3"}}});
    CHECK(read("\"a\rb\"\rc") == std::vector<Read>{{1, 1, {"a\rb"}}, {2, 3, {"c"}}});
}

TEST_CASE("csv: a blank line counts as a row and is passed over") {
    CHECK(read("a\n\n\r\n\"b\"\n\nc") == std::vector<Read>{{1, 1, {"a"}}, {4, 4, {"b"}}, {6, 6, {"c"}}});
}

TEST_CASE("csv: row counts records, line counts lines") {
    CHECK(read("\"a\n\nb\"\nc\n") == std::vector<Read>{{1, 1, {"a\n\nb"}}, {2, 4, {"c"}}});
}

TEST_CASE("csv: other separators") {
    CHECK(read("a\tb,c\t\"d\te\"", '\t') == std::vector<Read>{{1, 1, {"a", "b,c", "d\te"}}});
    CHECK(read("a;b", ';') == std::vector<Read>{{1, 1, {"a", "b"}}});
}

TEST_CASE("csv: rewound, it reads the same again, after an error too") {
    CsvReader reader("a,b\n\"c\",d\n", ',', "f");
    const auto first = rows_of(reader);
    reader.rewind();
    CHECK(rows_of(reader) == first);

    CsvReader broken("a\n\"b", ',', "f");
    Row row;
    CHECK(*broken.next(row));
    CHECK(!broken.next(row).has_value());
    broken.rewind();
    CHECK(*broken.next(row));
    CHECK(row.cells[0] == "a");
    CHECK(!broken.next(row).has_value());
}

TEST_CASE("csv: a quote that never ends is reported where it began") {
    const Error error = error_of("a,b\n\nc,\"d\ne\nf,g\n");
    CHECK(error.position.row == 3);
    CHECK(error.position.column == 2);
    CHECK(error.message.en == "a quote that begins in row 3 (line 3) never ends");
}

TEST_CASE("csv: a misplaced quote is an error, never a guess") {
    CHECK(error_of("a,\"b\"c,d\n").position.column == 2);
    CHECK(error_of("a,5\" x\n").position.column == 2);
    CHECK(error_of("a,b\nx,\"y\" ,z\n").position.row == 2);
}

TEST_CASE("csv: a cell may have 4096 bytes, plain or quoted") {
    const std::string full(4096, 'x');
    CHECK(read("a," + full)[0].cells[1] == full);
    CHECK(read("a,\"" + full + "\"\n")[0].cells[1] == full);
    CHECK(error_of("a," + full + "x,b").position.column == 2);
    CHECK(error_of("a,b\na,\"" + full + "x\"").position.row == 2);
    CHECK(error_of("a,\"" + full + "x\"").position.column == 2);
    CHECK(read("\"" + full + "\",\"" + full + "\"")[0].cells[1] == full);
    // Doubled quotes count once.
    std::string doubled;
    for (int i = 0; i < 4096; ++i) {
        doubled += "\"\"";
    }
    CHECK(read("\"" + doubled + "\"")[0].cells[0].size() == 4096);
    CHECK(error_of("\"" + doubled + "\"\"\"").message.en == "a cell of more than 4096 bytes");
}

TEST_CASE("csv: a quote that swallows the file is found at the cell limit") {
    std::string text = "a,\"b\n";
    for (int i = 0; i < 2000; ++i) {
        text += "x,y\n";
    }
    const Error error = error_of(text);
    CHECK(error.position.row == 1);
    CHECK(error.hint.en.find("quote") != std::string::npos);
}

TEST_CASE("csv: a cell of 10 MB is refused") {
    const std::string huge(10'000'000, 'x'); // NOLINT(bugprone-string-constructor)
    CHECK(error_of("a," + huge).position.column == 2);
    CHECK(error_of("a,\"" + huge).position.column == 2);
    CHECK(error_of("a,\"" + huge + "\"").message.en == "a cell of more than 4096 bytes");
}

TEST_CASE("csv: 128 columns, plain or quoted") {
    const std::string commas(127, ',');
    CHECK(read("a" + commas)[0].cells.size() == 128);
    CHECK(read("\"a\"" + commas)[0].cells.size() == 128);
    CHECK(error_of("a" + commas + ",").position.column == 129);
    CHECK(error_of("\"a\"" + commas + ",").position.column == 129);
    CHECK(error_of("\"a\"" + commas + ",").message.en == "more than 128 columns");
    CHECK(error_of(std::string(1'000'000, ',')).position.column == 129);
}

TEST_CASE("csv: the limit of rows counts blank ones too") {
    Limits three;
    three.rows = 3;
    CHECK(readable("a\n\nb\n", three));
    CHECK(!readable("a\n\nb\nc", three));
    CHECK(error_of("a\n\nb\nc", three).position.row == 4);
    CHECK(kLimits.rows == 12'000'000);
    CHECK(kLimits.file_bytes == 4294967296);
}
