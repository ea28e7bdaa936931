// Printed commands that write a file: each under a name that is free.
#pragma once

#include "jiezhuan/report/rowset.hpp"

#include <string>

namespace jiezhuan::cli {

// The name, or where there is a file of it the next one that is free: 回执-2.html.
[[nodiscard]] std::string free_name(const std::string& name);

// Where a command would write a file that is there already ("--output 回执.html"), it names the next one that is free: 回执-2.html.
// What is written in quotes is left as it stands.
[[nodiscard]] Message with_free_names(const Message& command);
void offer_free_names(Document& document);

} // namespace jiezhuan::cli
