#include "jiezhuan/service/intake/member_import.hpp"
#include "tests/support/importing.hpp"
#include "tests/support/working.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;
using namespace std::string_literals;

namespace {

constexpr std::string_view kHeader = "姓名,身份证号码\n";

Error error_of(std::string_view bytes) {
    LedgerFixture ledger;
    const std::string before = roster_of(ledger);
    MemberImport import;
    Error error = import_error(ledger, import, "member", bytes);
    CHECK(roster_of(ledger) == before);
    return error;
}

} // namespace

TEST_CASE("what cannot be read as a roster says where and why, and leaves the ledger as it was") {
    const std::string header(kHeader);
    const std::string huge(10'000'000, 'a'); // NOLINT(bugprone-string-constructor)
    for (const std::string& bytes : {
             ""s,                                            // nothing
             " \n\r\n"s,                                     // blank
             "PK\x03\x04 a workbook by another name"s,       //
             "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old one"s, //
             header + "李\0明,1\n"s,                         // NUL
             header + "\xFF\xFE\xFA,1\n"s,                   // no encoding
             header + "\"李明,1\n"s,                         // a quote that never ends
             header + huge + ",1\n"s,                        // a cell of 10 MB
             header + std::string(1000, ',') + "\n"s,        // too many columns
         }) {
        CAPTURE(bytes.substr(0, 40));
        const Error error = error_of(bytes);
        CHECK(error.code == Exit::invalid_input);
        CHECK_FALSE(error.message.zh.empty());
        CHECK_FALSE(error.hint.empty());
    }
}

TEST_CASE("a damaged byte is named by its place") {
    const Error error = error_of(std::string(kHeader) + "李明,1\n\xE6\x9D\xFF\xFF,1\n");
    CHECK(error.message.zh.find("字节") != std::string::npos);
}

TEST_CASE("an error in the middle of a file keeps all of it out") {
    std::string text(kHeader);
    for (int i = 0; i < 200; ++i) {
        text += "李明,1\n";
    }
    const Error error = error_of(text + std::string(5000, 'x') + ",1\n");
    CHECK(error.position.row == 202);
}

TEST_CASE("a row of data that stands where the header should be is not repeated with its numbers") {
    const Error error = error_of("李明,110000195506300018\n");
    CHECK(error.message.zh.find("110000195506300018") == std::string::npos);
}

TEST_CASE("a reject file is never written over, the next free name is taken, and the same one is not written twice") {
    LedgerFixture ledger;
    const auto path = ledger.directory().file("roster.csv");
    const auto run = [&](const std::string& text) {
        MemberImport import;
        IntakeOrder order;
        order.command = "member import";
        order.schema = "member";
        order.file = path;
        write_content(path, text);
        auto file = read_intake(std::move(order), import, Date(2026, 11, 23));
        REQUIRE(file);
        Working working(ledger);
        return run_intake(working.work(), *file, import)->reject_file;
    };
    const std::string text = std::string(kHeader) + "李明,1\n";
    CHECK(run(text) == ledger.directory().file("roster.reject.csv"));
    CHECK(run(text + "王芳,2\n") == ledger.directory().file("roster.reject-2.csv"));
    CHECK(run(text) == ledger.directory().file("roster.reject.csv"));
    CHECK(run(text + "王芳,2\n") == ledger.directory().file("roster.reject-2.csv"));
}
