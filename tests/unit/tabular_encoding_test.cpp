#include "jiezhuan/tabular/encoding.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/tabular/gb_decoder.hpp"
#include "tests/support/code_words.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace std::string_literals;

namespace {

Decoded decoded(std::string bytes, Encoding forced = Encoding::none) {
    auto result = decode(std::move(bytes), "名册.csv", forced);
    REQUIRE_MESSAGE(result.has_value(), result.error().message.zh);
    return *result;
}

Error refused(std::string bytes, Encoding forced = Encoding::none) {
    auto result = decode(std::move(bytes), "名册.csv", forced);
    REQUIRE(!result.has_value());
    CHECK(result.error().code == Exit::invalid_input);
    CHECK(result.error().position.file == "名册.csv");
    CHECK(!result.error().hint.empty());
    return result.error();
}

// The first bytes of "姓名,联通\r\n" in GBK; 联通 alone happens to be valid UTF-8.
const std::string kGbk = "\xD0\xD5\xC3\xFB,\xC1\xAA\xCD\xA8\r\n";

} // namespace

TEST_CASE("encoding: UTF-8 with and without a mark") {
    CHECK(decoded("姓名\n").encoding == Encoding::utf8);
    CHECK(decoded("\xEF\xBB\xBF姓名\n").encoding == Encoding::utf8_bom);
    CHECK(decoded("\xEF\xBB\xBF姓名\n").text == "姓名\n");
    CHECK(decoded("\xEF\xBB\xBF姓名\n", Encoding::utf8).encoding == Encoding::utf8_bom);
}

TEST_CASE("encoding: what Windows spreadsheets write is GB18030") {
    CHECK(decoded(kGbk).encoding == Encoding::gb18030);
    CHECK(decoded(kGbk).text == "姓名,联通\r\n");
    CHECK(decoded("\x95\x34\xB2\x35\xD0\xD5").text == "𠮷姓"); // four bytes: a rare character of a name
}

TEST_CASE("encoding: a one-byte euro sign is GBK") {
    const Decoded text = decoded(kGbk + "\x80"s + "100");
    CHECK(text.encoding == Encoding::gbk);
    CHECK(text.text == "姓名,联通\r\n€100");
    CHECK(decoded(kGbk + std::string(500, '\x80')).text.size() == 15 + 1500); // grows threefold
}

TEST_CASE("encoding: UTF-16 with its mark") {
    CHECK(decoded("\xFF\xFE\xD3\x59,\0\n\0"s).text == "姓,\n");
    CHECK(decoded("\xFF\xFE\xD3\x59"s).encoding == Encoding::utf16le);
    CHECK(decoded("\xFE\xFF\x59\xD3"s).text == "姓");
    CHECK(decoded("\xFE\xFF\x59\xD3"s).encoding == Encoding::utf16be);
    CHECK(decoded("\xD3\x59"s, Encoding::utf16le).text == "姓");
    const Error odd = refused("\xFF\xFE\x41\0\x42"s);
    CHECK(odd.message.en == "not valid UTF-16, little endian text: byte offset 4 is wrong");
    CHECK(odd.message.zh == "文件不是有效的 UTF-16LE（小端） 文本：字节偏移 4 处有误");
    CHECK(refused("\xFF\xFE\x41\0\0\xD8\x41\0"s).message.en.find("byte offset 4") != std::string::npos); // half a pair
}

TEST_CASE("encoding: a forced encoding is tried alone") {
    CHECK(decoded(kGbk, Encoding::gbk).encoding == Encoding::gbk);
    CHECK(refused(kGbk, Encoding::utf8).message.en == "not valid UTF-8 text: byte offset 0 is wrong");
    CHECK(refused("ab\xFFz", Encoding::gb18030).message.en == "not valid GB18030 text: byte offset 2 is wrong");
}

TEST_CASE("encoding: what is no encoding is named with the places") {
    const Error error = refused("ab\xE5\xA7z\xFF\xFF");
    CHECK(error.message.en ==
          "the encoding cannot be told: not UTF-8 (byte offset 2), nor GB18030 or GBK (byte offset 5)");
}

