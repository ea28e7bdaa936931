// Full disks, directories that cannot be written, a ledger that somebody else uses, reports that do not arrive.
#include "jiezhuan/base/result.hpp"
#include "tests/support/answers.hpp"
#include "tests/support/ledger_fixture.hpp"
#include "tests/support/shell.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fstream>
#include <unistd.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr int kMembers = 60;
constexpr const char* kImport = "\"$J\" member import roster.csv --operator clerk --quiet";

class Street : public Shell {
  public:
    Street() {
        REQUIRE((*this)(street_ledger_lines()).exit == 0);
        write_content(file("roster.csv"), roster_csv(kMembers));
    }
    std::int64_t members() const { return members_in(file("ledger.jz")); }
    bool whole() const { return (*this)("\"$J\" ledger verify --quiet").exit == 0; }
};

// As somebody who owns the files but may not write the directory. Root may do everything, so root becomes nobody for it.
std::string without_rights(const std::string& command) {
    if (geteuid() != 0) {
        return "chmod 555 .; " + command + "; r=$?; chmod 755 .; exit $r";
    }
    return "chown 65534:65534 ledger.jz anchors.log jiezhuan.toml roster.csv; chmod 755 . && chmod 444 roster.csv; "
           "setpriv "
           "--reuid=65534 --regid=65534 --clear-groups " +
           command;
}

// The last leaf of a table, overwritten with zeros as a bad sector would read.
void lose_last_page_of(const std::string& ledger, const std::string& table) {
    std::int64_t page = 0;
    std::int64_t size = 0;
    {
        SQLite::Database file(ledger);
        size = file.execAndGet("PRAGMA page_size").getInt64();
        page = file.execAndGet("SELECT max(pageno) FROM dbstat WHERE name = '" + table + "' AND pagetype = 'leaf'")
                   .getInt64();
    }
    REQUIRE(page > 1);
    std::fstream bytes(ledger, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp((page - 1) * size);
    bytes << std::string(static_cast<std::size_t>(size), '\0');
}

} // namespace

TEST_CASE("fault: a file that may not grow is exit 20 (or 21), and the ledger as it was") {
    const Street street;
    const auto size = std::filesystem::file_size(street.file("ledger.jz")) / 1024;
    for (const auto limit : {std::uintmax_t{8}, size / 2, size, size + 8}) {
        CAPTURE(limit);
        const Ended ended = street(fmt::format("ulimit -f {}; {}", limit, kImport));
        // 21 where not even the undoing had room; the next command undoes it.
        CHECK((ended.exit == code(Exit::storage) || ended.exit == code(Exit::outcome_unknown)));
        CHECK(street.members() == 0);
        CHECK(street.whole());
    }
    CHECK(street(fmt::format("ulimit -f {}; {}", size + 8, kImport)).exit == code(Exit::storage));
    CHECK(street(kImport).exit == 0);
    CHECK(street.members() == kMembers);
}

TEST_CASE("fault: a backup for which there is no room names the backup, and leaves nothing behind") {
    const Street street;
    const Ended ended = street("ulimit -f 8; \"$J\" ledger backup bk.jz --lang en");
    CHECK(ended.exit == code(Exit::storage));
    CHECK_MESSAGE(ended.err.find("'bk.jz'") != std::string::npos, ended.err);
    CHECK(ended.err.find("ledger.jz") == std::string::npos);
    CHECK(street("ls | grep bk").exit == 1);
    CHECK(street.whole());
}

TEST_CASE("fault: what failed first is said, also where it undid all that it was part of") {
    const Street street;
    REQUIRE(street(kImport).exit == 0);
    std::string list = "姓名,身份证号码,抬头,去往单位,转接原因,方式,有效期(天),党费交至,联系电话\n";
    for (int i = 1; i <= kMembers; ++i) {
        const Member member = synthetic_member(i);
        list +=
            fmt::format("{},{},中国共产党江南市城北区东湖街道工作委员会,湖畔社区第一党支部,居住地变动,纸质,30,2026-11,"
                        "154{:08}\n",
                        member.name, member.citizen_id.text(), i);
    }
    write_content(street.file("list.csv"), list);
    REQUIRE(
        street("\"$J\" org add --name 中国共产党江南市城北区东湖街道工作委员会 --kind working_committee --outside yes "
               "--distance same_city --can-approve-probationary yes --quiet > /dev/null; mkdir kept; cp ledger.jz "
               "kept; cp "
               "anchors.log kept")
            .exit == 0);
    int failed = 0;
    for (int limit = 4; limit <= 64; limit += 20) { // KiB, for the journal
        CAPTURE(limit);
        const Ended ended = street(
            fmt::format("rm -f ledger.jz-journal; cp kept/* .; ulimit -f {}; \"$J\" "
                        "transfer import list.csv "
                        "--kind out --approved-on 2026-11-20 --minutes 第11次会议 --issue --operator clerk --lang en",
                        limit));
        failed += ended.exit == code(Exit::storage) ? 1 : 0;
        CHECK_MESSAGE(ended.err.find("savepoint") == std::string::npos, ended.err);
    }
    CHECK(failed > 0);
}

