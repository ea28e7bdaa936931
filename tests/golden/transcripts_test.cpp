#include "tests/support/directory.hpp"
#include "tests/support/transcript.hpp"

#include <cstdlib>
#include <doctest/doctest.h>

using namespace jiezhuan::testing;
namespace fs = std::filesystem;

namespace {

bool accepting() {
    const char* value = std::getenv("JIEZHUAN_ACCEPT");
    return value != nullptr && std::string_view(value) == "1";
}

// In the fresh directory that is the working directory.
void check(const fs::path& file, TranscriptForm form, World world) {
    const std::vector<Part> parts = parse_transcript(content_of(file), form);
    const std::vector<Part> done = run_transcript(parts, form, std::move(world));
    bool same = true;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!parts[i].step || parts[i].step->expected == done[i].step->expected) {
            continue;
        }
        same = false;
        if (!accepting()) {
            Part was = parts[i];
            was.step->input.clear();
            Part is = done[i];
            is.step->input.clear();
            const std::string expected = write_transcript({was});
            const std::string got = write_transcript({is});
            CAPTURE(file.string());
            CHECK(got == expected);
        }
    }
    if (!same && accepting()) {
        write_content(file, write_transcript(done));
        FAIL_CHECK("rewritten, look at the difference: " << file.string());
    }
}

void check_page(const fs::path& page, const fs::path& material, const fs::path& as) {
    if (!fs::exists(page)) {
        return;
    }
    const TemporaryDirectory directory;
    if (fs::exists(material)) {
        fs::copy(material, directory.path() / as, fs::copy_options::recursive);
    }
    const WorkingIn working(directory.path());
    World world;
    if (page.filename() == "README.zh-CN.md") {
        world.variables["LANG"] = "zh_CN.UTF-8";
    }
    check(page, TranscriptForm::markdown, std::move(world));
}

} // namespace

TEST_CASE("golden: every transcript comes out as it stands there") {
    for (const fs::path& file : source_files("tests/golden/transcripts", {".txt"})) {
        const TemporaryDirectory directory;
        const WorkingIn working(directory.path());
        check(file, TranscriptForm::plain, World());
    }
}

TEST_CASE("golden: the console blocks of the README pages come out as they stand there") {
    check_page(source_tree() / "README.md", source_tree() / "examples", "examples");
    check_page(source_tree() / "README.zh-CN.md", source_tree() / "examples", "examples");
}

TEST_CASE("golden: the console blocks of the examples come out as they stand there") {
    for (const fs::path& page : source_files("examples", {"README.md", "README.zh-CN.md"})) {
        if (page.parent_path().parent_path() == source_tree() / "examples") {
            check_page(page, page.parent_path(), ".");
        }
    }
}
