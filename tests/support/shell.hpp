// Lines of bash in a directory of their own, with the real program: for what only a process can show.
#pragma once

#include "tests/support/directory.hpp"

#include <string>

namespace jiezhuan::testing {

struct Ended {
    int exit = 0;
    std::string out;
    std::string err;
};

class Shell {
  public:
    // Runs the lines in the directory, with the program as "$J" and the locale C.UTF-8. The exit code is that of the last command;
    // 128 + its number where a signal ended the shell.
    Ended operator()(const std::string& lines) const;

    // One command under strace with these options, its calls written to that file.
    [[nodiscard]] Ended traced(const std::string& file, const std::string& options, const std::string& command) const;

    [[nodiscard]] std::string file(std::string_view name) const { return directory_.file(name); }
    [[nodiscard]] const TemporaryDirectory& directory() const { return directory_; }

  private:
    TemporaryDirectory directory_;
    TemporaryDirectory notes_; // script and output: beside the directory, so that it holds only what the program wrote
};

// Is there a strace that may trace?
[[nodiscard]] bool can_trace();

// Commands that make a street committee's ledger "ledger.jz" with a branch, and a roster of that many members.
[[nodiscard]] std::string street_ledger_lines();
[[nodiscard]] std::string roster_csv(int members);
// How many members a ledger has; what was left half done is undone first, as by every command. A failure is a failed test (throws).
[[nodiscard]] std::int64_t members_in(const std::string& ledger);

} // namespace jiezhuan::testing
