#include "jiezhuan/base/text.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;

TEST_CASE("text: a name is kept without blanks and with one kind of middle dot") {
    CHECK(normal_name(" 李　明 ") == "李明");
    CHECK(normal_name("阿不都•热合曼") == "阿不都·热合曼");
    CHECK(normal_name("John Smith") == "John Smith");
}

TEST_CASE("text: Chinese takes two columns and is cut to fit") {
    CHECK(display_width("街道abc") == 7);
    CHECK(truncated("街道党工委", 7) == "街道党…");
    CHECK(padded("街道", 6) == "街道  ");
}

TEST_CASE("text: what could move a cursor is made visible") {
    CHECK(printable("a\x1b[2Jb") == "a\\x1b[2Jb");
    CHECK(printable("a\xE2\x80\xAE"
                    "b") == "a\\u202eb");
    CHECK(printable("a\xFFz") == "a\\xffz");
}

TEST_CASE("text: two neighbours that changed places are one edit") {
    CHECK(edit_distance("thing", "thnig") == 1);
    CHECK(edit_distance("组织关系", "组织系关") == 1);
    CHECK(edit_distance("thing", "think") == 1);
    CHECK(edit_distance("", "ab") == 2);
    CHECK(edit_distance("ca", "abc") == 3);
    CHECK(edit_distance("transfer", "receipt") == 7);
}
