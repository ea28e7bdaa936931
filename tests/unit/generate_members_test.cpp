#include "tools/generate/members.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/citizen_id.hpp"
#include "jiezhuan/model/codes.hpp"
#include "tests/support/code_words.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <set>

using namespace jiezhuan;
using namespace jiezhuan::generate;

namespace {

class Directory {
  public:
    Directory() {
        std::string name = (std::filesystem::temp_directory_path() / "jiezhuan-generate-XXXXXX").string();
        path_ = mkdtemp(name.data()) == nullptr ? std::string() : name;
        REQUIRE_FALSE(path_.empty());
    }
    ~Directory() { std::filesystem::remove_all(path_); }
    Directory(const Directory&) = delete;
    Directory& operator=(const Directory&) = delete;
    [[nodiscard]] std::string operator/(std::string_view name) const { return path_ + "/" + std::string(name); }

  private:
    std::string path_;
};

Sheet sheet_of(const std::string& path) {
    const auto text = read_file(path, 64 << 20);
    REQUIRE(text);
    auto sheet = parse_sheet(*text);
    REQUIRE(sheet);
    return *sheet;
}

} // namespace

TEST_CASE("generate: benchmark rosters are valid, distinct and in no order") {
    const Directory directory;
    REQUIRE(write_members({5000, 7, FileEncoding::utf8, directory / "m.csv", directory / "o.csv"}));
    const Sheet organisations = sheet_of(directory / "o.csv");
    std::set<std::string> codes;
    for (std::size_t row = 0; row < organisations.rows.size(); ++row) {
        const std::string& above = organisations.cell(row, "上级党组织");
        CHECK((above == "001" || codes.contains(above)));
        CHECK(codes.insert(organisations.cell(row, "组织代码")).second);
    }
    const Sheet members = sheet_of(directory / "m.csv");
    CHECK(members.header.size() == 13);
    CHECK(members.rows.size() == 5000);
    std::set<CitizenId> ids;
    std::set<std::pair<std::string, Date>> persons;
    bool sorted = true;
    for (std::size_t row = 0; row < members.rows.size(); ++row) {
        CAPTURE(row);
        const ReadCitizenId read = read_citizen_id(members.cell(row, "公民身份号码"), Date(2026, 11, 23));
        REQUIRE(read.problem == CitizenIdProblem::none);
        sorted = sorted && (ids.empty() || *ids.rbegin() < read.id);
        CHECK(ids.insert(read.id).second);
        const Date birth = Date::parse(members.cell(row, "出生日期")).value();
        CHECK(birth == read.id.birth());
        CHECK(persons.insert({members.cell(row, "姓名"), birth}).second);
        CHECK((members.cell(row, "性别") == "男") == read.id.male());
        const Date admission = Date::parse(members.cell(row, "入党日期")).value();
        CHECK(age_on(birth, admission) >= 18);
        CHECK(Date::parse(members.cell(row, "转正日期")).value() == admission.plus_months(12));
        CHECK(testing::code_from_word<Category>(members.cell(row, "人员类别")));
        CHECK(testing::code_from_word<Education>(members.cell(row, "学历")));
        CHECK(codes.contains(members.cell(row, "所在党组织")));
    }
    CHECK_FALSE(sorted);
}

TEST_CASE("generate: the same order gives the same bytes, in GBK too") {
    const Directory directory;
    REQUIRE(write_members({300, 9, FileEncoding::utf8, directory / "a.csv", ""}));
    REQUIRE(write_members({300, 9, FileEncoding::utf8, directory / "b.csv", ""}));
    REQUIRE(write_members({300, 9, FileEncoding::gbk, directory / "g.csv", ""}));
    const std::string first = read_file(directory / "a.csv", 1 << 20).value();
    CHECK(first == read_file(directory / "b.csv", 1 << 20).value());
    CHECK(encoded(first, FileEncoding::gbk).value() == read_file(directory / "g.csv", 1 << 20).value());
}

TEST_CASE("generate: a count or a path that cannot be is an error") {
    CHECK(write_members({0, 1, FileEncoding::utf8, "/nowhere", ""}).error().code == Exit::usage);
    CHECK(write_members({1, 1, FileEncoding::utf8, "/nowhere/m.csv", ""}).error().code == Exit::storage);
}
