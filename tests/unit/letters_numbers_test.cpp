#include "jiezhuan/letters/number_pattern.hpp"
#include "jiezhuan/letters/numerals.hpp"
#include "tests/support/read_capital.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace jiezhuan;
using testing::read_capital;
using testing::ReadNumeral;

namespace {

NumberPattern pattern(std::string_view text) {
    auto parsed = NumberPattern::parse(text);
    REQUIRE(parsed);
    return *parsed;
}

} // namespace

TEST_CASE("letters numerals: years, months and days in capitals") {
    CHECK(capital_year(2026) == "贰零贰陆");
    CHECK(capital_month(11) == "壹拾壹");
    CHECK(capital_month(11, {.tens_prefix_yi = false, .zero_before_month = false}) == "拾壹");
    CHECK(capital_month(1, {.tens_prefix_yi = true, .zero_before_month = true}) == "零壹");
    CHECK(capital_month(10, {.tens_prefix_yi = true, .zero_before_month = true}) == "零壹拾");
    CHECK(capital_month(3, {.tens_prefix_yi = true, .zero_before_month = true}) == "叁");
    CHECK(capital_days(90) == "玖拾");
    CHECK(capital_days(15) == "壹拾伍");
    CHECK(capital_days(15, {.tens_prefix_yi = false, .zero_before_month = false}) == "拾伍");
    CHECK(capital_days(105) == "壹佰零伍");
    CHECK(capital_days(110, {.tens_prefix_yi = false, .zero_before_month = false}) == "壹佰壹拾");
    CHECK_THROWS_AS((void)capital_days(0), Bug);
}

TEST_CASE("letters numerals: what was written is read back, and whether in capitals") {
    CHECK(read_capital("玖拾") == ReadNumeral{90, true});
    CHECK(read_capital(" 九十 ") == ReadNumeral{90, false});
    CHECK(read_capital("９０") == ReadNumeral{90, false});
    CHECK(read_capital("二〇二六") == ReadNumeral{2026, false});
    CHECK(read_capital("贰零贰陆") == ReadNumeral{2026, true});
    CHECK(read_capital("十五") == ReadNumeral{15, false});
    CHECK(read_capital("零壹拾") == ReadNumeral{10, true});
    CHECK(read_capital("玖十") == ReadNumeral{90, false});
    for (const char* wrong : {"", "拾拾", "拾佰", "佰", "壹贰拾", "拾零", "九十天", "12345", "\xff"}) {
        CAPTURE(wrong);
        CHECK_FALSE(read_capital(wrong));
    }
}

TEST_CASE("letters numerals: every number written is read back the same") {
    for (const bool yi : {false, true}) {
        for (const bool zero : {false, true}) {
            const NumeralStyle style{yi, zero};
            for (int days = 1; days <= 999; ++days) {
                CHECK(read_capital(capital_days(days, style)) == ReadNumeral{days, true});
            }
            for (int month = 1; month <= 12; ++month) {
                CHECK(read_capital(capital_month(month, style)) == ReadNumeral{month, true});
            }
        }
    }
    CHECK(read_capital(capital_year(2000)) == ReadNumeral{2000, true});
}

TEST_CASE("letters number pattern: formats and reads back") {
    CHECK(*pattern("{yyyy}{seq:04}").format(2026, 0, 12) == "20260012");
    CHECK(*pattern("{yyyy}{seq:04}").format(2026, 0, 12345) == "202612345");
    CHECK(*pattern("{yy}{unit:02}{seq:03}").format(2012, 1, 1) == "1201001");
    CHECK(*pattern("组转〔{yyyy}〕{seq}号").format(2026, 0, 7) == "组转〔2026〕7号");
    CHECK(pattern("{yy}{unit:02}{seq:03}").match("12011234") == LetterNumber{2012, 1, 1234});
    CHECK(pattern("{unit}-{seq}").match("123-4567") == LetterNumber{0, 123, 4567});
    CHECK(pattern("{seq:03}{yy}").match("01226") == LetterNumber{2026, 0, 12});
}

TEST_CASE("letters number pattern: a number in another spelling is not recognised") {
    CHECK_FALSE(pattern("{yyyy}{seq:04}").match("2026012"));
    CHECK_FALSE(pattern("{yyyy}{seq:04}").match("202600012"));
    CHECK_FALSE(pattern("{yyyy}{seq:04}").match("20260000"));
    CHECK_FALSE(pattern("组转〔{yyyy}〕{seq}号").match("组转（2026）7号"));
    CHECK_FALSE(pattern("{seq}").match(""));
    CHECK_FALSE(pattern("{seq}").match("1234567890123456"));
}

TEST_CASE("letters number pattern: what is no pattern is refused") {
    for (const char* wrong :
         {"", "2026", "{yyyy}", "{seq}{seq}", "{yyyy}{yy}{seq}", "{serial}", "{seq:0}", "{seq:12}", "{yyyy:4}{seq}",
          "{seq", "seq}", "{{seq}}", "{unit}{seq}", "{unit}00{seq}", "{seq}\n", "\xff{seq}"}) {
        CAPTURE(wrong);
        const auto parsed = NumberPattern::parse(wrong);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == Exit::usage);
        CHECK_FALSE(parsed.error().message.zh.empty());
    }
}

TEST_CASE("letters number pattern: a number that does not fit is refused") {
    CHECK_FALSE(pattern("{yyyy}{seq:04}").format(2026, 0, 0));
    CHECK_FALSE(pattern("{yy}{seq:04}").format(1999, 0, 1));
    CHECK_FALSE(pattern("{yy}{unit:02}{seq:03}").format(2026, 100, 1));
    CHECK(pattern("{yy}-{unit:02}-{seq:03}").format(2026, 100, 1));
}

TEST_CASE("letters number pattern: round trip of every number that can be written") {
    CHECK(rc::check("match(format(n)) == n", [] {
        const std::string text = *rc::gen::element<std::string>(
            "{yyyy}{seq:04}", "{yy}{unit:02}{seq:03}", "组转〔{yyyy}〕{seq}号", "{seq:3}{unit:2}", "{unit}/{seq}",
            "9{seq}9", "{seq}{yyyy}", "{unit:03}{yy}{seq:1}", "{seq:02}7{unit:1}", "党{unit}字{yy}第{seq:05}号");
        const auto parsed = NumberPattern::parse(text);
        RC_ASSERT(parsed.has_value());
        LetterNumber number{*rc::gen::inRange(2000, 2100), *rc::gen::element<std::int64_t>(0, 1, 7, 42, 123, 1000),
                            *rc::gen::inRange<std::int64_t>(1, 200'000)};
        const auto written = parsed->format(number.year, number.unit, number.seq);
        RC_PRE(written.has_value());
        const auto read = parsed->match(*written);
        RC_ASSERT(read.has_value());
        RC_ASSERT(read->seq == number.seq);
        RC_ASSERT(text.find("yy") == std::string::npos || read->year == number.year);
        RC_ASSERT(text.find("unit") == std::string::npos || read->unit == number.unit);
    }));
}
