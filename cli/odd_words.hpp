// Words of a command line that fit nowhere, and what was meant by them.
#pragma once

#include "cli/command.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan::cli {

// "--name" of "—name", "－－name": a word processor made one long dash of two hyphens. Nothing where the word begins with no such dash.
[[nodiscard]] std::optional<std::string> with_hyphens(std::string_view word);
// Refuses such a word. Exit::usage.
[[nodiscard]] Result<void> check_hyphens(std::string_view word);

// "--name '江滨 社区'": the words around `extra` of `rest` as one value, with the option before them if it takes one. Empty where
// `extra` stands alone.
[[nodiscard]] std::string in_quotation_marks(const std::vector<std::string>& rest, std::string_view extra,
                                             std::span<const OptionRow* const> options);

// Where the error knows what would do instead of a word that was typed: the hint says the whole command.
[[nodiscard]] Error with_whole_command(Error error, const std::vector<std::string>& args);

} // namespace jiezhuan::cli
