// A command is a row of the command table: its words, its options and the function that answers.
// Parser, help, completion and tests are driven by the table.
#pragma once

#include "jiezhuan/base/env.hpp"
#include "jiezhuan/base/result.hpp"
#include "jiezhuan/model/code.hpp"
#include "jiezhuan/report/rowset.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan::cli {

class Context;

// What a value may be; the parser refuses anything else. date: a day (2026-11-23); month: 2026-11; period: a year, a month
// or a day, kept as precise as it was given; moment: a day, or a time of a day; number: a whole number, not negative; file: a path, or "-" for standard input.
enum class OptionType { flag, text, number, date, month, period, moment, file, code };

struct OptionRow {
    std::string_view name; // "--batch", or "member" for a positional argument
    OptionType type;
    Text help;
    bool required = false;
    bool many = false;                     // may be given several times; a positional takes all that follow
    const CodeTable& (*codes)() = nullptr; // for OptionType::code; the value is kept as the code's id
    std::string_view value_name = {};      // as shown in help: "FILE"; empty: a word for the type
    std::int64_t most = 0;                 // of a number that is 1 or more; 0: it has no limits
    bool may_be_empty = false;             // a text without a letter is a value
};

struct Example {
    std::string_view line; // "jiezhuan member find --name 李 --birth 1955-06"
    Text what;
};

// What a command answers: the document that goes to stdout, and the exit code.
struct Answer {
    Document document;
    Exit exit = Exit::done;
    // Already what stdout gets, instead of the document: a letter, a template, a completion script. Headline, findings and
    // next steps then go to stderr. With --format json a document that has a schema is preferred.
    std::optional<std::string> text;
    // What failed after the ledger was written: said after the answer, and its code is the exit code.
    std::optional<Error> afterwards;
};

enum class Access { none, reads, writes }; // of the ledger

struct CommandRow {
    std::string_view noun; // "transfer"; a command without a verb has an empty verb
    std::string_view verb;
    Text summary;
    Access access;
    std::span<const OptionRow> options;
    std::span<const Example> examples; // the two commonest
    Result<Answer> (*run)(Context&);
};

using CommandTable = std::span<const CommandRow>;

// Every command, in the order of the help.
[[nodiscard]] CommandTable command_table();
// Options that every command has; those that every writing or reading command has.
[[nodiscard]] std::span<const OptionRow> common_options();
[[nodiscard]] std::span<const OptionRow> writing_options();
[[nodiscard]] std::span<const OptionRow> reading_options();
// All options of a command: its own, then those of its access, then the common ones. Its own win over others of that name.
[[nodiscard]] std::vector<const OptionRow*> options_of(const CommandRow& command);
// "transfer open"; "init".
[[nodiscard]] std::string name_of(const CommandRow& command);
[[nodiscard]] inline bool is_positional(const OptionRow& option) { return !option.name.starts_with('-'); }

} // namespace jiezhuan::cli
