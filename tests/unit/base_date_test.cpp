#include "jiezhuan/base/date.hpp"

#include <doctest/doctest.h>
#include <limits>

using namespace jiezhuan;

TEST_CASE("date: a sum of days stops at the first and the last day that a date can be") {
    CHECK(Date(2026, 11, 23).plus_days(30) == Date(2026, 12, 23));
    CHECK(Date(2026, 11, 23).plus_days(-30) == Date(2026, 10, 24));
    CHECK(Date(2199, 12, 30).plus_days(1) == Date(2199, 12, 31));
    CHECK(Date(2199, 12, 30).plus_days(2) == Date(2199, 12, 31));
    CHECK(Date(1850, 1, 1).plus_days(-1) == Date(1850, 1, 1));
    for (const std::int64_t far : {std::int64_t{999'999}, std::numeric_limits<std::int64_t>::max()}) {
        CHECK(Date(2026, 11, 23).plus_days(far) == Date(2199, 12, 31));
        CHECK(Date(2026, 11, 23).plus_days(-far) == Date(1850, 1, 1));
    }
    CHECK(Date::from_days(std::numeric_limits<std::int64_t>::min()) == Date(1850, 1, 1));
}

TEST_CASE("date: a sum of months stops there too, and keeps its precision") {
    CHECK(Date(2026, 3, 31).plus_months(1) == Date(2026, 4, 30));
    CHECK(Date(2026, 3).plus_months(-3) == Date(2025, 12));
    CHECK(Date(2199, 11, 30).plus_months(1) == Date(2199, 12, 30));
    for (const int far : {3'000, std::numeric_limits<int>::max()}) {
        CHECK(Date(2026, 3, 31).plus_months(far) == Date(2199, 12, 31));
        CHECK(Date(2026, 3).plus_months(far) == Date(2199, 12));
        CHECK(Date(2026, 3, 31).plus_months(-far) == Date(1850, 1, 1));
        CHECK(Date(2026, 3).plus_months(-far) == Date(1850, 1));
    }
}
