// Files that are made beside the ledger: whatever ends the program, none is seen half, none is left over, and none says what is not so.
#include "jiezhuan/base/result.hpp"
#include "tests/support/answers.hpp"
#include "tests/support/ledger_fixture.hpp"
#include "tests/support/shell.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr int kMembers = 5;
constexpr int kKilled = 128 + 9;
constexpr const char* kImport =
    "\"$J\" member import bad.csv --allow-partial --reject rj.csv --operator clerk --quiet > said.txt";

// A ledger, and a roster of which one row is wrong.
class Street : public Shell {
  public:
    Street() {
        REQUIRE((*this)(street_ledger_lines()).exit == 0);
        std::string bad = roster_csv(kMembers);
        bad.replace(bad.find(",女,"), std::string(",女,").size(), ",南,");
        write_content(file("bad.csv"), bad);
    }
    // Under strace, which disturbs that call.
    Ended disturbed(const std::string& call, const std::string& how, const std::string& command) const {
        return traced("trace.txt", fmt::format("-e trace={0} -e inject={0}:{1}", call, how), command);
    }
    std::int64_t members() const { return members_in(file("ledger.jz")); }
    bool there(const std::string& pattern) const { return (*this)("ls " + pattern).exit == 0; }
};

} // namespace

TEST_CASE("fault: a report that is killed before it has its name leaves nothing behind") {
    if (!can_trace()) {
        MESSAGE("skipped: no strace");
        return;
    }
    const Street street;
    for (const char* call : {"fsync", "linkat"}) {
        CAPTURE(call);
        CHECK(street.disturbed(call, "signal=KILL:when=1", "\"$J\" member list --output p.csv --format csv").exit ==
              kKilled);
        CHECK_FALSE(street.there("p.csv*"));
    }
    CHECK(street("\"$J\" member list --output p.csv --format csv").exit == 0);
    CHECK(street.there("p.csv"));
}

TEST_CASE("fault: a partial import that is killed after its commit is brought to its end by the same command") {
    if (!can_trace()) {
        MESSAGE("skipped: no strace");
        return;
    }
    const Street street;
    CHECK(street.disturbed("linkat", "signal=KILL:when=1", kImport).exit == kKilled);
    CHECK(street.members() == kMembers - 1);
    CHECK_FALSE(street.there("rj.csv*"));
    for (int again = 0; again < 2; ++again) {
        CHECK(street(kImport).exit == code(Exit::partly_applied));
        CHECK(lines_of(content_of(street.file("rj.csv"))).size() == 2);
        CHECK(street.members() == kMembers - 1);
    }
}

TEST_CASE("fault: where nothing was applied no reject file says that something was") {
    if (!can_trace()) {
        MESSAGE("skipped: no strace");
        return;
    }
    const Street street;
    const Ended ended = street.disturbed("pwrite64", "error=ENOSPC:when=1+", kImport);
    CHECK((ended.exit == code(Exit::storage) || ended.exit == code(Exit::outcome_unknown)));
    CHECK(street.members() == 0);
    CHECK_FALSE(street.there("rj.csv*"));
    CHECK(street(kImport).exit == code(Exit::partly_applied));
}
