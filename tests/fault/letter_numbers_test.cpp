// Two programs issue letters at the same time: numbers stay unique and without gaps, whoever comes first.
#include "jiezhuan/service/letters/letters.hpp"
#include "tests/support/letter_life.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

using namespace jiezhuan;
using jiezhuan::testing::LetterLife;

namespace {

constexpr int kLetters = 12;

// The real program, its output thrown away; the child's id.
pid_t start_issuing(const std::string& ledger, const std::vector<TransferId>& transfers) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child != 0) {
        return child;
    }
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    int worst = 0;
    for (const TransferId transfer : transfers) {
        const pid_t run = fork();
        if (run == 0) {
            const std::string program = jiezhuan::testing::program();
            const std::string id = transfer.text();
            execl(program.c_str(), program.c_str(), "letter", "issue", id.c_str(), "--ledger", ledger.c_str(),
                  "--operator", "王芳", "--wait", "60", static_cast<char*>(nullptr));
            _exit(127);
        }
        int status = 0;
        waitpid(run, &status, 0);
        worst = WIFEXITED(status) && WEXITSTATUS(status) == 0 ? worst : 1;
    }
    _exit(worst);
}

int exit_of_child(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

} // namespace

TEST_CASE("two programs that issue letters at once share one series without gaps") {
    const Date today = jiezhuan::real_env().today(); // the program has no other clock
    LetterLife life(today);
    std::vector<TransferId> mine;
    std::vector<TransferId> theirs;
    for (int i = 0; i < kLetters; ++i) {
        const MemberId member =
            life.member(15 + i, [&](Member& person) { person.dues_paid_through = today.month_of(); });
        (i % 2 == 0 ? mine : theirs).push_back(life.approved(member));
    }
    const pid_t first = start_issuing(life.fixture.path(), mine);
    const pid_t second = start_issuing(life.fixture.path(), theirs);
    // A third runs through the same transfers as the first: done before, or done by it and found so by the first.
    const pid_t third = start_issuing(life.fixture.path(), mine);
    CHECK(exit_of_child(first) == 0);
    CHECK(exit_of_child(second) == 0);
    CHECK(exit_of_child(third) == 0);
    const auto letters = life.fixture.read()->letters({});
    REQUIRE(letters);
    std::set<std::int64_t> serials;
    std::set<std::string> numbers;
    for (const Letter& letter : *letters) {
        serials.insert(letter.serial);
        numbers.insert(letter.no);
    }
    CHECK(letters->size() == kLetters);
    CHECK(numbers.size() == kLetters);
    CHECK(*serials.begin() == 1);
    CHECK(*serials.rbegin() == kLetters);
    CHECK(life.fixture.store()->verify().has_value());
}
