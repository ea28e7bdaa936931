// Every exit code as a script meets it: from the real program where it can be provoked, else from its frame.
#include "jiezhuan/base/result.hpp"
#include "tests/support/answers.hpp"
#include "tests/support/ledger_fixture.hpp"
#include "tests/support/program.hpp"
#include "tests/support/shell.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <new>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

class Street : public Shell {
  public:
    Street() {
        REQUIRE((*this)(street_ledger_lines()).exit == 0);
        write_content(file("good.csv"), roster_csv(3));
        std::string bad = roster_csv(3);
        bad.replace(bad.find(",女,"), std::string(",女,").size(), ",南,");
        write_content(file("bad.csv"), bad);
    }
    void sql(const std::string& statement) const {
        SQLite::Database(file("ledger.jz"), SQLite::OPEN_READWRITE).exec(statement);
    }
    void ends(const std::string& command, Exit exit) const {
        CAPTURE(command);
        const Ended ended = (*this)("\"$J\" " + command);
        CHECK_MESSAGE(ended.exit == code(exit), ended.out << ended.err);
    }
};

Result<cli::Answer> breaks(cli::Context&) { throw Bug{"an invariant"}; }
Result<cli::Answer> runs_out(cli::Context&) { throw std::bad_alloc(); }

} // namespace

TEST_CASE("fault: exit codes of what a clerk asks") {
    const Street street;
    street.ends("status", Exit::done);
    street.ends("stauts", Exit::usage);
    street.ends("member find --name 110000195506300019", Exit::usage); // an ID number on the command line
    street.ends("member import bad.csv", Exit::invalid_input);
    street.ends("member import bad.csv --allow-partial --reject rest.csv", Exit::partly_applied);
    street.ends("member import good.csv", Exit::done);
    street.ends("member import good.csv", Exit::done);
    street.ends("member show M999", Exit::not_found);
    street.ends("transfer show T999", Exit::not_found);
    const auto member =
        street("\"$J\" member list --format csv --no-header --columns id | head -1 | tr -d '\\r\\n'").out;
    street.ends("transfer open " + member + " --kind within --to 江滨一支部", Exit::refused); // there already
    street.sql("UPDATE member SET away_since = 20260101, away_place = '江北市'");
    street.ends("reconcile deadlines", Exit::answer_is_no);
    street.ends("reconcile deadlines --fail-on never", Exit::done);
    street.ends("status --ledger none.jz", Exit::no_ledger);
}

TEST_CASE("fault: exit codes of a ledger that is not as it should be") {
    const Street street;
    street.ends("member import good.csv", Exit::done);
    street.ends("ledger verify", Exit::done);
    street.sql("PRAGMA user_version = 99");
    street.ends("status", Exit::newer);
    street.sql("PRAGMA user_version = 0");
    street.ends("status", Exit::upgrade_needed);
    street.sql("PRAGMA user_version = 1");
    street.ends("status", Exit::done);

    street.sql("UPDATE member SET name = '王二'");
    street.ends("ledger verify", Exit::tables_differ);
    street.ends("ledger rebuild", Exit::done);
    street.ends("ledger verify", Exit::done);
    const std::string anchors = content_of(street.file("anchors.log"));
    std::string other = anchors;
    other[other.size() - 2] = other[other.size() - 2] == '0' ? '1' : '0';
    write_content(street.file("anchors.log"), other);
    street.ends("ledger verify", Exit::anchor_mismatch);
    write_content(street.file("anchors.log"), anchors);
    street.sql("UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '张1', '张9') AS BLOB)");
    street.ends("ledger verify", Exit::damaged);
    write_content(street.file("ledger.jz"), "no ledger at all, but long enough to be looked at as one would be");
    street.ends("status", Exit::damaged);
}

