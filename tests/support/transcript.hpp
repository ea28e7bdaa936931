// Transcripts: commands and what they must answer, as a clerk would see it. tests/golden/README.md describes the format.
#pragma once

#include "tests/support/program.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan::testing {

struct Step {
    std::string command;               // without "$ "
    std::vector<std::string> input;    // lines of standard input
    std::vector<std::string> expected; // as they stand in the file, without blank lines at the end
};

// A line of the file that is no part of a step, or a step.
struct Part {
    std::string line;
    std::optional<Step> step;
};

enum class TranscriptForm {
    plain,    // a file of tests/golden/transcripts
    markdown, // the ```console blocks of a page; stdout and stderr one after the other, no exit codes
};

[[nodiscard]] std::vector<Part> parse_transcript(std::string_view text, TranscriptForm form);
[[nodiscard]] std::string write_transcript(const std::vector<Part>& parts);

// The words of a command line: blanks, '…', "…" and \ as a shell has them. Throws std::runtime_error for an open quote.
[[nodiscard]] std::vector<std::string> shell_words(std::string_view line);

// How a step runs the program.
using RunProgram = std::function<Ran(std::vector<std::string> args, const Env& env, const std::string& input)>;
// Runs all steps in the working directory. The same parts with what came out as what is expected.
[[nodiscard]] std::vector<Part> run_transcript(const std::vector<Part>& parts, TranscriptForm form, World world,
                                               const RunProgram& run = run_program);

} // namespace jiezhuan::testing
