// Every exit code is met by a test.
#include "tests/support/directory.hpp"
#include "tests/support/transcript.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <regex>
#include <set>

using namespace jiezhuan::testing;

namespace {

struct ExitName {
    std::string name;
    std::string number;
};

std::vector<ExitName> exits_in(const std::string& header) {
    const std::size_t begin = header.find("enum class Exit");
    const std::string body = header.substr(begin, header.find("};", begin) - begin);
    static const std::regex kRow(R"((\w+)\s*=\s*(\d+),)");
    std::vector<ExitName> all;
    for (auto at = std::sregex_iterator(body.begin(), body.end(), kRow); at != std::sregex_iterator(); ++at) {
        all.push_back({(*at)[1], (*at)[2]});
    }
    return all;
}

// Exit codes of what later versions bring: keys and signed packages.
const std::set<std::string> kNotYet = {"key", "signature", "replay_conflict"};

bool met(const ExitName& exit, const std::string& tests, const std::set<std::string>& numbers) {
    return numbers.contains(exit.number) ||
           std::regex_search(tests, std::regex(fmt::format(R"(\bExit::{}\b)", exit.name)));
}

std::set<std::string> numbers_in_transcripts() {
    std::set<std::string> numbers = {"0"};
    for (const auto& file : source_files("tests/golden/transcripts", {".txt"})) {
        for (const Part& part : parse_transcript(content_of(file), TranscriptForm::plain)) {
            if (part.step && !part.step->expected.empty() && part.step->expected.back().starts_with("? ")) {
                numbers.insert(part.step->expected.back().substr(2));
            }
        }
    }
    return numbers;
}

} // namespace

TEST_CASE("arch: every exit code is met by a test") {
    std::string tests;
    for (const char* kind : {"tests/unit", "tests/golden", "tests/property", "tests/fault"}) {
        for (const auto& file : source_files(kind, {"_test.cpp"})) {
            tests += content_of(file);
        }
    }
    const auto exits = exits_in(content_of(source_tree() / "lib/jiezhuan/base/result.hpp"));
    const auto numbers = numbers_in_transcripts();
    CHECK(exits.size() >= 21);
    for (const ExitName& exit : exits) {
        CHECK_MESSAGE((kNotYet.contains(exit.name) || met(exit, tests, numbers)), "no test meets Exit::" << exit.name);
    }

    CHECK_FALSE(met({"busy", "11"}, "Exit::busyness", {"1"}));
    CHECK(met({"busy", "11"}, "CHECK(e == Exit::busy);", {}));
    CHECK(met({"busy", "11"}, "", {"11"}));
}
