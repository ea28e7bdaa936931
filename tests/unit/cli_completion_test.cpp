#include "cli/suggestions.hpp"
#include "tests/support/shell.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::cli;
using namespace jiezhuan::testing;

namespace {

Suggestions no_organisations() { return {}; }
Suggestions two_organisations() { return {{"001", Text{"江滨", "Jiangbin"}}, {"002", Text{"柳岸", "Liuan"}}}; }

// The words that are offered, with blanks between them.
std::string offered(const std::vector<std::string>& typed) {
    std::string all;
    for (const Suggestion& one : suggestions(command_table(), typed, two_organisations)) {
        all += (all.empty() ? "" : " ") + one.word;
    }
    return all;
}

bool there_is(const char* shell) { return Shell()("command -v " + std::string(shell) + " >/dev/null").exit == 0; }

// What a shell offers for a ledger with one branch, 001001 江滨一支部.
std::string in_shell(const std::string& lines) {
    const Ended ended = Shell()("{ " + street_ledger_lines() +
                                "} > /dev/null\nmkdir bin; ln -s \"$J\" bin/jiezhuan; PATH=$PWD/bin:$PATH\n" + lines);
    CHECK(ended.err == "");
    return ended.out;
}

} // namespace

TEST_CASE("cli completion: nouns, verbs, options, codes, rules and organisations") {
    CHECK(offered({"compl"}) == "completion");
    CHECK(offered({"rules", "s"}) == "show");
    CHECK(offered({"rules", "list", "--for"}) == "--format");
    CHECK(offered({"rules", "list", "--format", ""}) == "table json ndjson csv");
    CHECK(offered({"rules", "list", "--format", "=", "nd"}) == "ndjson");
    CHECK(offered({"rules", "list", "--format=nd"}) == "ndjson");
    CHECK(offered({"rules", "list", "--format", "="}) == "table json ndjson csv");
    CHECK(offered({"--format", "j"}) == "json");
    CHECK(offered({"--lang", "zh", "rec"}) == "receipt reconcile");
    CHECK(offered({"rules", "show", "LT-0"}).starts_with("LT-01 LT-02"));
    CHECK(offered({"member", "list", "--branch", ""}) == "001 002");
    CHECK(offered({"org", "show", "00"}) == "001 002");
    CHECK(offered({"org", "show", "001", ""}) == "");
    CHECK(offered({"接转", "list", "--state", "appr"}) == "approved");
    CHECK(offered({"explain", "LT-0"}).starts_with("LT-01 LT-02"));
    CHECK(offered({"explain", "exit-1"}).starts_with("exit-1 exit-10 exit-11"));
    CHECK(offered({"todo", "--fail"}) == "--fail-on");
    CHECK(offered({"no", "such"}) == "");
    CHECK(offered({}).starts_with("init status org"));
}

TEST_CASE("cli completion: an option that was given is not offered again, unless it may be") {
    CHECK(offered({"member", "list", "--all", "--al"}) == "");
    CHECK(offered({"member", "list", "--standing", "home", "--standi"}) == "--standing");
}

TEST_CASE("cli completion: every option of code type offers its codes") {
    for (const CommandRow& row : command_table()) {
        for (const OptionRow* option : options_of(row)) {
            if (option->type == OptionType::code && !is_positional(*option)) {
                CAPTURE(name_of(row));
                CAPTURE(option->name);
                std::vector<std::string> typed = {std::string(row.noun)};
                if (!row.verb.empty()) {
                    typed.emplace_back(row.verb);
                }
                typed.insert(typed.end(), {std::string(option->name), ""});
                CHECK(suggestions(command_table(), typed, no_organisations).size() == option->codes().rows.size());
            }
        }
    }
}

TEST_CASE("cli completion: bash, with the organisations of the ledger") {
    const std::string run =
        "source <($J completion bash)\n"
        "try() { COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _jiezhuan; echo \"${COMPREPLY[*]}\"; }\n";
    CHECK(in_shell(run + "try jiezhuan compl\ntry jiezhuan transfer list --state = appr\ntry jiezhuan org show 0010\n"
                         "try jiezhuan org show 江\n") == "completion\napproved\n001001\n江滨一支部\n");
}

TEST_CASE("cli completion: zsh, with the organisations of the ledger") {
    if (!there_is("zsh")) {
        MESSAGE("no zsh here");
        return;
    }
    const std::string run = "cat > try.zsh <<'END'\n"
                            "compdef() { : }\n_describe() { print -l -- ${(P)2} }\n_files() { print files }\n"
                            "source <(jiezhuan completion zsh)\n"
                            "try() { words=(\"$@\"); CURRENT=$#; _jiezhuan }\n"
                            "try jiezhuan compl\ntry jiezhuan org show 0010\ntry jiezhuan member import x\n"
                            "END\nzsh -f try.zsh\n";
    CHECK(in_shell(run) == "completion:scripts for command-line completion\n001001:江滨一支部\nfiles\n");
}

TEST_CASE("cli completion: fish, with the organisations of the ledger") {
    if (!there_is("fish")) {
        MESSAGE("no fish here");
        return;
    }
    const std::string run = "export HOME=$PWD; jiezhuan completion fish > try.fish\n"
                            "cat >> try.fish <<'END'\n"
                            "complete -C 'jiezhuan compl'\ncomplete -C 'jiezhuan org show 0010'\n"
                            "complete -C 'jiezhuan rules list --format=nd'\nEND\nfish --no-config try.fish\n";
    CHECK(in_shell(run) ==
          "completion\tscripts for command-line completion\n001001\t江滨一支部\n--format=ndjson\tndjson\n");
}
