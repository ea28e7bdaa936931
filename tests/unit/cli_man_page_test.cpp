#include "cli/help_parts.hpp"
#include "cli/man_page.hpp"
#include "tests/support/shell.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::cli;
using namespace jiezhuan::testing;

namespace {

// As people read it, without emphasis; what groff complains of is an error, but for lines without a
// blank, as Chinese has them.
std::string as_read(const std::string& page) {
    const Shell shell;
    write_content(shell.file("page.1"), page);
    const Ended ended = shell("groff -man -Kutf8 -Tutf8 -ww -W break -P-c -rLL=100n page.1 | sed 's/.\\x08//g'");
    CHECK(ended.err == "");
    return ended.out;
}

bool holds(const std::string& page, std::string_view words) {
    const auto dense = [](std::string_view text) {
        std::string out;
        std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c != ' ' && c != '\n'; });
        return out;
    };
    return dense(page).find(dense(words)) != std::string::npos;
}

} // namespace

TEST_CASE("cli man page: each noun has one in both languages, with every command, option and example") {
    for (const std::string_view noun : nouns_with_pages(command_table())) {
        for (const Lang lang : {Lang::zh, Lang::en}) {
            std::string page = man_page(command_table(), noun, lang);
            std::string words; // what roff would print
            for (std::size_t at = 0; at < page.size(); ++at) {
                const bool mark =
                    page[at] == '\\' && at + 1 < page.size() && (page[at + 1] == '-' || page[at + 1] == '&');
                words += mark && page[at + 1] == '&' ? "" : mark ? "-" : std::string(1, page[at]);
                at += mark ? 1 : 0;
            }
            for (const CommandRow& row : command_table()) {
                if (row.noun != noun) {
                    continue;
                }
                CAPTURE(name_of(row));
                CHECK(holds(words, usage_line(row, lang)));
                CHECK(holds(words, row.summary.in(lang)));
                for (const OptionRow& option : row.options) {
                    CHECK(holds(words, option_label(option, lang)));
                    CHECK(holds(words, option.help.in(lang)));
                }
                for (const Example& example : row.examples) {
                    CHECK(holds(words, example.line));
                }
            }
        }
    }
}

TEST_CASE("cli man page: groff takes them without complaint") {
    if (Shell()("command -v groff >/dev/null").exit != 0) {
        MESSAGE("no groff here");
        return;
    }
    const std::string page = as_read(man_page(command_table(), "org", Lang::en));
    CHECK(holds(page, "jiezhuan org tree 江滨社区党委"));
    CHECK(holds(page, "--can-approve-probationary"));
    CHECK(holds(page, "SEE ALSO"));
    CHECK(holds(as_read(man_page(command_table(), "member", Lang::zh)), "姓名或其中几个字，或拼音、首字母"));
    CHECK(holds(as_read(program_man_page(command_table(), Lang::zh)), "党员名册"));
}
