#include "cli/layout.hpp"
#include "jiezhuan/base/text.hpp"
#include "tests/support/directory.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::cli;

TEST_CASE("cli layout: lines break between words and between Chinese characters") {
    CHECK(wrapped("one two three", 8) == std::vector<std::string>{"one two", "three"});
    CHECK(wrapped("党组织关系接转", 6) == std::vector<std::string>{"党组织", "关系接", "转"});
    CHECK(wrapped("超长unbreakable字", 6) == std::vector<std::string>{"超长", "unbreakable", "字"});
    CHECK(wrapped("", 6) == std::vector<std::string>{""});
}

TEST_CASE("cli layout: a closing sign does not begin a line") {
    CHECK(wrapped("党组织。关系", 6) == std::vector<std::string>{"党组", "织。关", "系"});
    CHECK(wrapped("党组织,关系", 6) == std::vector<std::string>{"党组", "织,关", "系"});
    CHECK(wrapped("home(在册)、sent(转出)", 12) == std::vector<std::string>{"home(在册)、", "sent(转出)"});
}

TEST_CASE("cli layout: the second column begins at one place and hangs") {
    const std::string text = two_columns({{"甲乙", "one two three four five six"}, {"a", "x"}}, 28);
    CHECK(text == "  甲乙  one two three four\n        five six\n  a     x\n");
    const std::string wide = two_columns({{std::string(40, 'w'), "x"}, {"a", "y"}}, 60);
    CHECK(testing::lines_of(wide).size() == 3);
}
