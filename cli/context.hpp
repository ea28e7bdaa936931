// What a command function gets: what was typed, who and when, the ledger, and the ways to ask.
#pragma once

#include "cli/args.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"
#include "jiezhuan/base/env.hpp"
#include "jiezhuan/ledger/store.hpp"

#include <iosfwd>
#include <map>
#include <memory>
#include <string>

namespace jiezhuan::cli {

enum class FailOn { error, warning, never };

// Rules that the operator passes, with the reason: {"PB-01", "已核实党员证"}.
using Accepted = std::map<std::string, std::string, std::less<>>;

class Context {
  public:
    // Exit::usage where the common options do not go together. `command` and everything referred to outlives the context.
    [[nodiscard]] static Result<Context> make(const CommandRow& command, Args args, const Env& env,
                                              const Settings& settings, std::istream& in, Output& output);

    [[nodiscard]] const Env& env() const { return *env_; }
    [[nodiscard]] const Args& args() const { return args_; }
    [[nodiscard]] const Settings& settings() const { return *settings_; }
    [[nodiscard]] Lang lang() const { return output_->lang(); }

    [[nodiscard]] const CommandRow& command() const { return *command_; }

    // Of commands that write, and of those that read with --reveal:
    [[nodiscard]] const std::string& op() const { return op_; } // 经办人, never empty
    // The name was given or configured; else op() is the login.
    [[nodiscard]] bool op_named() const { return args_.given("--operator") || settings_->op.has_value(); }
    // Of commands that write:
    [[nodiscard]] Date on() const { return on_; } // a day, not in the future
    [[nodiscard]] bool dry_run() const { return dry_run_; }
    // Does something stand in a ledger that did not before this command? Whoever commits says so.
    [[nodiscard]] bool committed() const { return committed_; }
    void has_committed() { committed_ = true; }
    [[nodiscard]] const Accepted& accepted() const { return accepted_; }

    // Of commands that read:
    [[nodiscard]] Date as_of() const { return as_of_; }
    [[nodiscard]] const Past& past() const { return past_; } // is_now() where nothing of the past is asked
    [[nodiscard]] FailOn fail_on() const { return fail_on_; }
    [[nodiscard]] bool reveal() const { return !purpose_.empty(); }
    [[nodiscard]] const std::string& purpose() const { return purpose_; } // empty unless reveal()
    // Exit::answer_is_no where there is a finding at or above --fail-on, Exit::done otherwise.
    [[nodiscard]] Exit verdict(const Findings& findings) const;

    // The ledger that the command line or JIEZHUAN_LEDGER names, if any.
    [[nodiscard]] Result<std::optional<std::string>> named_ledger() const;
    // Where the ledger is: --ledger, else JIEZHUAN_LEDGER, else the configuration. Exit::no_ledger.
    [[nodiscard]] Result<std::string> ledger_path() const;
    // The ledger, opened at the first call. Lives as long as the context.
    [[nodiscard]] Result<Store*> store();

    // A line from standard input, without its end and blanks around it; a terminal is asked first. Exit::usage where there is none.
    [[nodiscard]] Result<std::string> ask(const Message& question);
    // The value of an option; where it is "-", a line that is asked for (what must not stand on a command line).
    [[nodiscard]] Result<std::string> text_or_ask(std::string_view option, const Message& question);
    // The content of a file, or all of standard input for "-".
    [[nodiscard]] Result<std::string> read(const std::string& path, std::uint64_t most);
    // Can the answer be shown as was asked? Exit::usage, as Output::check().
    [[nodiscard]] Result<void> check(const Answer& answer) const { return output_->check(answer); }
    void progress(const Message& doing, std::uint64_t done, std::uint64_t total) {
        output_->progress(doing, done, total);
    }

  private:
    Context(const CommandRow& command, Args args, const Env& env, const Settings& settings, std::istream& in,
            Output& output)
        : command_(&command), args_(std::move(args)), env_(&env), settings_(&settings), in_(&in), output_(&output) {}
    Result<void> resolve_operator(const std::string& given);
    [[nodiscard]] bool offered(std::string_view option) const;
    Result<void> resolve_writing();
    Result<void> resolve_reading();
    Result<void> resolve_past();

    const CommandRow* command_;
    Args args_;
    const Env* env_;
    const Settings* settings_;
    std::istream* in_;
    Output* output_;
    std::string op_;
    Date on_;
    bool dry_run_ = false;
    bool committed_ = false;
    Accepted accepted_;
    Date as_of_;
    Past past_;
    FailOn fail_on_ = FailOn::error;
    std::string purpose_;
    std::unique_ptr<Store> store_;
};

} // namespace jiezhuan::cli
