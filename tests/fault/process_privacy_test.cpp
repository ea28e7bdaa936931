// A day's work with people whose numbers are known: nothing of them may be seen where it does not belong, and every file is its owner's.
#include "tests/support/ledger_fixture.hpp"
#include "tests/support/shell.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

namespace fs = std::filesystem;

constexpr int kMembers = 5;

// Full ID numbers and telephones of roster_csv().
std::vector<std::string> canaries() {
    std::vector<std::string> all;
    for (int i = 1; i <= kMembers; ++i) {
        all.push_back(synthetic_member(i).citizen_id.text());
        all.push_back(fmt::format("154{:08}", i));
    }
    return all;
}

std::vector<std::string> seen_in(const std::string& text) {
    std::vector<std::string> seen;
    for (const std::string& canary : canaries()) {
        if (text.find(canary) != std::string::npos) {
            seen.push_back(canary);
        }
    }
    return seen;
}

// M and T stand for the first member and the last transfer.
constexpr const char* kDay[] = {
    "member import ../roster.csv --dry-run",
    "member import ../roster.csv",
    "member import ../roster.csv --format json",
    "member import ../bad.csv",
    "member list",
    "member list --format json",
    "member list --format csv --output members.csv",
    "member list --columns id,name --format csv",
    "member find --name 张",
    "member find --name 张1 --format json",
    "member show $M",
    "member show $M --format json",
    "member history $M",
    "member history $M --format json",
    "member change $M --employer 江南机械厂",
    ("org add --name 中国共产党海州市滨海区海港街道工作委员会 --short-name 海港街道党工委 --code 900 "
     "--kind working_committee --outside yes --distance other_province --can-approve-probationary yes"),
    "transfer open $M --kind out --to 海港街道党工委 --destination 海港街道第二社区 --reason moved_home",
    "transfer list",
    "transfer list --format json",
    "transfer approve $T --minutes 会议记录1",
    "letter issue $T",
    "letter list",
    "letter list --format json",
    "letter show $N",
    "letter show $N --format json",
    "transfer show $T",
    "transfer show $T --format json",
    "status",
    "status --format json",
    "todo --as-of 2027-12-31",
    "todo --as-of 2027-12-31 --format json",
    "transfer due --all",
    "org tree",
    "batch list",
    "ledger log",
    "ledger log --format json",
    "ledger info",
    "ledger verify",
    "rules list",
    "receipt record $N --name 张三 --date 2026-11-20",
    "receipt list --missing",
};

} // namespace

TEST_CASE("fault: no ID number and no telephone reaches a screen or a file that is not made for it") {
    const Shell shell;
    write_content(shell.file("roster.csv"), roster_csv(kMembers));
    std::string bad = roster_csv(kMembers);
    bad.replace(bad.find(",女,"), std::string(",女,").size(), ",南,");
    write_content(shell.file("bad.csv"), bad);
    REQUIRE(shell("umask 0; mkdir work; cd work; " + street_ledger_lines()).exit == 0);

    const std::string words =
        "cd work; umask 0; export JIEZHUAN_LEDGER=ledger.jz\n"
        "M=$(\"$J\" member list --format csv --no-header --columns id | head -1 | tr -d '\\r')\n"
        "T=$(\"$J\" transfer list --all --format csv --no-header --columns id | tail -1 | tr -d '\\r')\n"
        "N=$(\"$J\" letter list --format csv --no-header --columns no | tail -1 | tr -d '\\r')\n";
    for (const char* command : kDay) {
        CAPTURE(std::string(command));
        const Ended ended = shell(words + "\"$J\" " + command);
        CHECK(ended.exit < 10);
        CHECK_FALSE(ended.exit == 2);
        CHECK(seen_in(ended.out).empty());
        CHECK(seen_in(ended.err).empty());
    }

    // Papers and the clerk's own file, given back, hold what they must.
    REQUIRE(shell(words + "\"$J\" letter print $N --output letter.txt").exit == 0);
    CHECK_FALSE(seen_in(content_of(shell.file("work/letter.txt"))).empty());
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(shell.file("work"))) {
        const std::string name = entry.path().filename().string();
        CAPTURE(name);
        ++files;
        CHECK(entry.status().permissions() == (fs::perms::owner_read | fs::perms::owner_write));
        const bool made_for_it =
            name == "ledger.jz" || name == "letter.txt" || name.find(".reject.") != std::string::npos;
        CHECK((made_for_it || seen_in(content_of(entry.path())).empty()));
    }
    CHECK(files >= 5);
    for (const auto& entry : fs::directory_iterator(shell.directory().path())) {
        const std::string name = entry.path().filename().string();
        CAPTURE(name);
        const bool made = name.find("reject") != std::string::npos;
        CHECK((!made || entry.status().permissions() == (fs::perms::owner_read | fs::perms::owner_write)));
    }
}

TEST_CASE("fault: the canaries are seen where they are") {
    CHECK(seen_in(roster_csv(kMembers)).size() == canaries().size());
    CHECK(seen_in("nothing").empty());
}
