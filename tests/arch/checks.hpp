// What the source tree must look like. Each check takes a file's path below the root and its text, so that it can be shown
// to fire; it returns what is wrong, one sentence each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan::testing {

using Complaints = std::vector<std::string>;

// Dependencies run one way (design: base <- model <- rules, ... <- service <- cli).
[[nodiscard]] Complaints check_includes(std::string_view path, std::string_view text);
// Time, randomness, environment, streams and SQL stand in one place each; nothing is thrown but Bug.
[[nodiscard]] Complaints check_calls(std::string_view path, std::string_view text);
// A file can be read in one sitting.
[[nodiscard]] Complaints check_length(std::string_view path, std::string_view text);
// Nothing that was recorded is taken out again (IN-06): no statement deletes, but of indexes that follow an identity, and of the
// tables that a rebuild fills anew; no event type says that something is gone.
[[nodiscard]] Complaints check_deletions(std::string_view path, std::string_view text);
// CTest runs two commands for a name with a semicolon, and passes.
[[nodiscard]] Complaints check_test_names(std::string_view path, std::string_view text);

// The text without comments and without what stands in string and character literals (an #include keeps its file).
[[nodiscard]] std::string code_only(std::string_view text);

} // namespace jiezhuan::testing
