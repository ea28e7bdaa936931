#include "cli/app.hpp"

#include "cli/context.hpp"
#include "cli/help.hpp"
#include "cli/interruption.hpp"
#include "cli/odd_words.hpp"
#include "cli/parse.hpp"
#include "cli/select.hpp"
#include "cli/values.hpp"
#include "cli/words.hpp"
#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/lost_row.hpp"

#include <algorithm>
#include <new>
#include <typeinfo>

namespace jiezhuan::cli {
namespace {

constexpr int kHelpWidth = 100;
constexpr int kNarrowest = 20;

Format format_named(std::string_view id) {
    return id == "json" ? Format::json : id == "ndjson" ? Format::ndjson : id == "csv" ? Format::csv : Format::table;
}

std::vector<std::string> column_list(const std::string& text) {
    std::vector<std::string> columns;
    for (const std::string_view column : split(text, ',')) {
        if (!trimmed(column).empty()) {
            columns.emplace_back(trimmed(column));
        }
    }
    return columns;
}

Error tables_lack(const LostRow& lost) {
    return {Exit::tables_differ,
            say({"账本的表里缺少{}，或已被改动", "the tables of the ledger lack {}, or it was altered"}, lost.what),
            Text{"先核对：jiezhuan ledger verify；事件完好的，重建各表：jiezhuan ledger rebuild",
                 "see jiezhuan ledger verify; where the events are intact: jiezhuan ledger rebuild"},
            {},
            {}};
}

class Run {
  public:
    Run(CommandTable table, const std::vector<std::string>& args, const Env& env, std::istream& in, Output& output)
        : table_(table), args_(args), env_(env), in_(in), output_(output), settings_(load_settings(env)) {}

    Exit operator()() {
        begin();
        if (auto allowed = check_arguments(args_); !allowed) {
            return output_.report(allowed.error());
        }
        auto selected = select(table_, args_);
        if (!selected) {
            return output_.report(selected.error());
        }
        if (selected->version) {
            return output_.print(version_line() + "\n");
        }
        if (selected->command == nullptr) {
            return without_command(*selected);
        }
        if (selected->help) {
            return output_.print(command_help(*selected->command, style()));
        }
        return command(*selected->command, selected->rest);
    }

  private:
    // The language and form of an error, as far as they are known before the arguments are taken apart.
    void begin() {
        const std::string lang = scan_value(args_, "--lang");
        const Lang otherwise = settings_ && settings_->lang ? *settings_->lang : language_of_locale(env_);
        output_.set_language(lang == "zh" ? Lang::zh : lang == "en" ? Lang::en : otherwise);
        const std::string format = scan_value(args_, "--format");
        const std::string habit = settings_ ? settings_->format.value_or("") : "";
        output_.set_format(format_named(format.empty() ? habit : format));
        prepare_for_no_memory(output_.options().render);
        prepare_for_interruption(output_.options().render, env_.stderr_is_terminal);
    }

    HelpStyle style() const {
        return {output_.lang(), env_.terminal_columns > 0 ? std::min(env_.terminal_columns, kHelpWidth) : kHelpWidth};
    }

    // Without a command only the options that all have can stand.
    static std::string unknown_option(const Selection& said) {
        for (const std::string& word : said.rest) {
            const std::string_view name = std::string_view(word).substr(0, word.find('='));
            const auto is_it = [name](const OptionRow& row) { return row.name == name; };
            if (word.starts_with("-") && std::none_of(common_options().begin(), common_options().end(), is_it)) {
                return std::string(name);
            }
        }
        return "";
    }

    // Help where it was asked for; a usage error where a command should have been named.
    Exit without_command(const Selection& said) {
        const std::string help =
            said.noun.empty() ? program_help(table_, style()) : noun_help(table_, said.noun, style());
        if (said.help) {
            return output_.print(help);
        }
        if (const std::string typed = unknown_option(said); !typed.empty()) {
            return output_.report(
                {Exit::usage,
                 say({"没有选项“{}”", "there is no option '{}'"}, as_typed(typed)),
                 Text{"全部命令和选项见 jiezhuan --help", "for commands and options see jiezhuan --help"},
                 {},
                 {}});
        }
        if (!speaks_json(output_.options().render.format)) {
            output_.remark(help + "\n");
        }
        if (said.noun.empty()) {
            return output_.report({Exit::usage, Text{"没有写命令", "no command was named"}, {}, {}, {}});
        }
        return output_.report({Exit::usage, say({"“{}”后面要有动词", "'{}' needs a verb"}, said.noun), {}, {}, {}});
    }

