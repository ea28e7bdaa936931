#include "tests/support/directory.hpp"
#include "tools/generate/first_day.hpp"

#include "tools/generate/departures.hpp"
#include "tools/generate/roster.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/text.hpp"
#include "tests/support/code_words.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace jiezhuan;
using namespace jiezhuan::generate;

namespace {

struct Made {
    Street street = make_street(kExampleSeed);
    People people{kExampleSeed};
    PlantedList planted;
    Roster roster = make_roster(street, people, planted);
};

const DataFile& file_named(const std::vector<DataFile>& files, std::string_view name) {
    for (const DataFile& file : files) {
        if (file.name == name) {
            return file;
        }
    }
    throw Bug{"no such file"};
}

std::set<std::string> branch_names(const Street& street) {
    std::set<std::string> names;
    for (const Branch& branch : street.branches) {
        names.insert(branch.short_name);
    }
    return names;
}

} // namespace

TEST_CASE("generate: the data of the example are what the generator makes") {
    const auto files = make_first_day(kExampleSeed);
    REQUIRE(files);
    for (const DataFile& file : *files) {
        CAPTURE(file.name);
        const auto kept =
            read_file((testing::source_tree() / "examples/first-day/data" / file.name).string(), 16 << 20);
        REQUIRE(kept);
        CHECK(*kept == file.bytes); // else: jiezhuan-generate first-day --out examples/first-day/data
    }
    const auto other = make_first_day(kExampleSeed + 1);
    REQUIRE(other);
    CHECK(file_named(*other, "roster.csv").bytes != file_named(*files, "roster.csv").bytes);
}

TEST_CASE("generate: every row of the mended roster can be read") {
    const Made made;
    const std::set<std::string> branches = branch_names(made.street);
    const Sheet& sheet = made.roster.fixed;
    CHECK(sheet.rows.size() == 3000);
    std::set<CitizenId> ids;
    std::set<std::string> phones;
    std::set<std::pair<std::string, Date>> persons;
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        CAPTURE(row);
        const ReadCitizenId read = read_citizen_id(sheet.cell(row, "身份证号码"), kBegun);
        REQUIRE(read.problem == CitizenIdProblem::none);
        CHECK_FALSE(read.normalised);
        CHECK(read.id.number() / 100'000'000'000 % 10'000 == 0); // a region of which no number was issued
        CHECK(ids.insert(read.id).second);
        CHECK(phones.insert(sheet.cell(row, "手机号码")).second);
        const auto birth = read_date(sheet.cell(row, "出生日期"));
        REQUIRE(birth);
        CHECK(birth->date == read.id.birth());
        const std::string& name = sheet.cell(row, "姓名");
        CHECK(normal_name(name) == name);
        CHECK(persons.insert({name, birth->date}).second);
        CHECK((sheet.cell(row, "性别") == "男") == read.id.male());
        CHECK(testing::code_from_word<Ethnic>(sheet.cell(row, "民族")));
        CHECK(testing::code_from_word<Education>(sheet.cell(row, "学历")));
        CHECK(testing::code_from_word<Category>(sheet.cell(row, "人员类别")));
        CHECK(branches.contains(sheet.cell(row, "所在党支部")));
        CHECK(read_date(sheet.cell(row, "党费交至")));
    }
}

TEST_CASE("generate: the dates of a member fit together") {
    const Made made;
    for (const Listed& one : made.roster.members) {
        const Member& member = one.member;
        CAPTURE(member.citizen_id.last_four());
        CHECK(age_on(member.birth, member.admission.earliest()) >= 18);
        CHECK(member.admission < kBegun);
        if (member.stage == Stage::probationary) {
            CHECK(member.conversion.empty());
            CHECK(member.admission.plus_months(12) > kBegun);
        } else {
            const bool probation = member.admission < Date(1969, 4, 1) || member.admission >= Date(1977, 9, 1);
            CHECK(member.conversion == (probation ? member.admission.plus_months(12) : member.admission));
            CHECK(member.conversion < kBegun);
        }
        CHECK((member.retired_kind != RetiredKind::none) == (member.category == Category::retired));
    }
}

TEST_CASE("generate: every planted mistake of the roster is where the table says") {
    const Made made;
    CHECK(made.planted.size() >= 25);
    CHECK(made.roster.wrong.rows.size() == 3002);
    std::map<std::string, std::size_t> rules;
    for (const Planted& one : made.planted) {
        CAPTURE(one.row);
        CAPTURE(one.what);
        ++rules[one.expected];
        const std::size_t row = one.row - made.roster.wrong.shown_row(0);
        const std::string& cell = made.roster.wrong.cell(row, one.column);
        CHECK((one.cell == "…" || one.cell == cell));
        if (one.column == "身份证号码" && one.expected != "ID-09") {
            const ReadCitizenId read = read_citizen_id(cell, kBegun);
            const std::map<std::string_view, CitizenIdProblem> problems = {
                {"ID-01", CitizenIdProblem::shape},       {"ID-02", CitizenIdProblem::checksum},
                {"ID-03", CitizenIdProblem::birth},       {"ID-04", CitizenIdProblem::none},
                {"ID-07", CitizenIdProblem::spreadsheet}, {"IN-04", CitizenIdProblem::none}};
            CHECK(read.problem == problems.at(one.expected));
            CHECK(read.upgraded == (one.expected == "ID-04"));
            CHECK((read.normalised || one.expected != "IN-04"));
        }
        if (one.expected == "MB-01") {
            CHECK_FALSE(testing::code_from_word<Ethnic>(cell));
        }
    }
    CHECK(rules["ID-09"] == 1);
    CHECK(rules["MB-04"] == 1);
}

TEST_CASE("generate: the receipts are for the letters in the order of the outgoing list") {
    Made made;
    const Departures departures = make_departures(made.street, made.roster, made.people, made.planted);
    CHECK(departures.outgoing.rows.size() == 30);
    CHECK(departures.receipts.rows.size() == 24);
    int other_names = 0;
    int unknown = 0;
    for (std::size_t row = 0; row < departures.receipts.rows.size(); ++row) {
        const std::size_t letter = std::stoul(departures.receipts.cell(row, "介绍信编号").substr(4));
        if (letter > 28) {
            ++unknown;
        } else {
            other_names +=
                departures.receipts.cell(row, "姓名") != departures.outgoing.cell(letter - 1, "姓名") ? 1 : 0;
            CHECK(read_date(departures.receipts.cell(row, "回执日期"))->date > kBegun);
            CHECK(read_date(departures.receipts.cell(row, "回执日期"))->date < kToday);
        }
    }
    CHECK(unknown == 1);
    CHECK(other_names == 1);
}

TEST_CASE("generate: the tree has its twelve communities and no name twice") {
    const Street street = make_street(kExampleSeed);
    CHECK(street.communities.size() == 12);
    CHECK(branch_names(street).size() == street.branches.size());
    int members = 0;
    for (const Branch& branch : street.branches) {
        members += branch.members;
        CHECK(branch.code.size() % 3 == 0);
    }
    CHECK(members == 3000);
}
