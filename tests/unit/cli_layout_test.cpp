#include "cli/layout.hpp"
#include "jiezhuan/base/text.hpp"
#include "tests/support/directory.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::cli;

TEST_CASE("cli layout: the second column begins at one place and hangs") {
    const std::string text = two_columns({{"甲乙", "one two three four five six"}, {"a", "x"}}, 28);
    CHECK(text == "  甲乙  one two three four\n        five six\n  a     x\n");
    const std::string wide = two_columns({{std::string(40, 'w'), "x"}, {"a", "y"}}, 60);
    CHECK(testing::lines_of(wide).size() == 3);
}
