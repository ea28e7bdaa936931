// The process around the program: what must be true of it before the first byte is read or written.
#include "cli/app.hpp"
#include "cli/interruption.hpp"
#include "cli/output.hpp"

#include <csignal>
#include <exception>
#include <fcntl.h>
#include <iostream>
#include <new>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using jiezhuan::Exit;

// A closed descriptor would be given to the next file that is opened: the ledger could become standard output. Input reads
// as empty; output is opened for reading, so that writing to it fails and is told (exit 21) instead of being lost.
bool open_standard_streams() {
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDERR_FILENO ? O_WRONLY : O_RDONLY) != fd) {
            return false;
        }
    }
    return true;
}

// No copy of what is in memory reaches a disk or another process of the same user.
bool keep_memory_private() {
    const rlimit none{0, 0};
    return setrlimit(RLIMIT_CORE, &none) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

// Also where no exception could pass. Nothing can be allocated here; a transaction that is under way is rolled back by the
// next one to open the ledger.
[[noreturn]] void out_of_memory() {
    const std::string_view said = jiezhuan::cli::no_memory_words();
    const ssize_t ignored = write(STDERR_FILENO, said.data(), said.size());
    (void)ignored;
    _exit(static_cast<int>(Exit::out_of_memory));
}

// Says what became of the ledger, and ends by that signal, as it would without being said. What was under way is rolled back by the
// next one to open the ledger.
extern "C" void say_and_end(int signal) {
    const std::string_view said =
        jiezhuan::cli::interruption_words(signal == SIGINT ? Exit::interrupted : Exit::terminated);
    const ssize_t ignored = write(STDERR_FILENO, said.data(), said.size());
    (void)ignored;
    std::raise(signal); // its action is the default by now
}

// A shell lets Ctrl-C pass by what it runs in the background: that stays so.
bool say_interruptions() {
    for (const int signal : {SIGINT, SIGTERM}) {
        struct sigaction before {};
        struct sigaction after {};
        after.sa_handler = say_and_end;
        after.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
        if (sigaction(signal, nullptr, &before) != 0 ||
            (before.sa_handler != SIG_IGN && sigaction(signal, &after, nullptr) != 0)) {
            return false;
        }
    }
    return true;
}

int start(int argc, char** argv) {
    umask(S_IRWXG | S_IRWXO);
    if (!open_standard_streams() || !keep_memory_private() || std::signal(SIGPIPE, SIG_IGN) == SIG_ERR ||
        std::signal(SIGXFSZ, SIG_IGN) == SIG_ERR || !say_interruptions()) {
        return static_cast<int>(
            jiezhuan::cli::report_bug(std::cerr, "the process could not be set up", jiezhuan::Lang::en));
    }
    std::set_new_handler(out_of_memory);
    const std::vector<std::string> args(argv + (argc > 0 ? 1 : 0), argv + argc);
    return jiezhuan::cli::run(args, jiezhuan::real_env(), std::cin, std::cout, std::cerr);
}

} // namespace

int main(int argc, char** argv) {
    try {
        return start(argc, argv);
    } catch (const std::bad_alloc&) {
        return static_cast<int>(jiezhuan::cli::report_no_memory(std::cerr));
    } catch (...) {
        return static_cast<int>(
            jiezhuan::cli::report_bug(std::cerr, "no exception may come this far", jiezhuan::Lang::en));
    }
}
