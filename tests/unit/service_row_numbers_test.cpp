#include "jiezhuan/service/intake/row_numbers.hpp"

#include <doctest/doctest.h>
#include <initializer_list>

namespace jiezhuan {
namespace {

std::string text_of(std::initializer_list<std::int64_t> numbers) {
    RowNumbers rows;
    for (const std::int64_t number : numbers) {
        rows.add(number);
    }
    return rows.text();
}

} // namespace

TEST_CASE("rows of a file are written in ranges, in whatever order they come") {
    CHECK(text_of({}).empty());
    CHECK(text_of({7}) == "7");
    CHECK(text_of({3, 7, 8, 9}) == "3,7-9");
    CHECK(text_of({9, 3, 7, 8, 8}) == "3,7-9");
    CHECK(text_of({2, 1, 4, 3}) == "1-4");
    CHECK(text_of({5, 3, 4}) == "3-5");
}

TEST_CASE("rows of a file are read as they were written") {
    const RowNumbers rows = RowNumbers::of("3,7-9,12");
    CHECK(rows.text() == "3,7-9,12");
    for (const std::int64_t in : {3, 7, 8, 9, 12}) {
        CHECK(rows.has(in));
    }
    for (const std::int64_t out : {1, 2, 4, 6, 10, 11, 13}) {
        CHECK_FALSE(rows.has(out));
    }
    CHECK(RowNumbers::of("").empty());
}

} // namespace jiezhuan
