// TOML in, or an Error with file, line and column. Included only by the files of config/ that read a file of their own.
#pragma once

#include "jiezhuan/base/result.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <toml++/toml.h>

namespace jiezhuan::config {

// Exit::usage with the place where it is no TOML.
[[nodiscard]] Result<toml::table> read_toml(std::string_view text, std::string_view file);

// Exit::usage at a place of the file. Columns count characters.
[[nodiscard]] tl::unexpected<Error> fail_at(const toml::source_region& where, std::string_view file, Message message,
                                            Message hint = {});

// Exit::usage at the first key that is not in `known`, with the nearest one that is.
[[nodiscard]] Result<void> only_keys(const toml::table& table, std::span<const std::string> known,
                                     std::string_view file);

// The value of a key; Exit::usage where it is absent or of another type.
[[nodiscard]] Result<std::string> text_at(const toml::table& table, std::string_view key, std::string_view file);
[[nodiscard]] Result<std::int64_t> integer_at(const toml::table& table, std::string_view key, std::int64_t least,
                                              std::int64_t most, std::string_view file);
[[nodiscard]] Result<bool> flag_at(const toml::table& table, std::string_view key, std::string_view file);

} // namespace jiezhuan::config
