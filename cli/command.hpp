// A command is a row of the command table: its words, its options and the function that answers.
// Parser, help, completion and tests are driven by the table.
#pragma once

#include "jiezhuan/base/env.hpp"
#include "jiezhuan/base/result.hpp"
#include "jiezhuan/model/code.hpp"
#include "jiezhuan/report/rowset.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan::cli {

class Context;

enum class OptionType { flag, text, number, date, month, file, code };

struct OptionRow {
    std::string_view name; // "--batch", or "member" for a positional argument
    OptionType type;
    Text help;
    bool required = false;
    bool many = false;                     // may be given several times; a positional takes all that follow
    const CodeTable& (*codes)() = nullptr; // for OptionType::code
    std::string_view value_name = {};      // as shown in help: "FILE"
};

struct Example {
    std::string_view line; // "jiezhuan member find --name 李 --birth 1955-06"
    Text what;
};

// What a command answers: the document that goes to stdout, and the exit code.
struct Answer {
    Document document;
    Exit exit = Exit::done;
    std::optional<std::string>
        text; // instead of the document: a letter, a template, a completion script - already what stdout gets
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

// Every command, in the order of the help.
[[nodiscard]] std::span<const CommandRow> command_table();
// Options that every command has; those that every writing or reading command has.
[[nodiscard]] std::span<const OptionRow> common_options();
[[nodiscard]] std::span<const OptionRow> writing_options();
[[nodiscard]] std::span<const OptionRow> reading_options();

} // namespace jiezhuan::cli
