#include "report_sample.hpp"

#include "jiezhuan/base/text.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::test;

namespace {

std::string table(const Document& document, const RenderOptions& options = in(Format::table)) {
    return render(document, options).value();
}

Document only(RowSet set) {
    Document document;
    document.schema = "test";
    document.sections = {std::move(set)};
    return document;
}

} // namespace

TEST_CASE("report table: columns line up for Chinese, numbers stand right, no line ends in blanks") {
    CHECK(table(list_document()) == "编号  姓名        天数  状态    发出日期\n"
                                    "T12   欧阳小明       9  已发出  2026-03-01\n"
                                    "T9    李红         120  已登记\n"
                                    "T100  John Smith        已发出  2026-01\n");
}

TEST_CASE("report table: titles and coded values are English where English is asked for") {
    const std::string out = table(list_document(), in(Format::table, Lang::en));
    CHECK(out.starts_with("ID    Name        Days  State   Sent on\n"));
    CHECK(out.find("T9    李红         120  opened\n") != std::string::npos);
}

TEST_CASE("report table: headline, titled sections, findings and next steps in this order") {
    CHECK(table(whole_document()) == "批次 B7 有 1 件待办\n"
                                     "\n"
                                     "批次\n"
                                     "编号      B7\n"
                                     "批次名称  机械厂退休党员移交\n"
                                     "\n"
                                     "编号  姓名        天数  状态    发出日期\n"
                                     "T12   欧阳小明       9  已发出  2026-03-01\n"
                                     "T9    李红         120  已登记\n"
                                     "T100  John Smith        已发出  2026-01\n"
                                     "\n"
                                     "提醒 LT-08 T12：介绍信已过有效期\n"
                                     "     怎么办：联系对方重开\n"
                                     "\n"
                                     "下一步：jiezhuan letter reissue L3\n");
    CHECK(table(whole_document(), in(Format::table, Lang::en)).ends_with("\nNext: jiezhuan letter reissue L3\n"));
}

TEST_CASE("report table: no header line where none is wanted") {
    RenderOptions options = in(Format::table);
    options.header = false;
    CHECK(table(list_document(), options).starts_with("T12   欧阳小明      9  已发出  2026-03-01\n"));
}

namespace {

// Four organisations' names beside what is never cut.
RowSet moves() {
    RowSet set;
    set.id = "moves";
    set.columns = {{"id", Text("编号", "ID"), ColumnType::id},
                   {"state", Text("状态", "State"), ColumnType::code},
                   {"from", Text("转出党组织", "From organisation"), ColumnType::text},
                   {"branch", Text("编入支部", "Branch"), ColumnType::id},
                   {"letter", Text("介绍信编号", "Letter number"), ColumnType::text},
                   {"day", Text("最近一步", "Last step"), ColumnType::date}};
    set.rows = {{TransferId{12}, Cell("held", Text("已报到（暂缓）", "presented (held)")), "江南机床厂退休职工党支部",
                 Cell(), "20260001", Date(2026, 3, 1)}};
    return set;
}

std::string at_width(const RowSet& set, int width, Lang lang = Lang::zh) {
    RenderOptions options = in(Format::table, lang);
    options.width = width;
    return table(only(set), options);
}

} // namespace

TEST_CASE("report table: only names and sentences are cut to fit a terminal, and not to less than can be read") {
    RowSet set = moves();
    set.columns.erase(set.columns.begin() + 3);
    set.rows[0].erase(set.rows[0].begin() + 3);
    CHECK(at_width(set, 56) == "编号  状态            转出党组织    介绍信    最近一步\n"
                               "                                    编号\n"
                               "T12   已报到（暂缓）  江南机床厂…   20260001  2026-03-01\n");
    CHECK(at_width(set, 53).starts_with(
        "编号        T12\n状态        已报到（暂缓）\n转出党组织  江南机床厂退休职工党支部\n"));
}

TEST_CASE("report table: before a value is cut, columns of nothing are left out and titles are folded") {
    CHECK(at_width(moves(), 0)
              .starts_with("编号  状态            转出党组织                编入支部  介绍信编号  最近一步\n"));
    CHECK(at_width(moves(), 70) == "编号  状态            转出党组织                介绍信编号  最近一步\n"
                                   "T12   已报到（暂缓）  江南机床厂退休职工党支部  20260001    2026-03-01\n");
    CHECK(at_width(moves(), 68) == "编号  状态            转出党组织                介绍信    最近一步\n"
                                   "                                                编号\n"
                                   "T12   已报到（暂缓）  江南机床厂退休职工党支部  20260001  2026-03-01\n");
    CHECK(at_width(moves(), 69, Lang::en) == "ID   State             From organisation         Letter    Last step\n"
                                             "                                                 number\n"
                                             "T12  presented (held)  江南机床厂退休职工党支部  20260001  2026-03-01\n");
}