TEST_CASE("fault: rows that are gone from a table are told, with the way back, to who reads and who writes") {
    const Street street;
    street.ends("member import good.csv", Exit::done);
    street.ends(
        "org add --name 中国共产党海州市滨海区海港街道工作委员会 --short-name 海港街道党工委 --outside yes --kind "
        "working_committee --can-approve-probationary yes",
        Exit::done);
    const auto number_from = [&](const std::string& list) {
        return street("\"$J\" " + list + " --format csv --no-header --columns id | head -1 | tr -d '\\r\\n'").out;
    };
    const std::string member = number_from("member list");
    street.ends("transfer open " + member +
                    " --kind out --to 海港街道党工委 --destination 海港二支部 --reason moved_home",
                Exit::done);
    const std::string transfer = number_from("transfer list");
    street.ends("transfer approve " + transfer + " --minutes 会议", Exit::done);
    street.ends("letter issue " + transfer, Exit::done);
    for (const char* statement : {"DELETE FROM member", "DELETE FROM letter", "DELETE FROM organisation",
                                  "DELETE FROM profile", "UPDATE profile SET content = 'x'"}) {
        CAPTURE(statement);
        street.sql(statement);
        const Ended read = street("\"$J\" --lang en transfer show " + transfer);
        CHECK_MESSAGE(read.exit == code(Exit::tables_differ), read.out << read.err);
        CHECK_MESSAGE(read.err.find("jiezhuan ledger rebuild") != std::string::npos, read.err);
        street.ends("transfer show " + transfer + " --format json", Exit::tables_differ);
        street.ends("transfer withdraw " + transfer + " --reason 不转了", Exit::tables_differ);
        street.ends("ledger verify", Exit::tables_differ);
        street.ends("ledger rebuild", Exit::done);
        street.ends("transfer show " + transfer, Exit::done);
    }
}

TEST_CASE("fault: an older copy that was put back is warned of by who reads and refused by who writes") {
    const Street street;
    REQUIRE(street("mkdir kept && cp ledger.jz kept/old.jz").exit == 0);
    street.ends("member import good.csv", Exit::done);
    REQUIRE(street("cp kept/old.jz ledger.jz").exit == 0);
    street.ends("member import good.csv", Exit::anchor_mismatch);
    street.ends("ledger backup", Exit::anchor_mismatch);
    for (const char* command : {"status", "ledger info"}) {
        const Ended read = street(std::string("\"$J\" --lang en ") + command);
        CHECK(read.exit == 0);
        CHECK_MESSAGE(read.out.find("an older copy was put back") != std::string::npos, read.out << read.err);
    }
    street.ends("ledger restore ledger.jz --to new.jz", Exit::done); // meant so
    street.ends("member import good.csv --ledger new.jz", Exit::usage);
    REQUIRE(street("mv ledger.jz kept").exit == 0);
    street.ends("member import good.csv --ledger new.jz", Exit::done);
    street.ends("ledger verify --ledger new.jz", Exit::done);
    street.ends("ledger restore nope.jz --to newer.jz", Exit::not_found);
}

TEST_CASE("fault: what is no file is said in words") {
    const Street street;
    const Ended ended = street("mkdir sub && cd sub && mkfifo jiezhuan.toml && \"$J\" status --lang en");
    CHECK(ended.exit == code(Exit::usage));
    CHECK_MESSAGE(ended.err.find("configuration") != std::string::npos, ended.err);
    CHECK(ended.err.find("standard input") == std::string::npos);
}

TEST_CASE("fault: a bug is exit 70, no memory exit 71, and both are said") {
    World world;
    const Env env = env_of(world);
    static const cli::CommandRow kRows[] = {
        {"break", "", {"坏", "break"}, cli::Access::none, {}, {}, breaks},
        {"exhaust", "", {"耗", "exhaust"}, cli::Access::none, {}, {}, runs_out},
    };
    const Ran bug = run_table(kRows, {"break"}, env);
    CHECK(bug.exit == code(Exit::internal));
    CHECK(bug.err.find("an invariant") != std::string::npos);
    CHECK(bug.out.empty());
    const Ran memory = run_table(kRows, {"exhaust"}, env);
    CHECK(memory.exit == code(Exit::out_of_memory));
    CHECK(memory.err == "error: out of memory\n");
    const Ran for_a_program = run_table(kRows, {"exhaust", "--format", "json"}, env);
    CHECK(for_a_program.exit == code(Exit::out_of_memory));
    CHECK(for_a_program.err.starts_with(R"({"schema":"jiezhuan/error/1","code":71,)"));
}
