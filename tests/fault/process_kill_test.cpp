// An import is killed at each of its writes, or the write fails: afterwards the ledger is whole, holds nothing or all of the file,
// and the same command brings it to the end.
#include "tests/support/ledger_fixture.hpp"
#include "tests/support/shell.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <set>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr int kMembers = 60;
constexpr const char* kImport = "\"$J\" member import base/roster.csv --operator clerk --quiet";
constexpr int kKilled = 128 + 9;
// The calls by which the program changes what others see.
constexpr const char* kCalls[] = {"pwrite64", "write", "fdatasync", "fsync", "ftruncate", "unlink"};

class Import {
  public:
    Import() {
        REQUIRE(shell_("mkdir base && cd base && " + street_ledger_lines()).exit == 0);
        write_content(shell_.file("base/roster.csv"), roster_csv(kMembers));
    }

    // On a fresh ledger, under strace with these options.
    Ended traced(const std::string& options) const {
        REQUIRE(shell_("rm -f ledger.jz* anchors.log *.reject.csv; cp -p base/ledger.jz base/anchors.log "
                       "base/jiezhuan.toml .")
                    .exit == 0);
        return shell_.traced("trace", options, kImport);
    }
    // How often an undisturbed import makes that call.
    int calls(const std::string& call) const {
        REQUIRE(traced("-e trace=" + call).exit == 0);
        return static_cast<int>(lines_of(content_of(shell_.file("trace"))).size());
    }
    // How many anchors there are where the import was killed between its commit and its anchor, and after the same command again.
    std::pair<int, int> anchors_after_kill() const {
        const auto anchors = [this] {
            return static_cast<int>(lines_of(content_of(shell_.file("anchors.log"))).size());
        };
        // The last of the calls by which the file is opened.
        REQUIRE(traced("-P anchors.log -P ./anchors.log -e trace=openat").exit == 0);
        const std::size_t opened = lines_of(content_of(shell_.file("trace"))).size();
        const int exit = traced(fmt::format("-P anchors.log -P ./anchors.log -e trace=openat -e "
                                            "inject=openat:signal=KILL:when={}",
                                            opened))
                             .exit;
        CHECK(exit == kKilled);
        const int killed = anchors();
        CHECK(members() == kMembers);
        CHECK(converges());
        return {killed, anchors()};
    }
    std::int64_t members() const { return members_in(shell_.file("ledger.jz")); }
    // What must be true however the import ended. False where nothing of the file had been kept.
    bool converges() const {
        const Ended verified = shell_("\"$J\" ledger verify --quiet");
        CHECK_MESSAGE(verified.exit == 0, verified.err);
        const std::int64_t kept = members();
        CHECK((kept == 0 || kept == kMembers));
        const Ended again = shell_(kImport);
        CHECK_MESSAGE(again.exit == 0, again.err);
        CHECK(members() == kMembers);
        CHECK(shell_("\"$J\" ledger verify --quiet").exit == 0);
        return kept == kMembers;
    }

    // Disturbs each `stride`th call; the outcomes that were met.
    std::set<int> disturb(const std::string& call, const std::string& how, int stride) const {
        std::set<int> exits;
        const int all = calls(call);
        for (int k = 1; k <= all; k += stride) {
            CAPTURE(call);
            CAPTURE(k);
            const int exit = traced(fmt::format("-e trace={0} -e inject={0}:{1}:when={2}", call, how, k)).exit;
            exits.insert(exit);
            CHECK((converges() || exit != 0));
        }
        return exits;
    }

  private:
    Shell shell_;
};

// Every exit code in `met` is one of these.
bool only(const std::set<int>& met, const std::set<int>& allowed) {
    for (const int exit : met) {
        if (!allowed.contains(exit)) {
            FAIL_CHECK("exit " << exit);
            return false;
        }
    }
    return true;
}

} // namespace

TEST_CASE("fault: an import that is killed is done again") {
    if (!can_trace()) {
        MESSAGE("skipped: no strace");
        return;
    }
    const Import import;
    CHECK(import.disturb("pwrite64", "signal=KILL", 37) == std::set{kKilled});
    CHECK(import.disturb("fdatasync", "signal=KILL", 1) == std::set{kKilled});
}

TEST_CASE("fault: an import that is killed before its anchor has it made up by the next command") {
    if (!can_trace()) {
        MESSAGE("skipped: no strace");
        return;
    }
    const Import import;
    CHECK(import.anchors_after_kill() == std::pair{2, 3});
}

TEST_CASE("fault: an import that is killed at every write is done again" * doctest::test_suite("slow")) {
    if (!can_trace()) {
        MESSAGE("skipped: no strace");
        return;
    }
    const Import import;
    for (const char* call : kCalls) {
        CHECK(only(import.disturb(call, "signal=KILL", 1), {kKilled}));
    }
}

TEST_CASE("fault: an import whose writes fail says so and is done again" * doctest::test_suite("slow")) {
    if (!can_trace()) {
        MESSAGE("skipped: no strace");
        return;
    }
    const Import import;
    for (const char* call : kCalls) {
        for (const char* error : {"error=ENOSPC", "error=EIO"}) {
            CAPTURE(error);
            CHECK(only(import.disturb(call, error, 5), {0, 20, 21}));
        }
    }
}
