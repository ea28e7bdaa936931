// A roster imported twice is imported once; the order of its columns and its encoding do not matter; what was left out and mended
// gives the same ledger as the whole at once.
#include "jiezhuan/service/intake/member_import.hpp"
#include "tests/support/importing.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

struct Person {
    std::vector<std::string> cells; // as kTitles
    bool wrong = false;
};
const std::vector<std::string> kTitles = {"姓名",     "性别",     "身份证号码", "政治面貌",
                                          "入党时间", "转正时间", "手机号码",   "备注"};

std::string pick(std::mt19937& random, const std::vector<std::string>& words) { return words[random() % words.size()]; }

Person person(std::mt19937& random, int number) {
    const std::string first17 = "11000019" + std::to_string(50 + number % 40) + "0630" + fmt::format("{:03}", number);
    const std::string id = first17 + citizen_id_check(first17);
    const std::string stage = pick(random, {"中共党员", "正式党员", "预备党员"});
    const std::string conversion = stage == "预备党员" ? "" : pick(random, {"2016-07-01", ""});
    return {{pick(random, {"李明", "王芳", "欧阳娜娜", "阿依古丽·买买提", "李　明"}), number % 2 == 1 ? "男" : "女", id,
             stage, "2015-07-01", conversion, pick(random, {"13800000001", "0571-80000001", ""}),
             pick(random, {"", "住院", "“引号”,逗号", "两\n行"})},
            false};
}

std::string cell_text(const std::string& cell) {
    return cell.find_first_of(",\n\"") == std::string::npos ? cell : "\"" + cell + "\"";
}

std::string file_of(const std::vector<Person>& people, const std::vector<std::size_t>& columns) {
    std::string text;
    const auto add = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            text += (i == 0 ? "" : ",") + cell_text(cells[columns[i]]);
        }
        text += "\n";
    };
    add(kTitles);
    for (const Person& each : people) {
        std::vector<std::string> cells = each.cells;
        if (each.wrong) {
            cells[1] = "南";
        }
        add(cells);
    }
    return text;
}

IntakeReport import(LedgerFixture& ledger, const std::string& text, bool partial = false) {
    MemberImport import;
    return import_text(ledger, import, "member", text, {.allow_partial = partial});
}

} // namespace

TEST_CASE("twice is once, whatever the order of the columns, and the good rows with the mended rest are the whole") {
    constexpr int kRosters = 25;
    for (int seed = 1; seed <= kRosters; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(static_cast<unsigned>(seed));
        std::vector<Person> people;
        const int count = 1 + static_cast<int>(random() % 12);
        for (int i = 0; i < count; ++i) {
            people.push_back(person(random, seed * 20 + i));
        }
        std::vector<std::size_t> columns = {0, 1, 2, 3, 4, 5, 6, 7};
        const std::string whole = file_of(people, columns);
        std::shuffle(columns.begin(), columns.end(), random);
        const std::string shuffled = file_of(people, columns);

        LedgerFixture once;
        REQUIRE(import(once, whole).exit == Exit::done);
        const std::string expected = roster_of(once);
        CHECK(import(once, whole).already);
        CHECK(import(once, shuffled).already);
        CHECK(roster_of(once) == expected);

        LedgerFixture other;
        REQUIRE(import(other, shuffled).exit == Exit::done);
        CHECK(roster_of(other) == expected);

        std::vector<Person> damaged = people;
        for (Person& each : damaged) {
            each.wrong = random() % 3 == 0;
        }
        damaged.front().wrong = false;
        LedgerFixture parts;
        const IntakeReport partly = import(parts, file_of(damaged, columns), true);
        CHECK(partly.exit != Exit::invalid_input);
        if (partly.exit == Exit::partly_applied) {
            // Mended as a clerk would, row by row: the whole file again, of which the good rows are there already.
            const IntakeReport mended = import(parts, whole);
            CHECK(mended.exit == Exit::done);
            CHECK(mended.counts.unchanged == partly.counts.added);
            CHECK(mended.counts.added == partly.counts.refused);
        }
        CHECK(roster_of(parts) == expected);
    }
}
