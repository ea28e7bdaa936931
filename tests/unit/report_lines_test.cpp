#include "jiezhuan/report/lines.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;

using Lines = std::vector<std::string>;

TEST_CASE("report lines: Chinese breaks anywhere, a Latin word only where it must") {
    CHECK(wrapped("街道党工委", 4) == Lines{"街道", "党工", "委"});
    CHECK(wrapped("one two three", 8) == Lines{"one two", "three"});
    CHECK(wrapped("转给 Comrade Li", 10) == Lines{"转给", "Comrade Li"});
    CHECK(wrapped("abcdefghij", 4) == Lines{"abcd", "efgh", "ij"});
    CHECK(wrapped(" abcdefgh", 4) == Lines{"abcd", "efgh"});
    CHECK(wrapped("超长unbreakable字", 11) == Lines{"超长", "unbreakable", "字"});
}

TEST_CASE("report lines: no line begins with a closing sign or ends with an opening one") {
    CHECK(wrapped("党组织。关系", 6) == Lines{"党组", "织。关", "系"});
    CHECK(wrapped("党组织,关系", 6) == Lines{"党组", "织,关", "系"});
    CHECK(wrapped("home(在册)、sent(转出)", 12) == Lines{"home(在册)、", "sent(转出)"});
    CHECK(wrapped("党组“关系”接转", 6) == Lines{"党组", "“关系”", "接转"});
    CHECK(wrapped("意见（2004年）", 8) == Lines{"意见", "（2004", "年）"});
}

TEST_CASE("report lines: no width, no breaks, and an empty text is one line") {
    CHECK(wrapped("one two three", 0) == Lines{"one two three"});
    CHECK(wrapped("", 4) == Lines{""});
    CHECK(wrapped("     ", 2) == Lines{""});
}

TEST_CASE("report lines: a character wider than the line stands alone on it") {
    CHECK(wrapped("街道", 1) == Lines{"街", "道"});
}

TEST_CASE("report lines: the lines that follow are set in") {
    CHECK(hanging("错误 ", "one two three", 5, 13) == "错误 one two\n     three\n");
    CHECK(hanging("错误 ", "", 5, 13) == "错误\n");
}

TEST_CASE("report lines: colours only where they are wanted") {
    CHECK(painted("a", Colour::red, false) == "a");
    CHECK(painted("a", Colour::red, true) == "\x1b[31ma\x1b[0m");
    CHECK(painted("a", Colour::none, true) == "a");
}
