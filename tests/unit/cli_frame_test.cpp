// What the frame does around a command: who, when, where, and what is said.
#include "tests/support/sample_commands.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace jiezhuan;
using namespace jiezhuan::testing;

TEST_CASE("cli: the language comes from the option, the configuration, then the locale") {
    Bench run;
    CHECK(has(run({"thing"}).err, "needs a verb"));
    run.world.variables["LANG"] = "zh_CN.UTF-8";
    CHECK(has(run({"thing"}).err, "后面要有动词"));
    run.world.variables["LC_ALL"] = "C.UTF-8";
    CHECK(has(run({"thing"}).err, "needs a verb"));
    write_content("jiezhuan.toml", "language = \"zh\"\n");
    CHECK(has(run({"thing"}).err, "后面要有动词"));
    CHECK(has(run({"thing", "--lang=en"}).err, "needs a verb"));
    CHECK(has(run({"--lang", "en", "thing"}).err, "needs a verb"));
}

TEST_CASE("cli: a number is asked for on standard input") {
    Bench run;
    CHECK(run({"thing", "ask", "--id", "-"}, " 110000195506300014 \n").out == "[110000195506300014]\n");
    CHECK(run({"thing", "ask", "--id", "-"}).exit == code(Exit::usage));
    CHECK(run({"thing", "ask", "--id", "-"}, "a\n").err.empty()); // no prompt where nobody sits
    Env env = env_of(run.world);
    env.stdin_is_terminal = true;
    CHECK(run_table(sample_commands(), {"thing", "ask", "--id", "-"}, env, "a\n").err == "number: ");
}

TEST_CASE("cli: what is written happens today or before, by somebody") {
    Bench run;
    CHECK(has(run.write({}).out, "op,clerk\r\non,2026-11-23"));
    CHECK(has(run.write({"--on", "2026-11-22"}).out, "on,2026-11-22"));
    const Ran tomorrow = run.write({"--on", "2026-11-24"});
    CHECK(tomorrow.exit == code(Exit::usage));
    CHECK(has(tomorrow.err, "--on 2026-11-24 lies after today, 2026-11-23"));
    CHECK(has(run({"thing", "read", "--as-of", "2027-01-01", "--format", "csv"}).out, "as_of,2027-01-01"));

    write_content("jiezhuan.toml", "operator = \"王芳\"\n");
    CHECK(has(run.write({}).out, "op,王芳"));
    CHECK(has(run.write({"--operator", "李强"}).out, "op,李强"));
    write_content("jiezhuan.toml", "");
    run.world.login = "";
    CHECK(has(run.write({}).err, "--operator"));
    CHECK(run.write({}).exit == code(Exit::usage));
}

TEST_CASE("cli: an accepted rule has a reason") {
    Bench run;
    CHECK(has(run.write({"--accept", "pb-01=志愿书=已核对"}).out, "accepted PB-01,志愿书=已核对"));
    for (const char* wrong : {"PB-01", "PB-01=", "=why", "PB-01= ", "PB-99=why", "LT-21=why"}) {
        CHECK(run.write({"--accept", wrong}).exit == code(Exit::usage));
    }
}

TEST_CASE("cli: only a rule that exists and may be passed can be accepted") {
    Bench run;
    CHECK(has(run.write({"--accept", "PB-10=已核对"}).err, "PB-01"));
    CHECK(has(run.write({"--accept", "LT-21=已核对"}).err, "rules show LT-21"));
}

TEST_CASE("cli: findings decide the exit code as --fail-on says") {
    Bench run;
    CHECK(run({"thing", "verdict"}).exit == 0);
    CHECK(run({"thing", "verdict", "--fail-on", "warning"}).exit == code(Exit::answer_is_no));
    CHECK(run({"thing", "verdict", "--fail-on", "never"}).exit == 0);
}

TEST_CASE("cli: to reveal takes a purpose") {
    Bench run;
    CHECK(run({"thing", "read", "--reveal"}).exit == code(Exit::usage));
    CHECK(run({"thing", "read", "--purpose", "x"}).exit == code(Exit::usage));
    CHECK(run({"thing", "read", "--reveal", "--purpose", "核对"}).exit == 0);
}

TEST_CASE("cli: standard output is one document, findings beside a text go to standard error") {
    Bench run;
    const Ran text = run({"thing", "letter"});
    CHECK(text.out == "a letter\n");
    CHECK(has(text.err, "LT-06"));
    const Ran csv = run({"thing", "read", "--format", "csv"});
    CHECK(csv.out.starts_with("name,value\r\n"));
    CHECK_FALSE(has(csv.out, "headline"));
    const Ran json = run({"thing", "read", "--format", "json"});
    CHECK(nlohmann::json::parse(json.out)["schema"] == "jiezhuan/test.echo/1");
    CHECK(json.err.empty());
}

