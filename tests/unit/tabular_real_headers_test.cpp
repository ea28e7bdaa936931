// Headers of files that are really in use (names of columns only): what each of them must mean.
#include "jiezhuan/tabular/csv_writer.hpp"
#include "jiezhuan/tabular/table.hpp"
#include "jiezhuan/tabular/template.hpp"

#include <doctest/doctest.h>

#include <utility>

using namespace jiezhuan;

namespace {

// Header and field id; "" where the column means nothing to the import.
using Meanings = std::vector<std::pair<std::string_view, std::string_view>>;

void check_header(std::string_view schema, const Meanings& meanings, std::string_view data = "") {
    std::vector<std::string_view> header;
    for (const auto& meaning : meanings) {
        header.push_back(meaning.first);
    }
    std::string text;
    append_csv_row(text, header, {});
    const auto table = Table::from_bytes(text + std::string(data), "f.csv", import_schema(schema));
    REQUIRE_MESSAGE(table.has_value(), table.error().message.zh);
    for (std::size_t column = 0; column < meanings.size(); ++column) {
        const std::size_t field = table->match().field_of[column];
        const std::string id = field == kNoColumn ? "" : table->schema().columns[field].id;
        CHECK_MESSAGE(id == meanings[column].second, meanings[column].first);
    }
}

} // namespace

TEST_CASE("real headers: the member library of the national system") {
    check_header("member",
                 {{"序号", ""},
                  {"姓名", "name"},
                  {"性别", "sex"},
                  {"公民身份号码", "citizen_id"},
                  {"民族", "ethnic"},
                  {"出生日期", "birth"},
                  {"学历", "education"},
                  {"人员类别", "stage"}, // there it holds 正式党员 and 预备党员
                  {"学位", ""},
                  {"所在党支部", "branch"},
                  {"手机号码", "phone"},
                  {"入党日期", "admission"},
                  {"转正日期", "conversion"},
                  {"党龄", ""},
                  {"工作岗位", ""},
                  {"现居住地", "address"},
                  {"户籍所在地", ""},
                  {"是否失联党员", ""},
                  {"是否流动党员", ""},
                  {"延长预备期时间", "probation_extended_to"}},
                 "1,李明,男,11000019550630001X,汉族,1955-06-30,大专,正式党员\n");
}

TEST_CASE("real headers: a street's template") {
    check_header("member", {{"姓名", "name"},
                            {"籍贯", ""},
                            {"出生日期", "birth"},
                            {"身份证号码", "citizen_id"},
                            {"联系电话", "phone"},
                            {"户籍所在派出所", ""},
                            {"工作（学习单位）", "employer"},
                            {"入党时间", "admission"},
                            {"党籍状态", "stage"},
                            {"所属党支部", "branch"},
                            {"编入党支部", ""}});
}

TEST_CASE("real headers: a hand-over list with letters") {
    check_header("transfer_in", {{"序号", ""},
                                 {"介绍信编号", "letter_no"},
                                 {"开具日期", "letter_issued_on"},
                                 {"姓名", "name"},
                                 {"公民身份证号", "citizen_id"},
                                 {"正式/预备", "stage"},
                                 {"转出党组织", "from"},
                                 {"所在党支部", "from_unit"},
                                 {"抬头", "addressee"},
                                 {"去往单位", "destination"},
                                 {"方式(纸质/网上)", "channel"},
                                 {"转接原因", "reason"},
                                 {"党费缴纳至", "dues_paid_through"},
                                 {"有效期（天）", "letter_valid_days"},
                                 {"编入支部", "branch"},
                                 {"备注", "remarks"}});
}

TEST_CASE("real headers: every template is understood whole") {
    for (const std::string_view id :
         {"member", "organisation", "transfer_in", "transfer_out", "migrant", "receipt", "worksheet"}) {
        const ImportSchema schema = import_schema(id);
        const auto table = Table::from_bytes(template_file(schema), "f.csv", schema);
        REQUIRE_MESSAGE(table.has_value(), table.error().message.zh);
        CHECK(table->encoding() == Encoding::utf8_bom);
        for (std::size_t field = 0; field < schema.columns.size(); ++field) {
            CHECK_MESSAGE(table->match().column_of[field] == field, schema.columns[field].id);
        }
    }
    CHECK(template_file(import_schema("receipt"))
              .starts_with("\xEF\xBB\xBF介绍信编号（必填）,姓名（必填）,公民身份号码,"));
}
