// Ctrl-C and SIGTERM end a command by that signal, and it is said what became of the ledger; what a killed one was making is cleared away.
#include "jiezhuan/base/result.hpp"
#include "tests/support/ledger_fixture.hpp"
#include "tests/support/shell.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr int kMembers = 20;

class Street {
  public:
    Street() {
        REQUIRE(shell_(street_ledger_lines()).exit == 0);
        write_content(shell_.file("roster.csv"), roster_csv(kMembers));
    }
    // An import that waits for its input gets that signal once it is ready for it. A shell lets what it runs in the background ignore
    // Ctrl-C, unless it controls jobs.
    [[nodiscard]] Ended signalled(const std::string& signal, const std::string& options) const {
        return shell_(fmt::format(R"sh(set -m
mkfifo input
"$J" member import - {} <input &
program=$!
exec 3>input
until grep -q 'SigCgt:.*[2367abef]$' /proc/$program/status; do sleep 0.01; done
until [ "$(cut -d' ' -f3 /proc/$program/stat)" = S ]; do sleep 0.01; done
kill -{} $program
wait $program
)sh",
                                  options, signal));
    }
    [[nodiscard]] Ended traced(const std::string& options, const std::string& command) const {
        return shell_.traced("trace", options, command);
    }
    [[nodiscard]] Ended operator()(const std::string& lines) const { return shell_(lines); }
    [[nodiscard]] std::int64_t members() const { return members_in(shell_.file("ledger.jz")); }
    [[nodiscard]] std::string unfinished() const { return shell_("ls | grep '\\.new-' || true").out; }

  private:
    Shell shell_;
};

} // namespace

TEST_CASE("fault: Ctrl-C and SIGTERM are said, and what they left of the ledger") {
    const Street street;
    const Ended by_hand = street.signalled("INT", "--lang en");
    CHECK(by_hand.exit == static_cast<int>(Exit::interrupted));
    CHECK_MESSAGE(by_hand.err.find("error: interrupted; the ledger is as it was") != std::string::npos, by_hand.err);
    const Ended told = street("rm input").exit == 0 ? street.signalled("TERM", "--format json") : Ended{};
    CHECK(told.exit == static_cast<int>(Exit::terminated));
    CHECK_MESSAGE(told.err.find(R"("code":143,"kind":"terminated")") != std::string::npos, told.err);
    CHECK(street.members() == 0);
}

TEST_CASE("fault: interrupted while it is written, the ledger is perhaps written") {
    if (!can_trace()) {
        MESSAGE("skipped: no strace");
        return;
    }
    const Street street;
    const Ended cut = street.traced("-e trace=fdatasync -e inject=fdatasync:signal=INT:when=1",
                                    "\"$J\" --lang en member import roster.csv --operator clerk");
    CHECK(cut.exit == static_cast<int>(Exit::interrupted));
    CHECK_MESSAGE(cut.err.find("interrupted; the ledger was perhaps written") != std::string::npos, cut.err);
    CHECK(street("\"$J\" member import roster.csv --operator clerk").exit == 0);
    CHECK(street.members() == kMembers);
}

TEST_CASE("fault: what a killed backup or init was making is removed by the next") {
    if (!can_trace()) {
        MESSAGE("skipped: no strace");
        return;
    }
    const Street street;
    const std::string killed = "-e trace=renameat2 -e inject=renameat2:signal=KILL:when=1";
    constexpr int kKilled = 128 + 9;
    CHECK(street.traced(killed, "\"$J\" ledger backup copy.jz").exit == kKilled);
    CHECK(street.traced(killed, "\"$J\" init --ledger other.jz --name 中共望江街道委员会").exit == kKilled);
    CHECK_FALSE(street.unfinished().empty());
    CHECK(street("touch notes.new-0123456789ab; echo mine >notes.new-0123456789ac").exit == 0);
    CHECK(street("\"$J\" ledger backup copy.jz").exit == 0);
    CHECK(street.unfinished() == "notes.new-0123456789ac\n"); // what may be anybody's stays
}