TEST_CASE("report table: what refers to an organisation is cut as its name is, a number never") {
    RowSet set;
    set.id = "members";
    set.columns = {{"id_no", Text("公民身份号码", "Citizen ID number"), ColumnType::id},
                   {"branch", Text("支部", "Branch"), ColumnType::id}};
    const std::string path = "柳岸社区党委 › 柳岸社区第三党支部";
    set.rows = {{"330000********6461", Cell("O18", Message(path, path))}};
    CHECK(at_width(set, 36) == "公民身份号码        支部\n"
                               "330000********6461  柳岸社区党委 › …\n");
}

TEST_CASE("report table: the title of a date may be folded, the date is never cut") {
    RowSet set;
    set.id = "members";
    set.columns = {{"name", Text("姓名", "Name"), ColumnType::text},
                   {"extended", Text("延长预备期至", "Probation extended to"), ColumnType::date}};
    set.rows = {{"李红", Date(2026, 3, 1)}};
    CHECK(at_width(set, 20, Lang::en) == "Name  Probation\n      extended to\n李红  2026-03-01\n");
}

TEST_CASE("report table: what cannot fit is shown record by record, with nothing cut") {
    RenderOptions options = in(Format::table);
    options.width = 20;
    CHECK(table(list_document(), options) == "编号      T12\n"
                                             "姓名      欧阳小明\n"
                                             "天数      9\n"
                                             "状态      已发出\n"
                                             "发出日期  2026-03-01\n"
                                             "\n"
                                             "编号  T9\n"
                                             "姓名  李红\n"
                                             "天数  120\n"
                                             "状态  已登记\n"
                                             "\n"
                                             "编号      T100\n"
                                             "姓名      John Smith\n"
                                             "状态      已发出\n"
                                             "发出日期  2026-01\n");
}

TEST_CASE("report table: an empty list says so, a section of nothing is left out") {
    RowSet empty = transfers();
    empty.rows.clear();
    empty.when_empty = Text("没有待办的转接", "no transfer is waiting");
    CHECK(table(only(empty)) == "没有待办的转接\n");
    empty.when_empty = {};
    CHECK(table(only(empty)) == "编号  姓名  天数  状态  发出日期\n");
    RowSet nothing;
    nothing.id = "nothing";
    nothing.title = Text("无", "nothing");
    CHECK(table(only(nothing)).empty());
}

TEST_CASE("report table: a card leaves out what is absent and wraps long values under themselves") {
    RowSet card = batch_card();
    card.title = {};
    card.rows[0][2] = Cell("三月上旬移交, contact Comrade Li 第二行");
    RenderOptions options = in(Format::table);
    options.width = 24;
    CHECK(table(only(card), options) == "编号      B7\n"
                                        "批次名称  机械厂退休党员\n"
                                        "          移交\n"
                                        "备注      三月上旬移交,\n"
                                        "          contact\n"
                                        "          Comrade Li 第\n"
                                        "          二行\n");
    card.rows[0] = {Cell(), Cell(), "甲\r\n乙"};
    CHECK(table(only(card)) == "备注  甲\n      乙\n");
}

TEST_CASE("report table: a long title takes at most half of a narrow terminal") {
    RowSet card = batch_card();
    card.title = {};
    card.columns[1].title = Text("移交单位上级党组织名称", "");
    RenderOptions options = in(Format::table);
    options.width = 20;
    CHECK(table(only(card), options) == "编号      B7\n"
                                        "移交单…   机械厂退休\n"
                                        "          党员移交\n");
}

TEST_CASE("report table: colours only where they are wanted") {
    CHECK(table(whole_document()).find('\x1b') == std::string::npos);
    RenderOptions options = in(Format::table);
    options.colour = true;
    const std::string out = table(whole_document(), options);
    CHECK(out.find("\x1b[1m编号  姓名        天数  状态    发出日期\x1b[0m\n") != std::string::npos);
    CHECK(out.find("\x1b[1m批次\x1b[0m\n") != std::string::npos);
    CHECK(out.find("\x1b[33m提醒\x1b[0m LT-08") != std::string::npos);
}

TEST_CASE("report table: a cell cannot move the cursor or begin a line") {
    RowSet set = transfers();
    set.rows = {{TransferId{1}, "a\x1b[2J\nb\xE2\x80\xAE", Cell(), Cell(), Cell()}};
    const std::string out = table(only(set));
    CHECK(out.find("T1    a\\x1b[2J\\nb\\u202e\n") != std::string::npos);
}

TEST_CASE("report table: a row of another length than its columns is a bug") {
    RowSet set = transfers();
    set.rows[0].pop_back();
    CHECK_THROWS_AS(table(only(set)), Bug);
}
