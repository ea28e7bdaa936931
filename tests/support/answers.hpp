// What tests ask of an answer.
#pragma once

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/model/finding.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <string_view>

namespace jiezhuan::testing {

// The value; an error is a failed test.
template <class T> T must(Result<T> result) {
    REQUIRE_MESSAGE(result, result.error().message.en);
    return std::move(*result);
}

[[nodiscard]] inline int code(Exit exit) { return static_cast<int>(exit); }

[[nodiscard]] inline bool says_rule(const Findings& findings, std::string_view rule) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.rule == rule; });
}

} // namespace jiezhuan::testing
