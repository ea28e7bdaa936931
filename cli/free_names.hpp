// Printed commands that write a file: each under a name that is free.
#pragma once

#include "jiezhuan/report/rowset.hpp"

namespace jiezhuan::cli {

// Where a command would write a file that is there already ("--output 回执.html"), it names the next one that is free: 回执-2.html.
// What is written in quotes is left as it stands.
[[nodiscard]] Message with_free_names(const Message& command);
void offer_free_names(Document& document);

} // namespace jiezhuan::cli
