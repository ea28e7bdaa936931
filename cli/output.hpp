// What the program says: one document on standard output, everything else on standard error. The only writer of streams.
#pragma once

#include "cli/command.hpp"
#include "jiezhuan/report/render.hpp"

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

namespace jiezhuan::cli {

// What became of the ledger: of a command that only reads there is nothing to say.
enum class Wrote { only_read, nothing, committed };

class Output {
  public:
    struct Options {
        RenderOptions render;
        bool quiet = false;
        std::string file; // --output
        // The form is a habit of jiezhuan.toml, nobody asked for it now: what is no list comes as a table then.
        bool form_is_habit = false;
    };

    Output(std::ostream& out, std::ostream& err, bool err_is_terminal)
        : out_(out), err_(err), err_is_terminal_(err_is_terminal) {}

    void set(Options options) { options_ = std::move(options); }
    void set_language(Lang lang) { options_.render.lang = lang; }
    void set_format(Format format) { options_.render.format = format; }
    [[nodiscard]] const Options& options() const { return options_; }
    [[nodiscard]] Lang lang() const { return options_.render.lang; }

    // Can it be shown as was asked (--columns, --sort, --format)? Asked before a commit. Errors as of render().
    [[nodiscard]] Result<void> check(const Answer& answer) const;
    // Writes the answer where it belongs. Its exit code, or Exit::outcome_unknown where it could not be delivered whole.
    [[nodiscard]] Exit deliver(Answer answer, Wrote wrote);
    // A whole text on standard output: help, the version.
    [[nodiscard]] Exit print(std::string_view text);
    // An error, on standard error. Its code.
    [[nodiscard]] Exit report(const Error& error);
    // A text for people on standard error.
    void remark(std::string_view text);
    // Asks for a line on a terminal, without a line break.
    void prompt(const Message& question);
    // "导入 1200/3000", in place on a terminal; nothing elsewhere or with --quiet. done == total wipes it away.
    void progress(const Message& doing, std::uint64_t done, std::uint64_t total);

  private:
    [[nodiscard]] bool as_document(const Answer& answer) const;
    [[nodiscard]] Result<std::string> rendered(const Document& document) const;
    [[nodiscard]] Exit undelivered(Error why, const Answer& answer, Wrote wrote);

    std::ostream& out_;
    std::ostream& err_;
    bool err_is_terminal_;
    Options options_;
};

// For main(): where even Output is not there. Says on standard error that there was a bug, or no memory left.
[[nodiscard]] Exit report_bug(std::ostream& err, std::string_view what, Lang lang);
[[nodiscard]] Exit report_no_memory(std::ostream& err);
// What is then said is made beforehand, in the language and form of all errors: without memory nothing can be made.
void prepare_for_no_memory(const RenderOptions& options);
[[nodiscard]] std::string_view no_memory_words();

} // namespace jiezhuan::cli
