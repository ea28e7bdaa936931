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

TEST_CASE("numbers inside a text are masked, all of them, and nothing else") {
    CHECK(with_ids_masked("甲110000195506300018，乙110000550630001") == "甲110000********0018，乙110000*****0001");
    CHECK(with_ids_masked("2026年第11次会议") == "2026年第11次会议");
}
