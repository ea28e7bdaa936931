// Every example of help and of the manual pages is run: on a small ledger, with the files that it names at hand. It may be answered
// that there is no such member; never that the command line is wrong.
#include "cli/command.hpp"
#include "tests/support/directory.hpp"
#include "tests/support/program.hpp"
#include "tests/support/transcript.hpp"

#include "jiezhuan/config/profile.hpp"

#include <algorithm>
#include <array>
#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;
namespace fs = std::filesystem;

namespace {

struct Template {
    const char* file;
    std::vector<std::string> made_by;
};
const std::array kFiles = {
    Template{"roster.csv", {"member", "template"}},
    Template{"organisations.csv", {"org", "template"}},
    Template{"handover.csv", {"transfer", "template", "--kind", "in"}},
    Template{"outgoing.csv", {"transfer", "template", "--kind", "out"}},
    Template{"回执.csv", {"receipt", "template"}},
};

constexpr const char* kNumber = "110000195506300018\n";

// An office with a branch or two and a member, M6; made once, copied for every example.
class Office {
  public:
    Office() {
        const WorkingIn working(directory_.path());
        must({"init", "--name", "中国共产党江南市临江区望江街道工作委员会", "--short-name", "望江街道党工委"});
        must({"org", "add", "--name", "中共江滨社区委员会", "--short-name", "江滨社区党委", "--kind",
              "community_committee", "--code", "001001"});
        must({"org", "add", "--name", "中共江滨社区第一支部委员会", "--short-name", "江滨社区第一支部", "--kind",
              "branch", "--parent", "江滨社区党委", "--code", "001001001"});
        must({"org", "add", "--outside", "yes", "--name", "中共滨海市滨海区海港街道工作委员会", "--short-name",
              "滨海区海港街道党工委", "--kind", "working_committee"});
        must({"member", "add", "--name", "王芳", "--id", "-", "--stage", "full", "--admission", "1985-07",
              "--conversion", "1986-07", "--branch", "江滨社区第一支部"},
             kNumber);
        for (const Template& one : kFiles) {
            write_content(one.file, must(one.made_by).out);
        }
        write_content("本市.toml", "name = \"本市\"\nbase = \"national-2019\"\n");
    }

    // The example in a copy of the office; `init` in an empty place.
    Ran run(const cli::Example& example) {
        const TemporaryDirectory place;
        std::vector<std::string> words = shell_words(example.line.substr(0, example.line.find(" | ")));
        words.erase(words.begin());
        if (words.front() != "init") {
            fs::copy(directory_.path(), place.path(), fs::copy_options::recursive);
        }
        const WorkingIn working(place.path());
        if (const auto output = std::find(words.begin(), words.end(), "--output"); output != words.end()) {
            fs::remove(*(output + 1)); // nothing is written over
        }
        return run_program(words, env_of(world_), kNumber);
    }

  private:
    Ran must(const std::vector<std::string>& args, const std::string& input = "") {
        Ran ran = run_program(args, env_of(world_), input);
        CAPTURE(args[0]);
        CAPTURE(ran.err);
        REQUIRE(ran.exit == 0);
        return ran;
    }

    TemporaryDirectory directory_;
    World world_;
};

// Places that are not there on every machine, and words of the shell itself.
bool can_run_anywhere(std::string_view line) {
    return line.starts_with("jiezhuan ") && line.find("~/") == std::string_view::npos &&
           line.find("/srv/") == std::string_view::npos && line.find("/mnt/") == std::string_view::npos;
}

} // namespace

TEST_CASE("golden: the examples of every command run, and each has two") {
    Office office;
    std::size_t worked = 0;
    std::size_t all = 0;
    for (const cli::CommandRow& row : cli::command_table()) {
        CHECK_MESSAGE(row.examples.size() >= 2, "fewer than two examples: " << cli::name_of(row));
        for (const cli::Example& example : row.examples) {
            if (!can_run_anywhere(example.line)) {
                continue;
            }
            const Ran ran = office.run(example);
            CAPTURE(example.line);
            CAPTURE(ran.err);
            CHECK(ran.exit != 2);
            CHECK(ran.exit < 10);
            worked += ran.exit <= 1 ? 1U : 0U;
            ++all;
        }
    }
    CHECK(worked * 3 > all); // the others name what this office does not have: T12, L88, B7
}
