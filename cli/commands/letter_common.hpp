// What the verbs of letters and receipts share: many acts in one commit, and files that are printed with them.
#pragma once

#include "cli/acting.hpp"
#include "jiezhuan/letters/letter_form.hpp"
#include "jiezhuan/service/letter_views.hpp"

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
    // Exit::usage where there is a file of that name with another content.
    [[nodiscard]] Result<void> prepare(const std::string& path, std::string pages);
    // Writes what was prepared. Exit::outcome_unknown where that fails: the act stands, `again` prints it.
    [[nodiscard]] Result<void> write(const std::string& again) const;
    // The sentence for people; nothing where nothing was prepared.
    [[nodiscard]] std::optional<Message> said() const;
    // Adds to the headline where the pages are; nothing where none were prepared.
    void say_in(Answer& answer) const;
    [[nodiscard]] bool prepared() const { return !path_.empty(); }

  private:
    std::string path_;
    std::string pages_;
    bool there_ = false; // with this very content
};

[[nodiscard]] const CodeTable& letter_formats(); // text, html
[[nodiscard]] const CodeTable& letter_papers();  // letter, receipt

} // namespace jiezhuan::cli
