// Every command can be looked up, and is shown at work in a transcript.
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/parse.hpp"
#include "cli/select.hpp"
#include "cli/words.hpp"
#include "jiezhuan/base/text.hpp"
#include "tests/support/directory.hpp"
#include "tests/support/transcript.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

// Steps of the transcripts and of the pages that are run like them.
std::vector<Step> all_steps() {
    std::vector<Step> steps;
    const auto add = [&](const std::filesystem::path& file, TranscriptForm form) {
        for (const Part& part : parse_transcript(content_of(file), form)) {
            if (part.step) {
                steps.push_back(*part.step);
            }
        }
    };
    for (const auto& file : source_files("tests/golden/transcripts", {".txt"})) {
        add(file, TranscriptForm::plain);
    }
    for (const auto& file : source_files("examples", {"README.md"})) {
        add(file, TranscriptForm::markdown);
    }
    return steps;
}

// The commands that really run in the steps: not those that only show their help.
std::set<std::string> commands_in(const std::vector<Step>& steps) {
    std::set<std::string> names;
    for (const Step& step : steps) {
        std::vector<std::string> words = shell_words(step.command);
        while (!words.empty() && words.front().find('=') != std::string::npos) {
            words.erase(words.begin());
        }
        if (words.empty() || words.front() != "jiezhuan") {
            continue;
        }
        words.erase(words.begin());
        const auto selected = cli::select(cli::command_table(), words);
        const bool usage_error = !step.expected.empty() && step.expected.back() == "? 2";
        const bool help = std::find(words.begin(), words.end(), "--help") != words.end() ||
                          std::find(words.begin(), words.end(), "-h") != words.end();
        if (selected && selected->command != nullptr && !selected->help && !help && !usage_error) {
            names.insert(cli::name_of(*selected->command));
        }
    }
    return names;
}

std::vector<std::string> untexted(const cli::CommandRow& row) {
    std::vector<std::string> complaints;
    const auto need = [&](Text text, std::string_view what) {
        if (text.zh.empty() || text.en.empty()) {
            complaints.push_back(fmt::format("{}: {} has no text in one language", cli::name_of(row), what));
        }
    };
    need(row.summary, "the summary");
    for (const cli::OptionRow& option : row.options) {
        need(option.help, option.name);
        if ((option.type == cli::OptionType::code) != (option.codes != nullptr)) {
            complaints.push_back(
                fmt::format("{}: {} has codes if and only if its type is code", cli::name_of(row), option.name));
        }
    }
    for (const cli::Example& example : row.examples) {
        need(example.what, example.line);
    }
    if (row.examples.empty()) {
        complaints.push_back(fmt::format("{}: no example", cli::name_of(row)));
    }
    return complaints;
}

constexpr cli::OptionRow kBad[] = {{"--kind", cli::OptionType::code, {"", "kind"}}};
const cli::CommandRow kUntexted{"a", "b", {"", "x"}, cli::Access::none, kBad, {}, nullptr};

} // namespace

TEST_CASE("arch: every command has its texts in both languages and an example") {
    for (const cli::CommandRow& row : cli::command_table()) {
        for (const std::string& complaint : untexted(row)) {
            FAIL_CHECK(complaint);
        }
        CHECK_MESSAGE(cli::noun_row(row.noun) != nullptr, "no words for the noun " << row.noun);
    }
    CHECK(untexted(kUntexted).size() == 4);
}

TEST_CASE("arch: the examples of every command can be typed, and one is of the command itself") {
    for (const cli::CommandRow& row : cli::command_table()) {
        bool own = false;
        for (const cli::Example& example : row.examples) {
            CAPTURE(example.line);
            if (!example.line.starts_with("jiezhuan ")) {
                continue; // the shell's own, around the program
            }
            const std::string_view typed = example.line.substr(9, example.line.find(" | ") - 9);
            const auto selected = cli::select(cli::command_table(), shell_words(typed));
            REQUIRE((selected && selected->command != nullptr));
            CHECK(cli::parse(*selected->command, selected->rest).has_value());
            own = own || selected->command == &row;
        }
        CHECK_MESSAGE(own, "no example of its own: " << cli::name_of(row));
    }
}

TEST_CASE("arch: the help of every command renders within its width in both languages") {
    constexpr int kWidth = 100;
    for (const cli::CommandRow& row : cli::command_table()) {
        for (const Lang lang : {Lang::zh, Lang::en}) {
            const std::string help = cli::command_help(row, {lang, kWidth});
            CHECK(help.find(row.summary.in(lang)) != std::string::npos);
            for (const std::string& line : lines_of(help)) {
                CAPTURE(line);
                CHECK((display_width(line) <= kWidth || line.find("jiezhuan ") != std::string::npos));
            }
        }
    }
}

TEST_CASE("arch: an option for reading is offered only where it has an effect") {
    const auto offers = [](std::string_view noun, std::string_view verb, std::string_view option) {
        for (const cli::CommandRow& row : cli::command_table()) {
            if (row.noun == noun && row.verb == verb) {
                const auto options = cli::options_of(row);
                return std::any_of(options.begin(), options.end(),
                                   [&](const cli::OptionRow* one) { return one->name == option; });
            }
        }
        throw std::runtime_error("no such command");
    };
    for (const char* option : {"--as-of", "--fail-on", "--reveal", "--purpose"}) {
        CAPTURE(option);
        CHECK(offers("member", "show", option));
        for (const char* verb : {"info", "log", "verify", "backup"}) {
            CHECK_FALSE(offers("ledger", verb, option));
        }
    }
    CHECK(offers("status", "", "--as-of"));
    CHECK_FALSE(offers("status", "", "--fail-on"));
    CHECK(offers("receipt", "list", "--fail-on"));
    CHECK_FALSE(offers("receipt", "list", "--reveal"));
    CHECK(offers("ledger", "info", "--format"));
}

TEST_CASE("arch: every command runs in a transcript") {
    const auto shown = commands_in(all_steps());
    for (const cli::CommandRow& row : cli::command_table()) {
        CHECK_MESSAGE(shown.contains(cli::name_of(row)), "no transcript runs: jiezhuan " << cli::name_of(row));
    }
    CHECK(commands_in({{"jiezhuan completion bash", {}, {"? 2"}}}).empty());
    CHECK(commands_in({{"jiezhuan completion --help", {}, {}}}).empty());
    CHECK(commands_in({{"jiezhuan completion bash -h", {}, {}}}).empty());
    CHECK(commands_in({{"A=b jiezhuan --lang zh completion bash", {}, {}}}).size() == 1);
}
