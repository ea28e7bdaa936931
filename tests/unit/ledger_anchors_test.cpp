// anchors.log and its ledger: what is found out, what is made up, and what goes on all the same.
#include "jiezhuan/base/files.hpp"
#include "tests/support/ledger_fixture.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;
namespace fs = std::filesystem;

namespace {

class Anchored : public LedgerFixture {
  public:
    // That many commits of one event each, after the first of three events.
    explicit Anchored(int commits = 0) {
        for (int i = 0; i < commits; ++i) {
            work();
        }
    }
    Result<Checkpoint> try_to_work() {
        JZ_TRY(writing, store()->write());
        JZ_CHECK(writing->append_member(event_of("member_registered"), synthetic_member(++members_)));
        return writing->commit();
    }
    void work() {
        const auto done = try_to_work();
        REQUIRE_MESSAGE(done, done.error().message.en);
    }
    std::string anchors() const { return anchors_path(path()); }
    std::string lines() const { return content_of(anchors()); }
    void set_lines(std::string_view lines) const { write_content(anchors(), lines); }
    std::string line(std::size_t number) const { return lines_of(lines()).at(number - 1) + "\n"; }
    AnchorsReport sound() {
        const auto report = store()->verify();
        REQUIRE_MESSAGE(report, report.error().message.en);
        return report->anchors;
    }
    // What verify() says where the anchors do not fit.
    std::string mismatch() {
        const auto report = store()->verify();
        REQUIRE_FALSE(report);
        CHECK(report.error().code == Exit::anchor_mismatch);
        return report.error().message.en;
    }

  private:
    int members_ = 0;
};

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("ledger anchors: an older copy that was put back is not written on, rebuilt, nor backed up") {
    Anchored ledger(1);
    const TemporaryDirectory elsewhere;
    fs::copy_file(ledger.path(), elsewhere.file("old.jz"));
    ledger.work();
    ledger.work();
    fs::copy_file(elsewhere.file("old.jz"), ledger.path(), fs::copy_options::overwrite_existing);
    const std::string lines = ledger.lines();
    for (const auto& refused : {ledger.try_to_work(), ledger.store()->backup(ledger.directory().file("copy.jz"))}) {
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Exit::anchor_mismatch);
        CHECK(contains(refused.error().message.en, "the ledger has 4 events, its anchor 6"));
        CHECK(contains(refused.error().hint.en, "jiezhuan ledger restore " + ledger.path() + " --to FILE  # "));
    }
    CHECK_FALSE(ledger.store()->fits_anchors());
    const std::string bytes = content_of(ledger.path());
    const auto rebuilt = ledger.store()->rebuild();
    REQUIRE_FALSE(rebuilt);
    CHECK(rebuilt.error().code == Exit::anchor_mismatch);
    CHECK(content_of(ledger.path()) == bytes);
    CHECK_FALSE(fs::exists(ledger.directory().file("copy.jz")));
    CHECK(*ledger.read()->count(RecordKind::member, {}) == 1); // reading goes on
    CHECK(ledger.lines() == lines);
}

TEST_CASE("ledger anchors: another history is not written on") {
    Anchored ledger(1);
    std::string lines = ledger.lines();
    char& digit = lines[lines.size() - 2];
    digit = digit == '0' ? '1' : '0';
    ledger.set_lines(lines);
    CHECK(ledger.try_to_work().error().code == Exit::anchor_mismatch);
}

TEST_CASE("ledger anchors: what a killed command left out is made up by the next that writes") {
    Anchored ledger(2);
    const std::string whole = ledger.lines();
    ledger.set_lines(ledger.line(1) + ledger.line(2));
    CHECK(ledger.sound().head_waits);
    REQUIRE(ledger.store()->write()); // also where nothing is appended
    CHECK(ledger.lines() == whole);
    CHECK_FALSE(ledger.sound().head_waits);
    fs::remove(ledger.anchors());
    CHECK_FALSE(ledger.sound().there);
    ledger.work();
    CHECK(ledger.lines().starts_with(whole));
    CHECK(ledger.sound().checked == 4);
}

