#include "jiezhuan/tabular/csv_writer.hpp"

#include "jiezhuan/tabular/csv.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace jiezhuan;

namespace {

std::string row(std::vector<std::string_view> cells, const CsvStyle& style = {}) {
    std::string out;
    append_csv_row(out, cells, style);
    return out;
}

} // namespace

TEST_CASE("csv writer: quotes only where they must be") {
    CHECK(row({"姓名", "a b", ""}) == "姓名,a b,\r\n");
    CHECK(row({"a,b", "c\"d", "e\nf", "g\rh"}) == "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\"\r\n");
    CHECK(row({"a,b", "c;d"}, {';', "\n", Guard::none}) == "a,b;\"c;d\"\n");
}

TEST_CASE("csv writer: one empty cell is no blank line") {
    const std::string line = row({""});
    CHECK(line == "\"\"\r\n");
    CsvReader reader(line, ',', "f");
    Row read;
    CHECK(*reader.next(read));
    CHECK(read.cells.size() == 1);
}

TEST_CASE("csv writer: formulas are disarmed only when asked for") {
    const CsvStyle guarded{',', "\n", Guard::formulas};
    CHECK(row({"=1+1", "+8613", "-5", "@x", "\tz", "a=b"}, guarded) == "'=1+1,'+8613,'-5,'@x,'\tz,a=b\n");
    CHECK(row({"=a,b"}, guarded) == "\"'=a,b\"\n");
    CHECK(row({"=1+1"}, {',', "\n", Guard::none}) == "=1+1\n");
}
