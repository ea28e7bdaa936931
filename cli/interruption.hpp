// What is said where Ctrl-C or SIGTERM ends the program: made beforehand, since nothing can be made in a signal's handler.
#pragma once

#include "cli/output.hpp"

namespace jiezhuan::cli {

// In the language and form of all errors.
void prepare_for_interruption(const RenderOptions& options, bool err_is_terminal);
// What the command has come to: it reads, it wrote nothing yet, it writes (or has written).
void interruption_finds(Wrote wrote);
// Exit::interrupted or Exit::terminated. Async-signal-safe; empty before anything was prepared.
[[nodiscard]] std::string_view interruption_words(Exit by);

} // namespace jiezhuan::cli
