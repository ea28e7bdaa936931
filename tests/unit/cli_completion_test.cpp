#include "cli/completion.hpp"
#include "tests/support/directory.hpp"

#include <cstdlib>
#include <doctest/doctest.h>

using namespace jiezhuan::cli;
using namespace jiezhuan::testing;

namespace {

// What bash offers behind these words.
std::string offered(const std::string& words, int word) {
    const TemporaryDirectory directory;
    write_content(directory.file("script"), bash_completion(command_table()) + "COMP_WORDS=(" + words +
                                                ")\nCOMP_CWORD=" + std::to_string(word) +
                                                "\n_jiezhuan\necho \"${COMPREPLY[*]}\"\n");
    const std::string run = "bash " + directory.file("script") + " > " + directory.file("out");
    REQUIRE(std::system(run.c_str()) == 0);
    return content_of(directory.file("out"));
}

} // namespace

TEST_CASE("cli completion: bash offers nouns, verbs, options and codes") {
    CHECK(offered("jiezhuan compl", 1) == "completion\n");
    CHECK(offered("jiezhuan completion b", 2) == "bash\n");
    CHECK(offered("jiezhuan rules list --for", 3) == "--format\n");
    CHECK(offered("jiezhuan completion bash --format ''", 4) == "table json csv\n");
}
