#include "tests/support/directory.hpp"

#include "letters_samples.hpp"

#include <cstdlib>
#include <doctest/doctest.h>
#include <fstream>
#include <iterator>

using namespace jiezhuan;

namespace {

// Compares with tests/golden/letters/<name>; JIEZHUAN_ACCEPT=1 writes that file instead, and says so.
void check_golden(const std::string& name, const Result<std::string>& rendered) {
    REQUIRE_MESSAGE(rendered.has_value(), name, ": ", rendered ? "" : rendered.error().message.en);
    const std::string path = (jiezhuan::testing::source_tree() / "tests/golden/letters" / name).string();
    const char* accept = std::getenv("JIEZHUAN_ACCEPT");
    if (accept != nullptr && std::string_view(accept) == "1") {
        std::ofstream(path, std::ios::binary) << *rendered;
        MESSAGE("accepted, nothing compared: ", name);
        return;
    }
    std::ifstream file(path, std::ios::binary);
    const std::string wanted{std::istreambuf_iterator<char>(file), {}};
    CHECK_MESSAGE(*rendered == wanted, name, " differs; JIEZHUAN_ACCEPT=1 rewrites it");
}

void check_both(const std::string& name, const Letter& letter, const LetterStyle& style = {}) {
    check_golden(name + ".txt", render_letter(letter, LetterPaper::three_parts, LetterFormat::text, style));
    check_golden(name + ".html", render_letter(letter, LetterPaper::three_parts, LetterFormat::html, style));
}

} // namespace

TEST_CASE("letters golden: an introduction letter in three parts") {
    check_both("introduction", sample_letter(),
               {.fields = {}, .sample = false, .committee = "中共江南市临江区望江街道工作委员会"});
}

TEST_CASE("letters golden: long names, a probationary member, and 样张 on every part") {
    check_both("introduction-long-sample", long_letter(), {.fields = {}, .sample = true, .committee = {}});
}

TEST_CASE("letters golden: what may be missing is a blank, and numerals can be digits") {
    Letter letter = sample_letter();
    letter.member_contact.clear();
    letter.committee_address.clear();
    letter.committee_phone.clear();
    letter.committee_fax.clear();
    letter.committee_postcode.clear();
    check_both("introduction-blanks", letter,
               {.fields = {.capital_numerals = false, .numerals = {}}, .sample = false, .committee = {}});
}

TEST_CASE("letters golden: a certificate") { check_both("certificate", sample_certificate()); }

TEST_CASE("letters golden: a receipt of ours") {
    check_golden("receipt.txt", render_receipt(sample_receipt(), LetterFormat::text, {}));
    check_golden("receipt.html", render_receipt(sample_receipt(), LetterFormat::html, {}));
}

TEST_CASE("letters golden: a receipt of ours for a letter with a list") {
    Letter letter = sample_letter();
    letter.name = "李明等2名";
    letter.receipt_on = Date(2026, 11, 23);
    const std::string two = "李明\t男\t汉族\t110000195506300018\t2026-11\n"
                            "阿依古丽·买买提\t女\t维吾尔族\t110000196803150022\t2026-11";
    LetterPage page{letter, {}, ReceivedList{two, "陈晨"}};
    for (const auto& [name, format] :
         {std::pair("receipt-list.txt", LetterFormat::text), std::pair("receipt-list.html", LetterFormat::html)}) {
        check_golden(name, render_pages(std::span(&page, 1), LetterPaper::receipt, format));
    }
    for (int i = 0; i < 17; ++i) { // more than fit beneath it
        page.received->persons += "\n王芳\t女\t汉族\t110000196803150022\t2026-11";
    }
    const auto pages = render_pages(std::span(&page, 1), LetterPaper::receipt, LetterFormat::html);
    REQUIRE(pages);
    CHECK(pages->find("共 19 人；介绍信名单上未接收：陈晨；第 1 页，共 1 页") != std::string::npos);
    CHECK(pages->find("<section", pages->find("<section") + 1) != std::string::npos);
}

TEST_CASE("letters golden: several letters in one file, a page each") {
    const Letter letters[] = {sample_letter(), long_letter()};
    check_golden("two.txt", render_letters(letters, LetterPaper::three_parts, LetterFormat::text, {}));
    check_golden("two.html", render_letters(letters, LetterPaper::three_parts, LetterFormat::html, {}));
}
