// Several processes work on one ledger at once, each on members of its own: whatever the order in which they come to write, everybody
// has the one standing that a simple model of the acts gives, and the ledger proves it.
#include "jiezhuan/base/shell.hpp"
#include "tests/support/answers.hpp"
#include "tests/support/ledger_fixture.hpp"
#include "tests/support/program.hpp"
#include "tests/support/shell.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;
using Json = nlohmann::json;

namespace {

constexpr int kMembersEach = 4;

// The commands of one clerk, who goes by what each answered.
class Clerk {
  public:
    Clerk(std::string ledger, unsigned seed, const std::vector<Member>& members)
        : ledger_(std::move(ledger)), random_(seed) {
        world_.seed = seed;
        for (const Member& member : members) {
            members_.push_back({.id = member.id.text(), .name = member.name});
        }
    }

    // Nothing, or what should not have been answered.
    std::string work(int acts) {
        for (int i = 0; i < acts && wrong_.empty(); ++i) {
            act(members_[random_() % members_.size()]);
        }
        return wrong_;
    }
    [[nodiscard]] std::string standings() const {
        std::string lines;
        for (const Person& person : members_) {
            lines += fmt::format("{} {}\n", person.id, person.standing);
        }
        return lines;
    }

  private:
    struct Person {
        std::string id;
        std::string name;
        std::string transfer = {};
        std::string letter = {};
        std::string standing = "home";
        std::string before_mark = {}; // empty: no mark to take back
        bool accepted = false;
    };

    // Done, or refused by a rule or a state; whoever waits too long tries again.
    bool done(std::vector<std::string> args, Json* document = nullptr) {
        args.insert(args.end(), {"--ledger", ledger_, "--format", "json", "--wait", "60"});
        const Ran ran = run_program(args, env_of(world_));
        if (ran.exit != 0 && ran.exit != code(Exit::refused)) {
            wrong_ = fmt::format("{}: exit {}\n{}{}", fmt::join(args, " "), ran.exit, ran.out, ran.err);
        }
        if (document != nullptr && ran.exit == 0) {
            *document = Json::parse(ran.out);
        }
        return ran.exit == 0;
    }

    void act(Person& person) {
        switch (random_() % 9) {
        case 0:
        case 1:
            open(person);
            break;
        case 2:
        case 3:
            issue(person);
            break;
        case 4:
            accept(person);
            break;
        case 5:
            come_to_nothing(person, random_() % 2 == 0 ? "withdraw" : "revoke");
            break;
        case 6:
            mark(person, random_() % 2 == 0 ? "died" : "suspended");
            break;
        case 7:
            take_back(person);
            break;
        default:
            static_cast<void>(done({"member", "show", person.id}));
        }
    }

    void open(Person& person) {
        Json document;
        if (done({"transfer", "open", person.id, "--kind", "out", "--to", "海港街道党工委", "--reason", "moved_home"},
                 &document)) {
            const std::string transfer = document.at("data").at("transfers").at(0).at("id");
            if (transfer != person.transfer) {
                person.transfer = transfer;
                person.letter.clear();
            }
            static_cast<void>(done({"transfer", "approve", person.transfer, "--minutes", "第1次会议"}));
        }
    }
    void issue(Person& person) {
        Json document;
        if (!person.transfer.empty() && done({"letter", "issue", person.transfer}, &document) &&
            person.letter.empty()) {
            person.letter = document.at("data").at("letters").at(0).at("no");
            person.standing = "in_transit";
            person.before_mark.clear();
        }
    }
    void accept(Person& person) {
        if (!person.letter.empty() &&
            done({"receipt", "record", person.letter, "--name", person.name, "--date", "2026-11-23"}) &&
            person.standing == "in_transit") {
            person.standing = "left";
            person.accepted = true;
        }
    }
    void come_to_nothing(Person& person, const std::string& how) {
        if (!person.transfer.empty() && done({"transfer", how, person.transfer, "--reason", "本人申请"}) &&
            (person.standing == "in_transit" || person.accepted)) {
            person.standing = "home";
            person.accepted = false;
        }
    }
    void mark(Person& person, const std::string& as) {
        const std::string to = as == "died" ? "left" : "suspended";
        if (done({"member", "mark", person.id, "--as", as, "--basis", "某文件", "--decided-by", "某党委"}) &&
            person.standing != to) {
            person.before_mark = person.standing == "suspended" ? "suspended" : "home"; // nobody is left on the way
            person.standing = to;
        }
    }
    void take_back(Person& person) {
        if (!person.before_mark.empty() &&
            done({"member", "mark", person.id, "--as", "mistaken", "--basis", "登记有误"})) {
            person.standing = person.before_mark;
            person.before_mark.clear();
        }
    }

    std::string ledger_;
    std::mt19937 random_;
    World world_;
    std::vector<Person> members_;
    std::string wrong_;
};

// A child process; what it did is in the file, and its exit is 0, where nothing was answered that should not have been.
pid_t start(Clerk clerk, int acts, const std::string& file) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::string wrong;
        try {
            wrong = clerk.work(acts);
        } catch (const std::exception& thrown) { // no test goes on in a child
            wrong = thrown.what();
        }
        write_content(file, wrong.empty() ? clerk.standings() : wrong);
        _exit(wrong.empty() ? 0 : 1);
    }
    return child;
}

void keep_one_standing(int clerks, int acts) {
    Shell shell;
    REQUIRE(shell(street_ledger_lines() +
                  "\"$J\" org add --outside yes --name 中国共产党海州市滨海区海港街道工作委员会 --short-name "
                  "海港街道党工委 --kind working_committee --distance other_province --quiet > /dev/null")
                .exit == 0);
    write_content(shell.file("roster.csv"), roster_csv(clerks * kMembersEach));
    REQUIRE(shell("\"$J\" member import roster.csv --operator clerk --quiet").exit == 0);
    const std::string ledger = shell.file("ledger.jz");
    const Env env = fake_env();
    const auto store = open_ledger(env, ledger);
    REQUIRE(store);
    const auto members = (*(*store)->read())->members({});
    REQUIRE(members);
    std::vector<pid_t> children;
    for (int i = 0; i < clerks; ++i) {
        const auto first = members->begin() + i * kMembersEach;
        children.push_back(start(Clerk(ledger, static_cast<unsigned>(i + 1), {first, first + kMembersEach}), acts,
                                 shell.file(fmt::format("clerk{}", i))));
    }
    for (int i = 0; i < clerks; ++i) {
        int status = 0;
        waitpid(children[static_cast<std::size_t>(i)], &status, 0);
        const std::string said = content_of(shell.file(fmt::format("clerk{}", i)));
        CHECK_MESSAGE((WIFEXITED(status) && WEXITSTATUS(status) == 0), said);
        for (const std::string& line : lines_of(said)) {
            const auto id = parse_id_of<RecordKind::member>(line.substr(0, line.find(' ')));
            REQUIRE_MESSAGE(id, line);
            const auto member = (*(*store)->read())->member(*id);
            CHECK(code_id((*member)->standing) == line.substr(line.find(' ') + 1));
        }
    }
    const Ended verified = shell("\"$J\" ledger verify && \"$J\" ledger rebuild --check");
    CAPTURE(verified.out);
    CAPTURE(verified.err);
    CHECK(verified.exit == 0);
}

} // namespace

TEST_CASE("processes: clerks who work at once keep one standing for everybody") { keep_one_standing(3, 12); }

TEST_CASE("processes: many acts of clerks who work at once" * doctest::test_suite("slow")) {
    keep_one_standing(4, 250);
}