    Exit command(const CommandRow& row, const std::vector<std::string>& rest) {
        auto parsed = parse(row, rest);
        if (!parsed) {
            return output_.report(parsed.error());
        }
        if (!*parsed) {
            return output_.print(command_help(row, style()));
        }
        if (!settings_ && row.access != Access::none) {
            return output_.report(settings_.error());
        }
        const Args& args = **parsed;
        if (auto taken = take_output_options(args); !taken) {
            return output_.report(taken.error());
        }
        auto context = Context::make(row, args, env_, settings_ ? *settings_ : kNoSettings, in_, output_);
        if (!context) {
            return output_.report(context.error());
        }
        interruption_finds(row.access == Access::writes ? Wrote::nothing : Wrote::only_read);
        auto answer = row.run(*context);
        if (!answer) {
            return output_.report(with_whole_command(std::move(answer.error()), args_));
        }
        const Wrote wrote = context->committed()           ? Wrote::committed
                            : row.access == Access::writes ? Wrote::nothing
                                                           : Wrote::only_read;
        return output_.deliver(std::move(*answer), wrote);
    }

    Result<void> take_output_options(const Args& args) {
        Output::Options options;
        RenderOptions& render = options.render;
        render.lang = output_.lang();
        render.format = output_.options().render.format;
        const auto width = args.number("--width");
        if (width && (*width < kNarrowest || *width > 10'000)) {
            return fail(Exit::usage,
                        say({"--width 要在 {} 和 10000 之间", "--width lies between {} and 10000"}, kNarrowest));
        }
        render.width = static_cast<int>(width.value_or(env_.terminal_columns));
        render.colour = env_.stdout_is_terminal && !args.flag("--no-color") && env_.variable("NO_COLOR").empty();
        render.header = !args.flag("--no-header");
        render.columns = column_list(args.text_or("--columns", ""));
        render.sort = args.text_or("--sort", "");
        render.bom = args.flag("--bom");
        render.encoding = args.text_or("--encoding", "");
        render.encoding = render.encoding == "utf-8" ? "" : render.encoding;
        options.form_is_habit = !args.given("--format");
        options.quiet = args.flag("--quiet");
        options.file = args.text_or("--output", "");
        options.file = options.file == "-" ? "" : options.file; // standard output, as for what is read
        if (lowered_ascii(options.file).ends_with(".jz")) {
            return fail(
                Exit::usage,
                say({"--output 只写报告，不写账本：“{}”是账本的文件名",
                     "--output takes the report, never a ledger: '{}' is a ledger's name"},
                    printable(options.file)),
                Text{"备份写作：jiezhuan ledger backup 文件", "a backup is written: jiezhuan ledger backup FILE"});
        }
        if (!options.file.empty()) { // before anything is done
            JZ_CHECK(check_free(options.file));
            JZ_CHECK(check_writable(options.file));
            render.colour = false;
            render.width = static_cast<int>(width.value_or(0));
        }
        output_.set(std::move(options));
        return {};
    }

    inline static const Settings kNoSettings{};

    CommandTable table_;
    const std::vector<std::string>& args_;
    const Env& env_;
    std::istream& in_;
    Output& output_;
    Result<Settings> settings_;
};

} // namespace

int run_with(CommandTable table, const std::vector<std::string>& args, const Env& env, std::istream& in,
             std::ostream& out, std::ostream& err) {
    Output output(out, err, env.stderr_is_terminal);
    Exit exit = Exit::internal;
    try {
        exit = Run(table, args, env, in, output)();
    } catch (const Bug& bug) {
        exit = report_bug(err, bug.what, output.lang());
    } catch (const LostRow& lost) {
        exit = output.report(tables_lack(lost));
    } catch (const std::bad_alloc&) {
        exit = report_no_memory(err);
    } catch (const std::exception& error) { // its text could hold what somebody typed or a file says
        exit = report_bug(err, typeid(error).name(), output.lang());
    }
    return static_cast<int>(exit);
}

int run(const std::vector<std::string>& args, const Env& env, std::istream& in, std::ostream& out, std::ostream& err) {
    return run_with(command_table(), args, env, in, out, err);
}

} // namespace jiezhuan::cli
