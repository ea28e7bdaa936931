// Citizen ID numbers in longer texts, and what is none.
#include "jiezhuan/model/ids_in_text.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;

TEST_CASE("a citizen ID number is found inside a text, with small and capital X and of 15 digits") {
    for (const char* text :
         {"110000195506300018", "身份证110000195506300018", "x110000195506300018", "110000195506300018.csv",
          "补记11000019550630019x。", "编号 11000019550630019X，见卡", "旧号110000550630001"}) {
        CAPTURE(text);
        CHECK(citizen_id_in(text));
    }
}

TEST_CASE("numbers of letters, of the online system and of telephones are no citizen ID numbers") {
    for (const char* text :
         {"", "20260001", "110000195506300014", "1100001955063000181", "编号21100001955063000187", "110000195513300014",
          "202611230000001", "11000019550630019Xa", "13800000001", "910000195506300"}) {
        CAPTURE(text);
        CHECK_FALSE(citizen_id_in(text));
    }
}

TEST_CASE("a citizen ID number is found with blanks and hyphens in it, and what is none is not") {
    for (const char* text :
         {"330000-19390829-1718", "330000 19390829 1718", "110000 19550630 019x", "110000-19550630-019-X.csv",
          "甲 １１００００１９５５０６３０００１８", "a330000-19390829-1718"}) {
        CAPTURE(text);
        CHECK(holds_spaced_citizen_id(text));
    }
    for (const char* text : {"", "0000-8600001 2026-11-23", "330000-19390829-1719", "2026-11-23 2026-11-24 12",
                             "330000-19390829-1718-0", "110000 19550630 019"}) {
        CAPTURE(text);
        CHECK_FALSE(holds_spaced_citizen_id(text));
    }
}

TEST_CASE("numbers inside a text are masked, all of them, and nothing else") {
    CHECK(with_ids_masked("甲110000195506300018，乙110000550630001") == "甲110000********0018，乙110000*****0001");
    CHECK(with_ids_masked("2026年第11次会议") == "2026年第11次会议");
}

TEST_CASE("every number of 11 digits and more is masked in what quotes a cell, however it is written") {
    const auto masked = [](std::string_view text) { return with_long_numbers_masked(text); };
    CHECK(masked("没有党组织“15440163753”") == "没有党组织“154****3753”");
    CHECK(masked("“420000198503059471”不是日期") == "“420***********9471”不是日期"); // a wrong check digit
    CHECK(masked("'330000 19901023 6461' is no date") == "'330***********6461' is no date");
    CHECK(masked("'330000-19901023-6461'") == "'330***********6461'");
    CHECK(masked("“１５４　４０１６３７５３”") == "“154****3753”");
    CHECK(masked(R"(“154\u200b4016\u00a03753”)") == "“154****3753”");
    CHECK(masked("甲110000195506300018，乙110000550630001") == "甲110000********0018，乙110000*****0001");
    CHECK(masked("L13800138000 L101 15440163753") == "L138****8000 L101 154****3753");
    CHECK(masked("330000 1990-10-23 6461") == "330***********6461");
}

TEST_CASE("days, ids, short numbers and amounts are quoted as they are") {
    for (const char* text : {"", "2026-10-02 2026-11-20", "T1234 2026-11-20 才报到", "编号 20260001", "1385 0000",
                             "7 2026-11-23", "第 12 行，第 3 列", "2026年第11次会议", R"(\u200b\u200b\u200b)",
                             "江机组 1 - 9 号", "123 ", "L101 20260004 黄小红", "见 T3105 20260001"}) {
        CAPTURE(text);
        CHECK(with_long_numbers_masked(text) == text);
    }
}
