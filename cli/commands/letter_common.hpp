// What the verbs of letters and receipts share: many acts in one commit, and files that are printed with them.
#pragma once

#include "cli/acting.hpp"
#include "jiezhuan/letters/letter_form.hpp"
#include "jiezhuan/service/letters/letter_views.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jiezhuan::cli {

// Outcomes of many acts of one kind: all of them count, or none, unless parts are allowed.
struct Tally {
    std::size_t done = 0;
    std::size_t already = 0;
    std::size_t refused = 0;
    Findings findings;

    void add(Outcome outcome);
    [[nodiscard]] Exit exit(bool allow_partial) const;
    [[nodiscard]] bool stands(bool allow_partial) const { return exit(allow_partial) != Exit::refused; }
};
// The answer to them; `verb` is what was done: {"开具介绍信", "letters issued"}.
[[nodiscard]] Answer answer_of(std::string schema, Tally tally, bool allow_partial, Text verb);

// --print FILE: pages that belong to an act. Nothing is committed where the file holds something else already, and nothing is
// printed that was not committed.
class PrintedPages {
  public:
    // Before anything is done: Exit::usage where no page can be written there. Nothing where nothing is to be printed.
    [[nodiscard]] static Result<void> check(const std::optional<std::string>& path);
    // Exit::usage where there is a file of that name with another content.
    [[nodiscard]] Result<void> prepare(const std::string& path, std::string pages);
    // Writes what was prepared and adds to the headline where the pages are. Where that fails the act stands, which the answer
    // says, and then that `again`, a command that lacks its --output, prints it (Exit::outcome_unknown).
    void write(const std::string& again, Answer& answer) const;
    [[nodiscard]] bool prepared() const { return !path_.empty(); }

  private:
    [[nodiscard]] Error not_written(Error why, const std::string& again) const;

    std::string path_;
    std::string pages_;
    bool there_ = false; // with this very content
};

// "jiezhuan letter print L3 L4": the whole command but for its --output.
[[nodiscard]] std::string command_on(std::string command, const std::vector<LetterId>& letters);
[[nodiscard]] std::string print_command(LetterPaper paper, const std::vector<LetterId>& letters);

[[nodiscard]] const CodeTable& letter_formats(); // text, html
[[nodiscard]] const CodeTable& letter_papers();  // letter, receipt

} // namespace jiezhuan::cli
