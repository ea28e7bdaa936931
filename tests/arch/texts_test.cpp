// No text for people lacks one of the languages, or has another in its place.
#include "cli/command.hpp"
#include "cli/help_parts.hpp"
#include "cli/words.hpp"
#include "tests/support/directory.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <optional>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

bool has(std::string_view text, bool (*is)(char32_t)) {
    for (std::size_t at = 0; at < text.size();) {
        if (is(next_code_point(text, at))) {
            return true;
        }
    }
    return false;
}
bool is_han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

// What is wrong with a pair; empty where nothing is. The same words in both are a command, a code, a sign.
std::string complaint(std::string_view zh, std::string_view en) {
    if (zh.empty() != en.empty()) {
        return "one language is empty";
    }
    if (lowered_ascii(zh) != lowered_ascii(en) && !has(zh, is_han) && has(zh, is_letter) && has(en, is_letter)) {
        return "no Chinese in the Chinese text";
    }
    return "";
}

// Adjacent string literals from `at` on, which moves behind them; nothing where there is none.
std::optional<std::string> literals(std::string_view code, std::size_t& at) {
    std::optional<std::string> all;
    for (;;) {
        const std::size_t quote = code.find_first_not_of(" \n", at);
        if (quote == std::string_view::npos || code[quote] != '"') {
            return all;
        }
        std::size_t end = quote + 1;
        while (end < code.size() && code[end] != '"') {
            end += code[end] == '\\' ? 2U : 1U;
        }
        all = all.value_or("") + std::string(code.substr(quote + 1, end - quote - 1));
        at = end + 1;
    }
}

// The texts of a source file that are written as Text{"…", "…"} or say({"…", "…"}: those with something wrong.
std::vector<std::string> complaints_in(std::string_view code, std::size_t& seen) {
    std::vector<std::string> found;
    for (const std::string_view opening : {"Text{", "Text(", "say({"}) {
        for (std::size_t at = code.find(opening); at != std::string_view::npos; at = code.find(opening, at)) {
            at += opening.size();
            const auto zh = literals(code, at);
            if (!zh || at >= code.size() || code[at] != ',') {
                continue;
            }
            ++at;
            const auto en = literals(code, at);
            if (const std::string wrong = en ? complaint(*zh, *en) : ""; !wrong.empty()) {
                found.push_back(wrong + ": " + *zh + " / " + *en);
            }
            ++seen;
        }
    }
    return found;
}

} // namespace

TEST_CASE("arch: no text of the source lacks a language") {
    std::size_t seen = 0;
    for (const char* below : {"lib", "cli"}) {
        for (const auto& file : source_files(below, {".cpp", ".hpp"})) {
            CAPTURE(file.string());
            CHECK(complaints_in(content_of(file), seen) == std::vector<std::string>());
        }
    }
    CHECK(seen > 1000);
    CHECK(complaints_in("Text{\"\", \"x\"}", seen).size() == 1);
    CHECK(complaints_in("say({\"no \"\n \"file\", \"no file {}\"}, x)", seen).size() == 1);
    CHECK(complaints_in("Text(\"没有\", \"none\") Text{\"{}\", \"{}\"} Text{zh, en}", seen).empty());
}

TEST_CASE("arch: no option, code, noun or exit code lacks a language") {
    const auto check = [](Text text, std::string_view what) {
        CAPTURE(what);
        CHECK(!text.zh.empty());
        CHECK(complaint(text.zh, text.en) == "");
    };
    for (const cli::CommandRow& row : cli::command_table()) {
        check(row.summary, row.noun);
        for (const cli::OptionRow* option : cli::options_of(row)) {
            check(option->help, option->name);
            if (option->codes != nullptr) {
                for (const CodeRow& code : option->codes().rows) {
                    check(code.title, code.id);
                }
            }
        }
    }
    for (const cli::NounRow& noun : cli::nouns()) {
        check(noun.summary, noun.noun);
    }
    for (const cli::ExitLine& line : cli::exit_lines()) {
        check(line.meaning, line.codes);
    }
    for (const ExitName& exit : exit_names()) {
        check(exit.title, exit.id);
    }
}
