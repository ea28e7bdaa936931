#include "report_sample.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::test;

namespace {

Document one_cell(Cell cell) {
    Document document;
    document.schema = "test";
    RowSet set;
    set.id = "cells";
    set.columns = {{"cell", Text("值", "Cell"), ColumnType::text}};
    set.rows = {{std::move(cell)}};
    document.sections = {std::move(set)};
    return document;
}

std::string csv_cell(Cell cell) {
    RenderOptions options = in(Format::csv);
    options.header = false;
    std::string out = render(one_cell(std::move(cell)), options).value();
    REQUIRE(out.ends_with("\r\n"));
    out.resize(out.size() - 2);
    return out;
}

} // namespace

TEST_CASE("report csv: ids in the header, machine values in the rows, CRLF at each end") {
    CHECK(render(list_document(), in(Format::csv)).value() == "id,name,days,state,sent_on\r\n"
                                                              "T12,欧阳小明,9,sent,2026-03-01\r\n"
                                                              "T9,李红,120,opened,\r\n"
                                                              "T100,John Smith,,sent,2026-01\r\n");
}

TEST_CASE("report csv: quotes as in RFC 4180") {
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("say \"hi\"") == "\"say \"\"hi\"\"\"");
    CHECK(csv_cell(" a") == "\" a\"");
    CHECK(csv_cell("a b") == "a b");
}

TEST_CASE("report csv: no text becomes a formula, a number stays a number") {
    for (const char* start : {"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"}) {
        CHECK(csv_cell(std::string(start) + "1") == "'" + std::string(start) + "1");
    }
    CHECK(csv_cell("\t=1") == "' =1");
    CHECK(csv_cell("\r=1") == "'\\x0d=1");
    CHECK(csv_cell("a=1") == "a=1");
    CHECK(csv_cell(std::int64_t{-3}) == "-3");
}

TEST_CASE("report csv: control and bidi characters are made visible") {
    CHECK(csv_cell("a\nb\x1b[0m\xE2\x80\xAE") == "a\\nb\\x1b[0m\\u202e");
}

TEST_CASE("report csv: an empty list is a header") {
    Document document = list_document();
    document.sections[0].rows.clear();
    CHECK(render(document, in(Format::csv)).value() == "id,name,days,state,sent_on\r\n");
}

TEST_CASE("report csv: a card beside the list is left out, no list or two are refused") {
    CHECK(render(whole_document(), in(Format::csv)).value().starts_with("id,name,"));
    Document card = whole_document();
    card.sections.pop_back();
    Document two = list_document();
    two.sections.push_back(transfers());
    for (const Document& document : {card, two}) {
        const auto refused = render(document, in(Format::csv));
        REQUIRE(!refused.has_value());
        CHECK(refused.error().code == Exit::usage);
        CHECK(refused.error().hint.en == "use --format json");
    }
}

TEST_CASE("report csv: a BOM where one is wanted") {
    RenderOptions options = in(Format::csv);
    options.bom = true;
    CHECK(render(list_document(), options).value().starts_with("\xEF\xBB\xBFid,name"));
    options.encoding = "gb18030";
    CHECK(render(list_document(), options).error().code == Exit::usage);
}

TEST_CASE("report csv: GB18030, with the four-byte characters") {
    RenderOptions options = in(Format::csv);
    options.header = false;
    options.encoding = "GB18030";
    CHECK(render(one_cell("李𠮷"), options).value() == "\xC0\xEE\x95\x34\xB2\x35\r\n");
    // Longer than any buffer on the way.
    std::string many;
    std::string wanted;
    for (int i = 0; i < 10'000; ++i) {
        many += "李";
        wanted += "\xC0\xEE";
    }
    CHECK(render(one_cell(many), options).value() == wanted + "\r\n");
}

TEST_CASE("report csv: a character that GB18030 has not is named, never replaced") {
    RenderOptions options = in(Format::csv);
    options.encoding = "gb18030";
    const auto refused = render(one_cell("李\xEE\x9E\x8D"), options); // U+E78D, private use
    REQUIRE(!refused.has_value());
    CHECK(refused.error().code == Exit::usage);
    CHECK(refused.error().message.en.find("line 2") == 0);
    CHECK(refused.error().message.en.find("U+E78D") != std::string::npos);
}

TEST_CASE("report csv: an unknown encoding is refused") {
    RenderOptions options = in(Format::csv);
    options.encoding = "big5";
    CHECK(render(list_document(), options).error().code == Exit::usage);
    options.encoding = "UTF-8";
    CHECK(render(list_document(), options).has_value());
}
