#include "tests/support/shell.hpp"

#include "jiezhuan/model/citizen_id.hpp"
#include "tests/support/answers.hpp"
#include "tests/support/ledger_fixture.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <sys/wait.h>

namespace jiezhuan::testing {

Ended Shell::operator()(const std::string& lines) const {
    write_content(notes_.file("script.sh"), "cd '" + directory_.path().string() + "'\nJ='" + program() +
                                                "'\nexport LC_ALL=C.UTF-8\n" + lines + "\n");
    const std::string command =
        fmt::format("bash {0} > {1} 2> {2}", notes_.file("script.sh"), notes_.file("out"), notes_.file("err"));
    const int status = std::system(command.c_str());
    const int exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {exit, content_of(notes_.file("out")), content_of(notes_.file("err"))};
}

Ended Shell::traced(const std::string& file, const std::string& options, const std::string& command) const {
    // A process has one tracer, and the search for leaks of an instrumented program wants to be that.
    return (*this)(fmt::format("ASAN_OPTIONS=detect_leaks=0 strace -f -qq -o {} {} {}", file, options, command));
}

bool can_trace() {
    static const bool able = Shell()("strace -qq -o /dev/null -e trace=none true").exit == 0;
    return able;
}

std::string street_ledger_lines() {
    return "\"$J\" init --name 中国共产党江南市临江区望江街道工作委员会 --short-name 望江街道党工委 --operator clerk "
           "--quiet &&\n"
           "\"$J\" org add --name 中共望江街道江滨社区第一支部委员会 --short-name 江滨一支部 --code 001001 --kind "
           "branch "
           "--quiet > /dev/null\n";
}

std::string roster_csv(int members) {
    std::string csv = "姓名,公民身份号码,性别,出生日期,民族,党籍,入党日期,转正日期,所在党组织,联系电话,党费交至\n";
    for (int i = 1; i <= members; ++i) {
        const Member member = synthetic_member(i);
        csv += fmt::format("{},{},{},{},汉族,正式党员,{},{},江滨一支部,154{:08},2026-11\n", member.name,
                           member.citizen_id.text(), code_title(member.sex).zh, member.birth.text(),
                           member.admission.text(), member.conversion.text(), i);
    }
    return csv;
}

std::int64_t members_in(const std::string& ledger) {
    const Env env = fake_env();
    const auto store = must(open_ledger(env, ledger));
    return must(must(store->read())->count(RecordKind::member, {}));
}

} // namespace jiezhuan::testing
