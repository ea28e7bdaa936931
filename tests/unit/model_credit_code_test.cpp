#include "jiezhuan/model/credit_code.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;

TEST_CASE("credit code: the check character follows from the first 17") {
    CHECK(credit_code_check("91350100M000100Y4") == '3');
    CHECK(credit_code_valid("91350100M000100Y43"));
    CHECK(credit_code_valid("9131000063159284XQ"));
}

TEST_CASE("credit code: a wrong digit, a letter of no code and another length are found") {
    CHECK_FALSE(credit_code_valid("91350100M000100Y44"));
    CHECK_FALSE(credit_code_valid("91350100M000100Y4"));
    CHECK_FALSE(credit_code_valid("91350100O000100Y43"));
    CHECK_FALSE(credit_code_valid(""));
    CHECK(credit_code_check("91350100m000100Y4") == std::nullopt);
}