TEST_CASE("ledger anchors: a torn line is said, and completed by the next that writes") {
    Anchored ledger(2);
    const std::string whole = ledger.lines();
    for (const std::size_t cut : {1U, 40U, 70U, 90U}) {
        CAPTURE(cut);
        ledger.set_lines(whole.substr(0, whole.size() - cut));
        CHECK(ledger.sound().torn == (cut != 1)); // only the end of the line is missing
        REQUIRE(ledger.store()->write());
        CHECK(ledger.lines() == whole);
        CHECK_FALSE(ledger.sound().torn);
    }
    ledger.set_lines(whole + "0101 7");
    CHECK(ledger.sound().torn);
    ledger.work();
    CHECK(ledger.lines().starts_with(whole + "0101 7\n"));
    const AnchorsReport report = ledger.sound();
    CHECK(report.checked == 4);
    CHECK(report.strange_lines == 1);
    CHECK(report.first_strange == 4);
}

TEST_CASE("ledger anchors: every commit has its line") {
    Anchored ledger(3);
    const std::string whole = ledger.lines();
    ledger.set_lines(ledger.line(1) + ledger.line(3) + ledger.line(4));
    CHECK(contains(ledger.mismatch(), "1 of 4 commits have no anchor, the first without is commit 2"));
    ledger.set_lines(whole.substr(0, ledger.line(1).size()));
    CHECK(contains(ledger.mismatch(), "3 of 4 commits have no anchor, the first without is commit 2"));
    ledger.set_lines("");
    CHECK(contains(ledger.mismatch(), "4 of 4 commits have no anchor"));
    ledger.set_lines(std::string(32, 'a') + whole.substr(32, whole.find('\n') - 31)); // another ledger's
    CHECK(contains(ledger.mismatch(), "4 of 4 commits have no anchor"));
    ledger.work(); // the end is made up from the ledger, whatever is missing of it
    CHECK(ledger.sound().checked == 5);
}

TEST_CASE("ledger anchors: lines that are none are said, ends of lines of another system are read") {
    Anchored ledger(1);
    const std::string whole = ledger.lines();
    const std::string id = whole.substr(0, 32);
    const std::string root = whole.substr(whole.size() - 65);
    for (const char* size : {"0", "-3", "x", "4x", "99999999999999", "99999999999999999999999"}) {
        CAPTURE(std::string(size));
        ledger.set_lines(ledger.line(1) + fmt::format("{} {} {}", id, size, root) + ledger.line(2));
        const AnchorsReport report = ledger.sound();
        CHECK(report.strange_lines == 1);
        CHECK(report.first_strange == 2);
        CHECK(report.checked == 2);
        ledger.set_lines(whole);
    }
    std::string windows;
    for (const std::string& line : lines_of(whole)) {
        windows += line + "\r\n";
    }
    ledger.set_lines(windows);
    CHECK(ledger.sound().checked == 2);
    CHECK(ledger.sound().strange_lines == 0);
    ledger.work();
    CHECK(ledger.sound().checked == 3);
}

TEST_CASE("ledger anchors: a restored backup begins its anchors anew, and nothing is thrown away") {
    Anchored ledger(1);
    const std::string backup = ledger.directory().file("backup.jz");
    REQUIRE(ledger.store()->backup(backup));
    ledger.work();
    const std::string other = std::string(32, 'a') + ledger.line(1).substr(32);
    ledger.set_lines(ledger.lines() + other);
    const std::string before = ledger.lines();
    fs::remove(ledger.path());
    const auto restored = restore_ledger(ledger.env(), backup, ledger.path());
    REQUIRE_MESSAGE(restored, restored.error().message.en);
    CHECK(restored->head.size == 4);
    CHECK(restored->anchored_size == 5);
    CHECK(restored->anchors_kept == ledger.anchors() + ".before-2026-11-23");
    CHECK(content_of(restored->anchors_kept) == before);
    CHECK(ledger.lines().starts_with(other));
    CHECK(ledger.sound().checked == 2);
    ledger.work();
    CHECK(ledger.sound().checked == 3);
}

