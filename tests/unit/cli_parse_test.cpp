// From words to a command and its arguments.
#include "tests/support/sample_commands.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

TEST_CASE("cli: options stand before, between and behind the words") {
    Bench run;
    const std::string expected = run({"thing", "read", "--as-of", "2026-01-31", "--format", "csv"}).out;
    CHECK(has(expected, "as_of,2026-01-31"));
    CHECK(run({"--as-of", "2026-01-31", "thing", "--format=csv", "read"}).out == expected);
    CHECK(run({"--as-of=2026-01-31", "--format", "csv", "thing", "read"}).out == expected);
}

TEST_CASE("cli: values come through by type, codes as their ids") {
    Bench run;
    const Ran ran = run.write({"M2", "--count", "12", "--birth", "1955-06", "--month=2026-02", "--sex", "女", "--tag",
                               "a", "--tag", "-b", "--fast", "--", "-M3"});
    CHECK(ran.exit == 0);
    for (const char* line : {"member,M1", "member,M2", "member,'-M3", "--count,12", "--birth,1955-06",
                             "--month,2026-02", "--sex,female", "--tag,a", "--tag,'-b", "--fast,true"}) {
        CAPTURE(ran.out);
        CHECK_MESSAGE(has(ran.out, line), line);
    }
    CHECK(run.write({"--tag="}).exit == 2); // an empty value says nothing
    CHECK(run.write({"--tag", ""}).exit == 2);
}

TEST_CASE("cli: a value that does not fit says what is accepted") {
    Bench run;
    const auto refused = [&](const std::vector<std::string>& args, std::string_view said) {
        const Ran ran = run.write(args);
        CAPTURE(ran.err);
        CHECK(ran.exit == code(Exit::usage));
        CHECK(ran.out.empty());
        CHECK_MESSAGE(has(ran.err, said), said);
    };
    refused({"--count", "many"}, "a whole number from 0, for example --count 30");
    refused({"--count", "-1"}, "a whole number");
    refused({"--on", "23.11.2026"}, "for example --on 2026-11-23");
    refused({"--on", "2026.11"}, "a day is needed, like --on 2026-11-01");
    refused({"--on", "45000"}, "for example --on 2026-11-23"); // a spreadsheet's number of days
    refused({"--on", "2026-11"}, "a day is needed, like --on 2026-11-01");
    refused({"--on", "2026-02-30"}, "there is no such day: 2026-02 has 28 days");
    refused({"--month", "2026-11-23"}, "a month is needed, like --month 2026-11");
    refused({"--birth", "1955-13"}, "--birth 1955-06");
    refused({"--sex", "femal"}, "did you mean 'female'?");
    refused({"—need", "x"}, "write --need");
    refused({"－－need", "x"}, "write --need");
    refused({"--count", "1", "--count", "2"}, "--count may be given once");
    refused({"--count", "--fast"}, "--count needs a value");
    refused({"--count"}, "--count needs a value");
    refused({"--fast=yes"}, "--fast takes no value");
    refused({"--cuont", "1"}, "did you mean --count?");
    refused({"-x"}, "has no option '-x'");
}

TEST_CASE("cli: dates are taken as lists have them") {
    Bench run;
    const Ran ran = run.write({"M2", "--birth", "1955年6月", "--month=2026.02", "--on", "2026/11/3"});
    CHECK(ran.exit == 0);
    CHECK(has(ran.out, "--birth,1955-06"));
    CHECK(has(ran.out, "--month,2026-02"));
    CHECK(has(ran.out, "2026-11-03"));
}

TEST_CASE("cli: words that stood apart where one value was meant are shown in quotation marks") {
    Bench run;
    CHECK(has(run({"thing", "read", "--as-of", "2026-01-31", "a", "b"}).err, "--as-of '2026-01-31 a b'"));
    CHECK(has(run({"thing", "read", "a", "b"}).err, "in quotation marks: 'a b'"));
}

TEST_CASE("cli: what is missing or too much is named") {
    Bench run;
    CHECK(has(run({"thing", "write", "M1"}).err, "--need TEXT is missing"));
    CHECK(has(run({"thing", "write", "--need", "x"}).err, "member is missing: the member"));
    CHECK(has(run({"thing", "read", "M1"}).err, "'M1' is one argument too many"));
    CHECK(run({"thing", "read", "M1"}).exit == code(Exit::usage));
}

TEST_CASE("cli: no English reaches a Chinese reader") {
    Bench run;
    run.world.variables["LANG"] = "zh_CN.UTF-8";
    const std::vector<std::vector<std::string>> wrong = {{},
                                                         {"thing"},
                                                         {"nothing"},
                                                         {"thing", "wrote"},
                                                         {"thing", "read", "--colums"},
                                                         {"thing", "read", "x"},
                                                         {"thing", "read", "--columns"},
                                                         {"thing", "read", "--quiet=1"},
                                                         {"thing", "write"},
                                                         {"thing", "read", "--format", "x"},
                                                         {"thing", "read", "--as-of", "x"},
                                                         {"thing", "read", "--reveal"},
                                                         {"thing", "bug"},
                                                         {"thing", "memory"}};
    for (const auto& args : wrong) {
        const Ran ran = run(args);
        CAPTURE(ran.err);
        CHECK(ran.exit != 0);
        for (const char* english : {"error", "Error", "option", "required", "expected", "argument", "hint"}) {
            CHECK_FALSE(has(ran.err, english));
        }
    }
}

