// jiezhuan-rule-cost LEDGER: the CPU seconds in which the rules of an import are asked of every member of a ledger, as the import
// asks them of each row.
#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/rules/catalogue.hpp"

#include <cstdio>
#include <ctime>

using namespace jiezhuan;

namespace {

constexpr std::size_t kAtOnce = 10'000; // so many members are read, then judged

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

struct Cost {
    double seconds = 0;
    std::size_t members = 0;
    std::size_t findings = 0;
};

void judge(const std::vector<Member>& members, const Profile& profile, Date today, Cost& cost) {
    const double before = cpu_seconds();
    for (const Member& member : members) {
        cost.findings += ask(member_rules(), Moment::file, MemberFacts{member, profile, today, {}}, "").size();
    }
    cost.seconds += cpu_seconds() - before;
    cost.members += members.size();
}

Result<Cost> measured(const std::string& ledger) {
    const Env env = real_env();
    JZ_TRY(profile, parse_profile(national_profile_text(), "built in"));
    JZ_TRY(store, open_ledger(env, ledger));
    JZ_TRY(reading, store->read());
    Cost cost;
    std::vector<Member> some;
    some.reserve(kAtOnce);
    JZ_CHECK(reading->each_member({}, [&](const Member& member) -> Result<void> {
        some.push_back(member);
        if (some.size() == kAtOnce) {
            judge(some, profile, env.today(), cost);
            some.clear();
        }
        return {};
    }));
    judge(some, profile, env.today(), cost);
    return cost;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: jiezhuan-rule-cost LEDGER\n");
        return 2;
    }
    const auto cost = measured(argv[1]);
    if (!cost) {
        std::fprintf(stderr, "%s\n", cost.error().message.en.c_str());
        return 1;
    }
    std::printf("%.3f\n", cost->seconds);
    std::fprintf(stderr, "%zu members, %zu findings\n", cost->members, cost->findings);
    return 0;
}
