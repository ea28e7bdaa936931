// Every option of every command is given what it cannot take: a sentence in the reader's language, a fixed code, an untouched ledger.
#include "cli/command.hpp"
#include "tests/support/directory.hpp"
#include "tests/support/program.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;
using cli::CommandRow;
using cli::OptionRow;
using cli::OptionType;

namespace {

constexpr const char* kLedger = "ledger.jz";

// What no option of the type takes, whatever the command.
std::vector<std::string> impossible(const OptionRow& option) {
    const std::string long_text(2500, 'x');
    switch (option.type) {
    case OptionType::number:
        return {"", "x", "-1", "1.5", "99999999999999999999"};
    case OptionType::date:
        return {"", "yesterday", "2026-13-01", "2026-02-30", "99999-01-01", "2026"};
    case OptionType::month:
        return {"", "x", "2026-13", "2026-11-01", "0000-00"};
    case OptionType::moment:
        return {"", "yesterday", "2026-02-30", "2026-11-23T25:00"};
    case OptionType::period:
        return {"", "x", "2026-13", "1980-02-30", "198O"};
    case OptionType::code:
        return {"", "no_such_code"};
    case OptionType::file:
        return {""};
    case OptionType::text:
        return option.may_be_empty ? std::vector<std::string>{"\x01"}
                                   : std::vector<std::string>{"", "  ", "\x01", "a\xe2\x80\xae", "\xff", long_text};
    case OptionType::flag:
        return {"yes"};
    }
    return {};
}

// A value of the right type, for what is required beside the option that is tried.
std::string plausible(const OptionRow& option) {
    switch (option.type) {
    case OptionType::number:
        return "1";
    case OptionType::date:
    case OptionType::moment:
        return "2026-11-23";
    case OptionType::month:
        return "2026-11";
    case OptionType::period:
        return "1980-07";
    case OptionType::code:
        return std::string(option.codes().rows.front().id);
    default:
        return option.name == "member" ? "M3" : option.name == "transfer" ? "T5" : "x";
    }
}

std::vector<std::string> command_line(const CommandRow& row, const OptionRow& tried, const std::string& value) {
    std::vector<std::string> args = {std::string(row.noun)};
    if (!row.verb.empty()) {
        args.emplace_back(row.verb);
    }
    std::vector<std::string> behind = {"--"};
    for (const OptionRow& option : row.options) {
        const bool is_tried = option.name == tried.name;
        if (!option.required && !is_tried) {
            continue;
        }
        const std::string given = is_tried ? value : plausible(option);
        if (cli::is_positional(option)) {
            behind.push_back(given);
        } else {
            args.push_back(std::string(option.name) + "=" + given);
        }
    }
    const bool shared = std::none_of(row.options.begin(), row.options.end(),
                                     [&](const OptionRow& option) { return option.name == tried.name; });
    if (shared) {
        args.push_back(std::string(tried.name) + "=" + value);
    }
    args.insert(args.end(), behind.begin(), behind.end());
    return args;
}

bool has_chinese(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c >= 0x4E00 && c <= 0x9FFF) {
            return true;
        }
    }
    return false;
}

class Office {
  public:
    Office() {
        world_.variables["LANG"] = "C.UTF-8";
        REQUIRE(run({"init", "--name", "中共望江街道工作委员会", "--short-name", "望江街道党工委"}).exit == 0);
        REQUIRE(run({"org", "add", "--name", "中共江滨社区支部委员会", "--kind", "branch", "--code", "001001"}).exit ==
                0);
        before_ = content_of(kLedger);
    }
    Ran run(const std::vector<std::string>& args) { return run_program(args, env_of(world_)); }
    bool untouched() const { return content_of(kLedger) == before_; }

    // What is wrong with the answer to a bad value; empty where all is well.
    std::string complaint(const CommandRow& row, const OptionRow& option, const std::string& value) {
        std::vector<std::string> args = command_line(row, option, value);
        args.insert(args.begin(), {"--lang", "zh"});
        const Ran zh = run(args);
        args[1] = "en";
        const Ran en = run(args);
        if (zh.exit != 2 || en.exit != 2) {
            return fmt::format("exit {} instead of 2: {}", en.exit, en.out + en.err);
        }
        if (!zh.out.empty() || !has_chinese(zh.err) || !zh.err.starts_with("错误：") || zh.err == en.err) {
            return "no Chinese sentence: " + zh.err;
        }
        if (!en.err.starts_with("error: ") || en.err.find("hint: ") == std::string::npos) {
            return "no English sentence with what to do: " + en.err;
        }
        return untouched() ? "" : "the ledger was written";
    }

  private:
    TemporaryDirectory directory_;
    WorkingIn working_{directory_.path()};
    World world_;
    std::string before_;
};

// Options that all commands of an access share are tried on one command of it.
std::vector<const OptionRow*> tried_options(const CommandRow& row, std::vector<std::string>& seen) {
    std::vector<const OptionRow*> all;
    for (const OptionRow* option : cli::options_of(row)) {
        const bool own =
            std::any_of(row.options.begin(), row.options.end(), [&](const OptionRow& one) { return &one == option; });
        const bool first = std::find(seen.begin(), seen.end(), option->name) == seen.end();
        if (own || first) {
            all.push_back(option);
        }
        if (!own && first) {
            seen.emplace_back(option->name);
        }
    }
    return all;
}

} // namespace

TEST_CASE("arch: every option of every command refuses what it cannot take, in both languages") {
    Office office;
    std::vector<std::string> seen = {"--lang"}; // every line names it
    std::size_t tried = 0;
    for (const CommandRow& row : cli::command_table()) {
        for (const OptionRow* option : tried_options(row, seen)) {
            for (const std::string& value : impossible(*option)) {
                CAPTURE(cli::name_of(row));
                CAPTURE(option->name);
                CAPTURE(printable(value));
                CHECK(office.complaint(row, *option, value) == "");
                ++tried;
            }
        }
    }
    CHECK(tried > 1500);
}

TEST_CASE("arch: no act takes a day that has not come, whatever option names it") {
    Office office;
    for (const CommandRow& row : cli::command_table()) {
        for (const OptionRow* option : cli::options_of(row)) {
            if (row.access != cli::Access::writes || option->type != OptionType::date) {
                continue;
            }
            for (const char* day : {"2199-12-31", "1799-01-01"}) {
                const Ran ran = office.run(command_line(row, *option, day));
                CAPTURE(cli::name_of(row));
                CAPTURE(option->name);
                CAPTURE(ran.out + ran.err);
                CHECK((ran.exit == 2 || ran.exit == 3 || ran.exit == 5 || ran.exit == 6));
                CHECK(office.untouched());
            }
        }
    }
}
