// What only a process of its own can show: streams that are closed or full, file modes, memory.
#include "jiezhuan/base/result.hpp"
#include "tests/support/answers.hpp"
#include "tests/support/directory.hpp"

#include <cstdlib>
#include <doctest/doctest.h>
#include <sys/wait.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

struct Ended {
    int exit;
    std::string err;
};

// Lines of bash in a fresh directory, with the program as "$J".
Ended shell(const std::string& lines) {
    const TemporaryDirectory directory;
    write_content(directory.file("script.sh"), "cd '" + directory.path().string() + "'\nJ='" + program() +
                                                   "'\nexport LC_ALL=C.UTF-8\n" + lines + "\n");
    const std::string command = "bash " + directory.file("script.sh") + " 2> " + directory.file("err");
    const int status = std::system(command.c_str());
    return {WEXITSTATUS(status), content_of(directory.file("err"))};
}

} // namespace

TEST_CASE("cli process: a report that does not arrive is told") {
    // In the last one nobody reads any more when the program writes.
    for (const char* line : {"\"$J\" completion bash > /dev/full", "\"$J\" completion bash >&-",
                             "set -o pipefail; { sleep 0.2; \"$J\" completion bash; } | true"}) {
        CAPTURE(line);
        const Ended ended = shell(line);
        CHECK(ended.exit == code(Exit::outcome_unknown));
        CHECK(ended.err.find("not fully written") != std::string::npos);
    }
    CHECK(shell("\"$J\" --version > /dev/null").exit == 0);
}

TEST_CASE("cli process: closed descriptors are not given to files") {
    CHECK(shell("\"$J\" completion bash --output script --quiet <&- >&- && test -s script").exit == 0);
    CHECK(shell("\"$J\" completion bsh 2>&- >&- <&-").exit == code(Exit::usage));
}

TEST_CASE("cli process: what it writes is for its owner alone") {
    CHECK(shell("umask 0 && \"$J\" completion bash --output script && test $(stat -c %a script) = 600").exit == 0);
}

#ifndef __SANITIZE_ADDRESS__ // which needs address space without limit
TEST_CASE("cli process: no memory is exit 71") {
    // The arguments fill a megabyte and more, and are copied: with less than the least room for that, the copy fails.
    const std::string run =
        "many() { (ulimit -v $1; \"$J\" $(printf \"%0120000d \" 0 0 0 0 0 0 0 0 0 0 0 0) >/dev/null 2>&1); }; ";
    const std::string bisect = "lo=20000; hi=400000; while ((hi - lo > 64)); do mid=$(((lo + hi) / 2)); many $mid; "
                               "if (($? == 2)); then hi=$mid; else lo=$mid; fi; done; many $((hi - 600))";
    CHECK(shell(run + bisect).exit == code(Exit::out_of_memory));
}
#endif
