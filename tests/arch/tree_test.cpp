// The source tree is what the design says; and each check fires on a planted violation.
#include "tests/arch/checks.hpp"
#include "tests/support/directory.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan::testing;

namespace {

using Check = Complaints (*)(std::string_view, std::string_view);

void check_tree(Check check, const std::vector<std::string_view>& below, const std::vector<std::string>& suffixes) {
    std::size_t files = 0;
    for (const std::string_view directory : below) {
        for (const auto& file : source_files(directory, suffixes)) {
            ++files;
            const std::string path = std::filesystem::relative(file, source_tree()).string();
            for (const std::string& complaint : check(path, content_of(file))) {
                FAIL_CHECK(complaint);
            }
        }
    }
    CHECK(files > 0);
}

const std::vector<std::string> kSources = {".cpp", ".hpp"};

} // namespace

TEST_CASE("arch: includes run one way") {
    check_tree(check_includes, {"lib/jiezhuan", "cli"}, kSources);

    CHECK(check_includes("lib/jiezhuan/base/date.cpp", "#include \"jiezhuan/model/ids.hpp\"\n").size() == 1);
    CHECK(check_includes("lib/jiezhuan/model/member.cpp", "#include \"jiezhuan/rules/rule.hpp\"\n").size() == 1);
    CHECK(check_includes("lib/jiezhuan/rules/rule.hpp", "#include \"jiezhuan/ledger/store.hpp\"\n").size() == 1);
    CHECK(check_includes("lib/jiezhuan/config/profile.cpp", "#include \"jiezhuan/model/member.hpp\"\n").size() == 1);
    CHECK(check_includes("lib/jiezhuan/tabular/csv.cpp", "#include \"jiezhuan/report/rowset.hpp\"\n").size() == 1);
    CHECK(check_includes("lib/jiezhuan/letters/a.cpp", "#include \"jiezhuan/ledger/store.hpp\"\n").size() == 1);
    CHECK(check_includes("lib/jiezhuan/report/a.cpp", "#include \"jiezhuan/ledger/store.hpp\"\n").size() == 1);
    CHECK(check_includes("lib/jiezhuan/ledger/a.cpp", "#include \"jiezhuan/rules/rule.hpp\"\n").size() == 1);
    CHECK(check_includes("lib/jiezhuan/service/a.cpp", "#include \"cli/args.hpp\"\n").size() == 1);
    CHECK(check_includes("lib/jiezhuan/service/a.cpp", "#include \"jiezhuan/ledger/sqlite/rows.hpp\"\n").size() == 1);
    CHECK(check_includes("cli/app.cpp", "#include \"tests/support/program.hpp\"\n").size() == 1);
    CHECK(check_includes("lib/jiezhuan/elsewhere/a.cpp", "").size() == 1);

    CHECK(check_includes("lib/jiezhuan/ledger/open.cpp", "#include \"jiezhuan/ledger/sqlite/rows.hpp\"\n").empty());
    CHECK(check_includes("cli/app.cpp", "#include \"jiezhuan/base/text.hpp\"\n#include \"cli/args.hpp\"\n").empty());
    CHECK(check_includes("lib/jiezhuan/base/a.cpp", "// #include \"jiezhuan/model/ids.hpp\"\n").empty());
}

TEST_CASE("arch: time, randomness, environment, streams and SQL stand in one place each") {
    check_tree(check_calls, {"lib/jiezhuan", "cli"}, kSources);

    for (const char* violation :
         {"#include <sqlite3.h>", "#include <SQLiteCpp/SQLiteCpp.h>", "std::cout << 1;", "std::cerr << 1;",
          "printf(\"x\");", "fmt::print(\"x\");", "#include <cstdio>", "std::chrono::system_clock::now();",
          "time(nullptr);", "localtime_r(&a, &b);", "rand();", "std::random_device device;", "std::getenv(\"A\");",
          "throw std::runtime_error(\"x\");", "std::source_location::current();", "a | std::views::filter(b);",
          "std::stod(text);"}) {
        CAPTURE(violation);
        CHECK(check_calls("lib/jiezhuan/model/member.cpp", violation).size() == 1);
    }
    for (const char* fine : {"throw Bug{\"x\"};", "env.random();", "// std::cout << 1;", "say(\"printf( time( \");",
                             "last_time(x);", "const auto text = \"std::cout\";", "env_->now();"}) {
        CAPTURE(fine);
        CHECK(check_calls("lib/jiezhuan/model/member.cpp", fine).empty());
    }
    CHECK(check_calls("cli/output.cpp", "std::cerr << 1;").empty());
    CHECK(check_calls("lib/jiezhuan/ledger/sqlite/connection.cpp", "#include <sqlite3.h>").empty());
}

TEST_CASE("arch: nothing deletes what was recorded, IN-06") {
    check_tree(check_deletions, {"lib", "cli", "schemas/sqlite"}, {".cpp", ".hpp", ".sql"});

    for (const char* violation :
         {"database.exec(\"DELETE FROM member WHERE id = ?1\");", "exec(\"delete from event\");", "DROP TABLE member;",
          "\"INSERT OR REPLACE INTO member\"", "REFERENCES member(id) ON DELETE CASCADE",
          "EventType{\"member_deleted\", {\"删除\", \"deleted\"}},"}) {
        CAPTURE(violation);
        CHECK(check_deletions("lib/jiezhuan/ledger/sqlite/projector.cpp", violation).size() == 1);
    }
    CHECK(
        check_deletions("lib/jiezhuan/ledger/sqlite/projector.cpp", "\"DELETE FROM member_by_document WHERE no = ?1\"")
            .empty());
    CHECK(check_deletions("lib/jiezhuan/ledger/store.hpp", "Store(const Store&) = delete;").empty());
}

TEST_CASE("arch: a file can be read in one sitting") {
    check_tree(check_length, {"lib", "cli", "tests", "tools"}, kSources);

    std::string text;
    for (int line = 0; line < 400; ++line) {
        text += "x\n";
    }
    CHECK(check_length("lib/jiezhuan/base/a.cpp", text).empty());
    CHECK(check_length("lib/jiezhuan/base/a.cpp", text + "x\n").size() == 1);
}

TEST_CASE("arch: no test name has a semicolon") {
    check_tree(check_test_names, {"tests"}, {"_test.cpp"});

    CHECK(check_test_names("a_test.cpp", "TEST_CASE(\"one"
                                         ";two\") {}")
              .size() == 1);
    CHECK(check_test_names("a_test.cpp", "SUBCASE( \"one"
                                         ";two\" ) {}")
              .size() == 1);
    CHECK(check_test_names("a_test.cpp", "TEST_CASE(\"one, two\") { f(\"a;b\"); }").empty());
}
