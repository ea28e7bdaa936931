// Whether a value fits the type of its option, and what to say where it does not.
#pragma once

#include "cli/command.hpp"

#include <string>

namespace jiezhuan::cli {

// The value in its canonical spelling (a code as its id). Exit::usage says what is accepted, with an example.
[[nodiscard]] Result<std::string> checked_value(const OptionRow& option, const std::string& typed);

// What was typed, as a message repeats it: one line, no longer than a glance.
[[nodiscard]] std::string as_typed(std::string_view typed);
// "FILE", "DATE", "zh|en": what stands for the value in help; in Chinese "文件", "日期".
[[nodiscard]] std::string value_name(const OptionRow& option, Lang lang);
// How help names a positional argument: "member"; in Chinese "党员".
[[nodiscard]] std::string argument_name(const OptionRow& option, Lang lang);
// "zh (中文), en (英文)".
[[nodiscard]] std::string accepted_codes(const CodeTable& codes, Lang lang);

} // namespace jiezhuan::cli