TEST_CASE("ledger anchors: a backup is tried out in another directory, or it would lock the ledger") {
    Anchored ledger(1);
    const std::string backup = ledger.directory().file("backup.jz");
    REQUIRE(ledger.store()->backup(backup));
    ledger.work();
    REQUIRE(ledger.store()->backup(ledger.directory().file("newer.jz")));
    const std::string beside = ledger.directory().file("practice.jz");
    const auto refused = restore_ledger(ledger.env(), backup, beside);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Exit::usage);
    CHECK_MESSAGE(contains(refused.error().message.en, "'ledger.jz'"), refused.error().message.en);
    CHECK_FALSE(fs::exists(beside));
    fs::create_directory(ledger.directory().file("practice"));
    const std::string elsewhere = ledger.directory().file("practice/ledger.jz");
    REQUIRE(restore_ledger(ledger.env(), backup, elsewhere));
    const auto practice = open_ledger(ledger.env(), elsewhere);
    REQUIRE((*practice)->write());
    ledger.work(); // not locked
    CHECK(ledger.sound().checked == 4);
    fs::remove(ledger.path()); // gone: the older backups beside it stand in nobody's way
    fs::remove(ledger.directory().file("backup.jz"));
    CHECK(restore_ledger(ledger.env(), ledger.directory().file("newer.jz"), ledger.path()));
}

TEST_CASE("ledger anchors: what a killed restore left whole is no second ledger of the directory") {
    Anchored ledger(1);
    const std::string backup = ledger.directory().file("backup.jz");
    REQUIRE(ledger.store()->backup(backup));
    fs::create_directory(ledger.directory().file("there"));
    const std::string to = ledger.directory().file("there/ledger.jz");
    REQUIRE(restore_ledger(ledger.env(), backup, to));
    const std::string left = to + ".new-40fcb7501786";
    fs::rename(to, left);
    const auto restored = restore_ledger(ledger.env(), backup, to);
    REQUIRE_MESSAGE(restored, restored.error().message.en);
    CHECK_FALSE(fs::exists(left));
}

TEST_CASE("ledger anchors: a backup that fits them leaves them alone") {
    Anchored ledger(1);
    const std::string before = ledger.lines();
    REQUIRE(ledger.store()->backup(ledger.directory().file("backup.jz")));
    fs::remove(ledger.path());
    const auto restored =
        restore_ledger(ledger.env(), ledger.directory().file("backup.jz"), ledger.directory().file("again.jz"));
    REQUIRE(restored);
    CHECK(restored->anchors_kept.empty());
    CHECK(ledger.lines() == before);
}

TEST_CASE("ledger anchors: what is no file is refused before anything is written") {
    Anchored ledger(1);
    fs::rename(ledger.anchors(), ledger.directory().file("real.log"));
    const auto refused = [&](std::string_view kind) {
        CAPTURE(std::string(kind));
        const auto done = ledger.try_to_work();
        REQUIRE_FALSE(done);
        CHECK(done.error().code == Exit::storage);
        CHECK(contains(done.error().message.en, kind));
        CHECK_FALSE(ledger.store()->verify());
        fs::remove(ledger.anchors());
    };
    fs::create_directory(ledger.anchors());
    refused("is a directory");
    fs::create_symlink("real.log", ledger.anchors());
    refused("is a symbolic link");
    REQUIRE(mkfifo(ledger.anchors().c_str(), 0600) == 0);
    refused("is a pipe");
    CHECK(ledger.read()->info()->head.size == 4);
}

TEST_CASE("ledger: what is no plain file, or has two names, is not opened") {
    Anchored ledger;
    const std::string other = ledger.directory().file("other.jz");
    const auto refused = [&](std::string_view words) {
        const auto opened = open_ledger(ledger.env(), other);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == Exit::usage);
        CHECK_MESSAGE(contains(opened.error().message.en, words), opened.error().message.en);
    };
    fs::create_symlink("ledger.jz", other);
    refused("is a symbolic link");
    fs::remove(other);
    fs::create_directory(other);
    refused("is a directory");
    fs::remove(other);
    REQUIRE(mkfifo(other.c_str(), 0600) == 0);
    refused("is a pipe");
    fs::remove(other);
    fs::create_hard_link(ledger.path(), other);
    refused("has 2 names");
    CHECK(restore_ledger(ledger.env(), other, ledger.directory().file("new.jz"))); // a backup may be linked
    fs::remove(other);
    CHECK(ledger.store()->verify());
    CHECK(restore_ledger(ledger.env(), other, ledger.directory().file("newer.jz")).error().code == Exit::not_found);
}