TEST_CASE("cli: Chinese words and shortcuts name commands too") {
    Bench run;
    CHECK(run({"概况"}).out == "a letter\n");
    CHECK(run({"todo"}).out == "a letter\n");
    CHECK(run({"核对", "期限"}).out == "a letter\n");
}

TEST_CASE("cli: a word that is near a command is answered with it") {
    Bench run;
    CHECK(has(run({"thnig", "read"}).err, "did you mean 'thing'?"));
    CHECK(has(run({"thing", "wriet"}).err, "did you mean 'write'?"));
    CHECK(has(run({"thing", "fly"}).err, "its verbs: 'write', 'read'"));
    CHECK(has(run({"fly"}).err, "for all of them see jiezhuan --help"));
    CHECK(has(run({"thing", "lettr"}).err, "did you mean 'letter'?"));
    CHECK(has(run({"deadlines"}).err, "did you mean 'reconcile deadlines'?"));
}

TEST_CASE("cli: control and bidi characters and endless texts are no values") {
    Bench run;
    for (const char* text : {"a\x1b[31m", "a\tb", "\u202eb", "\uFFFE", "\u0085"}) {
        const Ran ran = run.write({"--tag", text});
        CAPTURE(ran.err);
        CHECK(ran.exit == code(Exit::usage));
        CHECK(has(ran.err, "--tag has a control character U+"));
    }
    CHECK(run.write({"--tag", std::string(2000, 'a')}).exit == 0);
    CHECK(run.write({"--tag", std::string(2001, 'a')}).exit == code(Exit::usage));
}

TEST_CASE("cli: a citizen ID number inside a longer argument, or in JIEZHUAN_LEDGER, is refused and not repeated") {
    Bench run;
    for (const std::vector<std::string>& args :
         std::vector<std::vector<std::string>>{{"thing", "write", "--need", "\u8eab\u4efd\u8bc1110000195506300018"},
                                               {"thing", "read", "--output", "x110000195506300018.csv"},
                                               {"thing", "write", "--need", "see 110000195506300018, please"}}) {
        const Ran ran = run(args);
        CHECK(ran.exit == code(Exit::usage));
        CHECK_FALSE(has(ran.err, "1955"));
        CHECK(has(ran.err, "citizen ID number"));
    }
    CHECK(run.write({"--tag", "1100001955063000181"}).exit == 0); // longer: a number of something else
    run.world.variables["JIEZHUAN_LEDGER"] = "/srv/110000195506300018.jz";
    const Ran ran = run({"thing", "where"});
    CHECK(ran.exit == code(Exit::usage));
    CHECK_FALSE(has(ran.err, "1955"));
}

TEST_CASE("cli: a citizen ID number is refused wherever it stands, and not repeated") {
    Bench run;
    const std::string number = "110000195506300014";
    for (const std::vector<std::string>& args :
         std::vector<std::vector<std::string>>{{number},
                                               {"thing", "write", number},
                                               {"thing", "ask", "--id", number},
                                               {"thing", "ask", "--id=" + number},
                                               {"thing", "write", "--accept", "ID-05=" + number},
                                               {"thing", "write", "--tag", "M1," + number},
                                               {"thing", "write", "110000550630001"},
                                               {"--help", "11000019550630001x"}}) {
        const Ran ran = run(args);
        CHECK(ran.exit == code(Exit::usage));
        CHECK(has(ran.err, "--last4"));
        CHECK_FALSE(has(ran.err, "19550630"));
        CHECK_FALSE(has(ran.err, "550630001"));
    }
    CHECK(run({"thing", "ask", "--id", "913300001234567890"}).exit == 0); // a credit code
    CHECK(run({"thing", "ask", "--id", "202600010000"}).exit == 0);
}

TEST_CASE("cli: an argument that is no UTF-8 is refused") {
    Bench run;
    const Ran ran = run({"thing", "ask", "--id", "a\xFF"});
    CHECK(ran.exit == code(Exit::usage));
    CHECK(has(ran.err, "argument 4 is no UTF-8 text (from byte 2)"));
}

TEST_CASE("cli: a long or hostile argument is repeated shortened and made visible") {
    Bench run;
    CHECK(run({std::string(100'000, 'x')}).err.size() < 300);
    CHECK(run({"thing", "read", std::string(100'000, 'x')}).err.size() < 300);
    CHECK(run.write({"--count", "三" + std::string(100'000, 'x')}).err.size() < 300);
    CHECK(has(run({"thing", "read", "a\x1b[2J"}).err, "a\\x1b[2J"));
}