TEST_CASE("cli: an error is one JSON object where JSON was asked for") {
    Bench run;
    for (const std::vector<std::string>& args :
         std::vector<std::vector<std::string>>{{"--format", "json"},
                                               {"thing", "--format", "json"},
                                               {"thing", "read", "x", "--format=json"},
                                               {"thing", "store", "--format", "json"}}) {
        const Ran ran = run(args);
        CHECK(ran.out.empty());
        CHECK(nlohmann::json::parse(ran.err)["code"] == ran.exit);
    }
}

TEST_CASE("cli: quiet leaves out headline and next steps") {
    Bench run;
    const Ran loud = run({"thing", "read"});
    CHECK(has(loud.out, "the headline"));
    CHECK(has(loud.out, "do this next"));
    const Ran quiet = run({"thing", "read", "--quiet"});
    CHECK(quiet.exit == 0);
    CHECK_FALSE(has(quiet.out, "the headline"));
    CHECK_FALSE(has(quiet.out, "do this next"));
}

TEST_CASE("cli: an output file is written once, for its owner alone") {
    Bench run;
    const Ran first = run({"thing", "letter", "--output", "letter.txt", "--quiet"});
    CHECK(first.exit == 0);
    CHECK(first.out.empty());
    CHECK(content_of("letter.txt") == "a letter\n");
    CHECK((std::filesystem::status("letter.txt").permissions() & std::filesystem::perms::mask) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    const Ran again = run({"thing", "letter", "--output", "letter.txt"});
    CHECK(again.exit == code(Exit::usage));
}

TEST_CASE("cli: a place where no report can be written is said before anything is done") {
    Bench run;
    const Ran missing = run({"thing", "letter", "--output", "no/such/place"});
    CHECK(missing.exit == code(Exit::usage));
    CHECK(has(missing.err, "cannot write 'no/such/place'"));
    CHECK_FALSE(has(missing.err, "the ledger"));
    write_content("a-file", "x");
    CHECK(run({"thing", "letter", "--output", "a-file/report"}).exit == code(Exit::usage));
}

TEST_CASE("cli: a report that cannot be rendered after a write is an unknown outcome, before one it is a usage error") {
    Bench run;
    CHECK(run({"thing", "read", "--columns", "nonsense"}).exit == code(Exit::usage));
    CHECK(run.write({"--columns", "nonsense"}).exit == code(Exit::outcome_unknown));
    CHECK(run.write({"--columns", "nonsense", "--dry-run"}).exit == code(Exit::usage));
}

TEST_CASE("cli: the ledger is named by option, variable, then configuration") {
    Bench run;
    CHECK(run({"thing", "where"}).exit == code(Exit::no_ledger));
    CHECK(has(run({"thing", "where"}).err, "jiezhuan init"));
    std::filesystem::create_directories("below/here");
    write_content("jiezhuan.toml", "ledger = \"town.ledger\"\n");
    CHECK(run({"thing", "where"}).out == run.directory.file("town.ledger") + "\n");
    {
        const WorkingIn deeper("below/here");
        CHECK(run({"thing", "where"}).out == run.directory.file("town.ledger") + "\n");
    }
    run.world.variables["JIEZHUAN_LEDGER"] = "/a/b";
    CHECK(run({"thing", "where"}).out == "/a/b\n");
    CHECK(run({"thing", "where", "--ledger", "c"}).out == "c\n");
    CHECK(run({"thing", "store", "--ledger", "none", "--wait", "4000"}).exit == code(Exit::usage));
    CHECK(run({"thing", "store", "--ledger", "none"}).exit == code(Exit::no_ledger));
}

TEST_CASE("cli: a configuration that is no TOML is named with its line, and does not keep help away") {
    Bench run;
    write_content("jiezhuan.toml", "ledger = \"a\"\nformat = = 1\n");
    const Ran ran = run({"thing", "read"});
    CHECK(ran.exit == code(Exit::usage));
    CHECK(has(ran.err, "jiezhuan.toml"));
    CHECK(has(ran.err, "2"));
    CHECK(run({"thing", "--help"}).exit == 0);
}

TEST_CASE("cli: a bug, no memory and an exception nobody expected end in words without personal data") {
    Bench run;
    const Ran broken = run({"thing", "bug"});
    CHECK(broken.exit == code(Exit::internal));
    CHECK(has(broken.err, "the count is negative"));
    CHECK(has(broken.err, "report"));
    CHECK(run({"thing", "memory"}).exit == code(Exit::out_of_memory));
    const Ran escaped_one = run({"thing", "escape"});
    CHECK(escaped_one.exit == code(Exit::internal));
    CHECK_FALSE(has(escaped_one.err, "李明"));
    CHECK(run({"thing", "wrong"}).exit == code(Exit::internal));
}
