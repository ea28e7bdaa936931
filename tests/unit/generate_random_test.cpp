#include "tools/generate/random.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace jiezhuan::generate;

TEST_CASE("generate: random numbers are the same on every machine") {
    Random random(1);
    CHECK(random.next() == 0x910A2DEC89025CC1U); // splitmix64, seed 1
    CHECK(random.next() == 0xBEEB8DA1658EEC67U);
    Random one(5, "a");
    Random other(5, "b");
    CHECK(one.next() != other.next());
}

TEST_CASE("generate: bounds hold") {
    Random random(3);
    for (int i = 0; i < 1000; ++i) {
        CHECK(random.below(7) < 7);
        const int between = random.between(-2, 2);
        CHECK((between >= -2 && between <= 2));
    }
    CHECK_FALSE(random.chance(0));
    CHECK(random.chance(1000));
}

TEST_CASE("generate: a permutation has every number once") {
    const Permutation permutation(1000, 42);
    std::set<std::uint64_t> seen;
    bool in_order = true;
    for (std::uint64_t i = 0; i < 1000; ++i) {
        const std::uint64_t value = permutation.at(i);
        REQUIRE(value < 1000);
        seen.insert(value);
        in_order = in_order && value == i;
    }
    CHECK(seen.size() == 1000);
    CHECK_FALSE(in_order);
}