TEST_CASE("fault: a directory that cannot be written is exit 20 for who writes, and no hindrance for who reads") {
    const Street street;
    const Ended ended = street(without_rights(kImport));
    CHECK_MESSAGE(ended.exit == code(Exit::storage), ended.err);
    CHECK(street.members() == 0);
    const Ended read = street(without_rights("\"$J\" status"));
    CHECK_MESSAGE(read.exit == 0, read.err);
}

TEST_CASE("fault: a ledger that another command uses is exit 11") {
    const Street street;
    {
        SQLite::Database other(street.file("ledger.jz"), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        CHECK(street(fmt::format("{} --wait 0", kImport)).exit == code(Exit::busy));
        CHECK(street("\"$J\" status --wait 0").exit == 0);
        other.exec("COMMIT; BEGIN EXCLUSIVE");
        CHECK(street("\"$J\" status --wait 0").exit == code(Exit::busy));
        other.exec("COMMIT");
    }
    CHECK(street(kImport).exit == 0);
}

TEST_CASE(
    "fault: where the organisation of a member cannot be read, nothing is said or written as if there were none") {
    const Street street;
    std::string tree = "全称,代码,类别,上级\n";
    for (int i = 1; i <= 80; ++i) {
        tree += fmt::format("中共望江街道江滨社区楼宇第{0}支部委员会,0021{0:02},党支部,001\n", i);
    }
    write_content(street.file("tree.csv"), tree);
    const std::string last = "中共望江街道江滨社区楼宇第80支部委员会";
    REQUIRE(street("\"$J\" org import tree.csv --quiet && sed -i 's/江滨一支部/" + last + "/' roster.csv && " + kImport)
                .exit == 0);
    const std::string member =
        must(must(must(open_ledger(fake_env(), street.file("ledger.jz")))->read())->members({})).back().id.text();
    lose_last_page_of(street.file("ledger.jz"), "organisation");
    const std::string before = content_of(street.file("ledger.jz"));
    for (const std::string act :
         {"member show {0}", "member change {0} --address 江滨路9号", "explain {0}", "member list --branch 江滨一支部",
          "transfer open {0} --kind within --to 江滨一支部"}) {
        CAPTURE(act);
        CHECK(street("\"$J\" " + fmt::format(fmt::runtime(act), member)).exit == code(Exit::damaged));
    }
    CHECK(content_of(street.file("ledger.jz")) == before);
}

TEST_CASE("fault: what was done stays done where its report does not arrive") {
    const Street street;
    CHECK(street("\"$J\" member import roster.csv --operator clerk > /dev/full").exit == code(Exit::outcome_unknown));
    CHECK(street.members() == kMembers);
    CHECK(street("\"$J\" member import roster.csv --operator clerk").exit == 0);
    CHECK(street("\"$J\" member list >&-").exit == code(Exit::outcome_unknown));
    // Nobody reads any more: no signal ends the program before it can say so.
    CHECK(street("set -o pipefail; { sleep 0.2; \"$J\" member list; } | true").exit == code(Exit::outcome_unknown));
    CHECK(street("\"$J\" member list > /dev/null 2>&-").exit == 0);
}

#ifndef __SANITIZE_ADDRESS__ // which needs address space without limit
TEST_CASE("fault: too little memory is exit 71 or nothing, and the ledger as it was") {
    const Street street;
    int out_of_memory = 0;
    for (int limit = 24; limit <= 120;
         limit += 6) { // MiB: from where the program cannot be loaded to where it is enough
        CAPTURE(limit);
        const bool loads = street(fmt::format("ulimit -v {}; \"$J\" --version", limit * 1024)).exit == 0;
        const Ended ended = street(fmt::format("ulimit -v {}; {}", limit * 1024, kImport));
        CHECK((ended.exit == 0 || ended.exit == code(Exit::out_of_memory) || !loads));
        out_of_memory += ended.exit == code(Exit::out_of_memory) ? 1 : 0;
        CHECK((street.members() == (ended.exit == 0 ? kMembers : 0) || street.members() == kMembers));
        CHECK(street.whole());
    }
    CHECK(street(kImport).exit == 0);
    MESSAGE("exit 71 met " << out_of_memory << " times");
}
#endif
