#include "report_sample.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::test;

namespace {

// The first cells of the rows, in the order shown.
std::string first_column(const Document& document, const std::string& sort, std::vector<std::string> columns = {"id"}) {
    RenderOptions options = in(Format::csv);
    options.header = false;
    options.sort = sort;
    options.columns = std::move(columns);
    std::string out = render(document, options).value();
    for (std::size_t at = 0; (at = out.find("\r\n", at)) != std::string::npos;) {
        out.replace(at, 2, " ");
    }
    return out;
}

} // namespace

TEST_CASE("report select: identifiers sort by number, numbers by value, what is absent comes last") {
    CHECK(first_column(list_document(), "") == "T12 T9 T100 ");
    CHECK(first_column(list_document(), "id") == "T9 T12 T100 ");
    CHECK(first_column(list_document(), "-id") == "T100 T12 T9 ");
    CHECK(first_column(list_document(), "days") == "T12 T9 T100 ");
    CHECK(first_column(list_document(), "-days") == "T9 T12 T100 ");
    CHECK(first_column(list_document(), "sent_on") == "T100 T12 T9 ");
    CHECK(first_column(list_document(), "-sent_on") == "T12 T100 T9 ");
}

TEST_CASE("report select: rows that are equal keep their order in both directions") {
    CHECK(first_column(list_document(), "state") == "T9 T12 T100 ");
    CHECK(first_column(list_document(), "-state") == "T12 T100 T9 ");
    // Enough rows that an unstable sort would show.
    Document many = list_document();
    std::string as_given;
    many.sections[0].rows.clear();
    for (std::int64_t i = 1; i <= 100; ++i) {
        many.sections[0].rows.push_back({TransferId{i * 37 % 101}, "李红", Cell(), Cell(), Cell()});
        as_given += TransferId{i * 37 % 101}.text() + " ";
    }
    CHECK(first_column(many, "name") == as_given);
    CHECK(first_column(many, "-name") == as_given);
    CHECK(first_column(many, "days") == as_given);
}

TEST_CASE("report select: columns in the order asked for, by id or title, each once") {
    RenderOptions options = in(Format::table);
    options.columns = {"days", "姓名", "days"};
    CHECK(render(list_document(), options).value() == "天数  姓名\n"
                                                      "   9  欧阳小明\n"
                                                      " 120  李红\n"
                                                      "      John Smith\n");
}

TEST_CASE("report select: a column can be sorted by without being shown") {
    CHECK(first_column(list_document(), "-days", {"name"}) == "李红 欧阳小明 John Smith ");
}

TEST_CASE("report select: an unknown column is refused with the nearest, or with all") {
    RenderOptions options = in(Format::json);
    options.columns = {"stat"};
    const auto near = render(list_document(), options);
    REQUIRE(!near.has_value());
    CHECK(near.error().code == Exit::usage);
    CHECK(near.error().hint.en == "did you mean: state");
    options.columns = {};
    options.sort = "-xyz";
    const auto far = render(list_document(), options);
    REQUIRE(!far.has_value());
    CHECK(far.error().message.zh == "没有名为“xyz”的列");
    CHECK(far.error().hint.en == "the columns are: id, name, days, state, sent_on");
}

TEST_CASE("report select: beside a list a card stays whole, alone it is selected from") {
    RenderOptions options = in(Format::table);
    options.columns = {"id"};
    const std::string both = render(whole_document(), options).value();
    CHECK(both.find("批次名称  机械厂退休党员移交\n") != std::string::npos);
    CHECK(both.find("编号\nT12\nT9\nT100\n") != std::string::npos);
    Document card = whole_document();
    card.sections.pop_back();
    CHECK(render(card, options).value().find("批次名称") == std::string::npos);
}

TEST_CASE("report select: a list that has none of the columns stays whole") {
    Document document = list_document();
    RowSet other = batch_card();
    other.shape = RowSet::Shape::list;
    document.sections.push_back(other);
    RenderOptions options = in(Format::table);
    options.columns = {"days"};
    const std::string out = render(document, options).value();
    CHECK(out.starts_with("天数\n   9\n"));
    CHECK(out.find("B7    机械厂退休党员移交") != std::string::npos);
}
