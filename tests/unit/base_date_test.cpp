#include "jiezhuan/base/date.hpp"
#include "jiezhuan/base/no_such_day.hpp"

#include <doctest/doctest.h>
#include <limits>

using namespace jiezhuan;

TEST_CASE("date: whole months are those that are over") {
    const auto whole = [](const char* a, const char* b) {
        return whole_months_between(Date::parse(a).value(), Date::parse(b).value());
    };
    CHECK(whole("2026-03-31", "2026-05-01") == 1);
    CHECK(whole("2026-03-31", "2026-04-30") == 1); // a month without a 31st
    CHECK(whole("2026-03-31", "2026-04-29") == 0);
    CHECK(whole("2020-02-01", "2026-11-30") == 81);
    CHECK(whole("2020-02-01", "2026-12-01") == 82);
    CHECK(whole("2026-03", "2026-04-29") == 0); // any day of March
}

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

TEST_CASE("date: of a day that no month has it is said so, of anything else nothing") {
    for (const char* const text : {"2026-02-30", "2026/2/30", "20260230", "2026年2月30日", "２０２６-02-30"}) {
        CAPTURE(text);
        REQUIRE(no_such_day(text));
        CHECK(no_such_day(text)->zh == "没有这一天：2026-02 只到 28 日");
    }
    CHECK(no_such_day("2026-13-01")->zh == "没有 13 月");
    for (const char* const text : {"2026-02-28", "2026-02", "开春", "", "2026-1-1-1", "123456-02-30"}) {
        CAPTURE(text);
        CHECK_FALSE(no_such_day(text));
    }
}