TEST_CASE("encoding: a damaged UTF-8 file is not read as GB18030") {
    // "张三李四" and then a byte that GB18030 would accept together with the next one.
    const Error error = refused("张三李四\xD0\xD5");
    CHECK(error.message.en == "UTF-8 text that is damaged at byte offset 12");
}

TEST_CASE("encoding: files that are no text are recognised") {
    CHECK(refused("").message.en == "the file is empty");
    CHECK(refused("\xEF\xBB\xBF").message.en == "the file holds nothing but blanks");
    CHECK(refused(" \r\n\t\n").message.en == "the file holds nothing but blanks");
    CHECK(refused("\xFF\xFE").message.en == "the file holds nothing but blanks");
    CHECK(refused("PK\x03\x04zzz").message.en.find("workbook (.xlsx)") != std::string::npos);
    CHECK(refused("PK\x03\x04zzz").hint.zh.find("CSV UTF-8") != std::string::npos);
    CHECK(refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").message.en.find("(.xls)") != std::string::npos);
    CHECK(refused("\r\n <HTML><table>").message.en.find("web page") != std::string::npos);
    CHECK(refused("%PDF-1.7").message.en.find("PDF") != std::string::npos);
}

TEST_CASE("encoding: a NUL is refused with its offset") {
    CHECK(refused("ab\0c"s).message.en.find("byte offset 2") != std::string::npos);
    CHECK(refused("\xFF\xFE\0\0A\0"s).message.en.find("NUL") != std::string::npos);
    CHECK(refused("A\0B\0"s).message.zh.find("UTF-16") != std::string::npos);
}

TEST_CASE("encoding: surrogates, overlong forms and code points above U+10FFFF are not UTF-8") {
    for (const char* const bad : {"\xED\xA0\x80", "\xC0\xAF", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80"}) {
        CHECK(refused(bad, Encoding::utf8).message.en.find("byte offset 0") != std::string::npos);
    }
}

TEST_CASE("encoding: every encoding gives back the bytes it was read from") {
    const std::string text = "姓名,𠮷·é\r\n";
    for (const Encoding encoding :
         {Encoding::utf8, Encoding::utf8_bom, Encoding::utf16le, Encoding::utf16be, Encoding::gb18030}) {
        const auto bytes = encode(text, encoding);
        REQUIRE(bytes.has_value());
        const Decoded back = decoded(*bytes);
        CHECK(back.text == text);
        CHECK(back.encoding == encoding);
    }
    CHECK(*encode("€", Encoding::gbk) == "\x80");
}

TEST_CASE("encoding: a character that GBK lacks is named with its line") {
    const auto bytes = encode("姓名\n𠮷", Encoding::gbk);
    REQUIRE(!bytes.has_value());
    CHECK(bytes.error().message.en == "line 2: the character '𠮷' does not exist in gbk");
}

TEST_CASE("encoding: the table gives what iconv gives, for every code of two bytes") {
    for (const char* const charset : {"GB18030", "GBK"}) {
        GbDecoder fast(charset);
        Iconv slow("UTF-8", charset);
        int different = 0;
        for (unsigned lead = 0x80; lead <= 0xFF; ++lead) {
            for (unsigned trail = 0x30; trail <= 0xFF; ++trail) {
                const std::string code = {static_cast<char>(lead), static_cast<char>(trail)};
                std::string a;
                std::string b;
                const bool bad_a = fast.decode(a, code).has_value();
                const bool bad_b = slow.append(b, code).has_value();
                different += bad_a != bad_b || (!bad_a && a != b) ? 1 : 0;
            }
        }
        CHECK(different == 0);
    }
}

TEST_CASE("encoding: long stretches with and without ASCII come out whole") {
    std::string text;
    for (int i = 0; i < 3000; ++i) {
        text += std::to_string(i) + ",李" + std::string(static_cast<std::size_t>(i % 19), 'x') + "𠮷\n";
    }
    CHECK(decoded(*encode(text, Encoding::gb18030)).text == text);
}

TEST_CASE("encoding: encodings have ids and other names") {
    CHECK(testing::code_from_word<Encoding>("GBK") == Encoding::gbk);
    CHECK(testing::code_from_word<Encoding>("utf8") == Encoding::utf8);
    CHECK(code_id(Encoding::utf8_bom) == "utf-8-bom");
}
