// The mistakes of the roster: one row of the table each. To add one, add a row.
#include "roster.hpp"

#include <fmt/format.h>
#include <set>

namespace jiezhuan::generate {
namespace {

using Fits = bool (*)(const Listed&);
using Edit = std::string (*)(const Listed&, const std::string&);

struct Mistake {
    std::string_view column;
    std::string_view expected;
    std::string_view what;
    Fits fits;  // on whose row it can be made
    Edit edit;  // the cell as it is in the file
    bool stays; // it is right after all, and stays in the mended file
};

bool anybody(const Listed&) { return true; }
bool full(const Listed& one) { return one.member.stage == Stage::full && one.member.admission.is_day(); }
// Somebody whose ID number tells nothing else when it is damaged.
bool recent(const Listed& one) { return full(one) && one.member.admission.year() >= 1990; }
bool two_characters(const Listed& one) { return one.member.name.size() == 6; }
bool with_dot(const Listed& one) { return one.member.name.find("·") != std::string::npos; }
bool mulao(const Listed& one) { return static_cast<int>(one.member.ethnic) == 32; }
bool mostly_han(const Listed& one) { return static_cast<int>(one.member.ethnic) == 1; }
// The number does not by chance fit when its tail is gone.
bool tail_matters(const Listed& one) {
    return citizen_id_check(one.member.citizen_id.text().substr(0, 15) + "00") != '0';
}
bool man(const Listed& one) { return one.member.sex == Sex::male; }
bool with_x(const Listed& one) { return one.member.citizen_id.text().back() == 'X'; }
bool born_before_2000(const Listed& one) { return one.member.birth.year() < 2000; }
bool in_first_branch(const Listed& one) { return one.branch == 0; }

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    const std::size_t at = text.find(what);
    ensure(at != std::string::npos, "what a mistake replaces stands in the cell");
    return text.replace(at, what.size(), by);
}

std::string scientific(const Listed&, const std::string& id) {
    return fmt::format("{}.{}E+17", id.substr(0, 1), id.substr(1, 5));
}
std::string zero_tail(const Listed&, const std::string& id) { return id.substr(0, 15) + "000"; }
std::string wrong_check(const Listed&, const std::string& id) {
    return id.substr(0, 17) + (id.back() == '7' ? "3" : "7");
}
std::string swapped_digits(const Listed&, const std::string& id) {
    std::string text = id;
    for (std::size_t i = 14; i < 16; ++i) {
        if (text[i] != text[i + 1]) {
            std::swap(text[i], text[i + 1]);
            return text;
        }
    }
    text[16] = text[16] == '9' ? '1' : static_cast<char>(text[16] + 1);
    return text;
}
std::string one_digit_short(const Listed&, const std::string& id) { return id.substr(0, 12) + id.substr(13); }
std::string no_such_birth(const Listed&, const std::string& id) {
    const std::string first17 = id.substr(0, 10) + "13" + id.substr(12, 5);
    return first17 + citizen_id_check(first17);
}
std::string fifteen_digits(const Listed&, const std::string& id) { return id.substr(0, 6) + id.substr(8, 9); }
std::string full_width(const Listed&, const std::string& id) {
    std::string text;
    for (const char c : id) {
        text += "\xEF\xBC";
        text += static_cast<char>(c == 'X' ? 0xB8 : 0x90 + (c - '0'));
    }
    return text;
}
std::string apostrophe(const Listed&, const std::string& id) { return "'" + id; }
std::string small_x(const Listed&, const std::string& id) { return id.substr(0, 17) + "x"; }

std::string blank(const Listed&, const std::string&) { return {}; }
std::string spaced(const Listed&, const std::string& name) { return name.substr(0, 3) + "　" + name.substr(3); }
std::string bullet(const Listed&, const std::string& name) { return replaced(name, "·", "。"); }
std::string misspelt_mulao(const Listed&, const std::string&) { return "仫姥族"; }
std::string wrong_ethnic(const Listed&, const std::string&) { return "汗族"; }
std::string without_zu(const Listed&, const std::string&) { return "汉"; }
std::string south(const Listed&, const std::string&) { return "南"; }
std::string woman(const Listed&, const std::string&) { return "女"; }
std::string other_birth(const Listed& one, const std::string&) {
    return written(one.member.birth.plus_days(-31), one.style);
}
std::string no_such_day(const Listed& one, const std::string&) {
    return fmt::format("{}-02-30", one.member.admission.year());
}
std::string no_date(const Listed& one, const std::string&) {
    return fmt::format("{}年春", one.member.admission.year());
}
std::string serial(const Listed& one, const std::string&) {
    return std::to_string(one.member.admission.days() + 25569);
}
std::string before_admission(const Listed& one, const std::string&) {
    return written(one.member.admission.plus_months(-12), one.style);
}
std::string too_early(const Listed& one, const std::string&) {
    return written(one.member.admission.plus_months(6), one.style);
}
std::string too_late(const Listed& one, const std::string&) {
    return written(one.member.admission.plus_months(15), one.style);
}
std::string at_seventeen(const Listed& one, const std::string&) {
    return written(one.member.birth.plus_months(17 * 12 + 4), one.style);
}
std::string short_phone(const Listed&, const std::string& phone) { return phone.substr(0, 9); }
std::string near_miss(const Listed&, const std::string& branch) { return replaced(branch, "第一党支部", "第1支部"); }
std::string other_community(const Listed&, const std::string&) { return "柳堤社区第一党支部"; }
std::string unknown_word(const Listed&, const std::string&) { return "大砖"; }

constexpr Mistake kMistakes[] = {
    {"身份证号码", "ID-07", "a spreadsheet made a number of it", anybody, scientific, false},
    {"身份证号码", "ID-07", "the last three digits became 000", tail_matters, zero_tail, false},
    {"身份证号码", "ID-02", "wrong check digit", anybody, wrong_check, false},
    {"身份证号码", "ID-02", "two digits changed places", anybody, swapped_digits, false},
    {"身份证号码", "ID-01", "17 digits", anybody, one_digit_short, false},
    {"身份证号码", "ID-03", "month 13 in the number", anybody, no_such_birth, false},
    {"身份证号码", "ID-04", "the old number of 15 digits (warning)", born_before_2000, fifteen_digits, false},
    {"身份证号码", "IN-04", "full-width digits (repaired)", anybody, full_width, false},
    {"身份证号码", "IN-04", "an apostrophe before the number (repaired)", anybody, apostrophe, false},
    {"身份证号码", "IN-04", "a small x (repaired)", with_x, small_x, false},
    {"姓名", "IN-08", "the name is missing", anybody, blank, false},
    {"姓名", "IN-05", "a full-width blank in a name of two characters (warning)", two_characters, spaced, false},
    {"姓名", "IN-05", "a wrong middle dot (warning)", with_dot, bullet, false},
    {"性别", "MB-03", "南 for 男", man, south, false},
    {"性别", "ID-05", "sex and ID number disagree (warning)", man, woman, false},
    {"民族", "MB-01", "仫姥 for 仫佬", mulao, misspelt_mulao, false},
    {"民族", "MB-01", "汗 for 汉", mostly_han, wrong_ethnic, false},
    {"民族", "MB-02", "without 族 (information)", mostly_han, without_zu, true},
    {"出生日期", "ID-06", "birth date and ID number disagree (warning)", anybody, other_birth, false},
    {"入党时间", "IN-07, MB-05", "no such day", recent, no_such_day, false},
    {"入党时间", "IN-07, MB-05", "a season, not a date", recent, no_date, false},
    {"入党时间", "IN-03", "a spreadsheet's serial number (read, and said)", recent, serial, false},
    {"转正时间", "MB-07, PB-03", "conversion before admission", recent, before_admission, false},
    {"转正时间", "PB-03", "conversion before the year of probation was over", recent, too_early, false},
    {"转正时间", "MB-08", "conversion three months late (warning)", recent, too_late, true},
    {"转正时间", "MB-05", "a full member without conversion date (warning)", recent, blank, false},
    {"入党时间", "MB-06, MB-08", "admission at the age of 17 (warning)", recent, at_seventeen, false},
    {"手机号码", "MB-09", "nine digits (warning)", anybody, short_phone, false},
    {"所在党支部", "unknown organisation", "a near miss of 柳岸社区第一党支部", in_first_branch, near_miss, false},
    {"所在党支部", "unknown organisation", "a community that does not exist", in_first_branch, other_community, false},
    {"学历", "IN-07", "大砖 for 大专", anybody, unknown_word, false},
};

// In the README no number of a person is repeated, not even an invented one.
std::string shown(std::string_view column, const std::string& cell) {
    return column == "身份证号码" ? std::string("…") : cell;
}

void plant(Roster& roster, const Mistake& mistake, std::size_t row, PlantedList& planted) {
    std::string& cell = roster.wrong.cell(row, mistake.column);
    const std::string wrong = mistake.edit(roster.members[row], cell);
    ensure(wrong != cell, "a mistake changes its cell");
    cell = wrong;
    if (mistake.stays) {
        roster.fixed.cell(row, mistake.column) = wrong;
    }
    planted.push_back({"roster.csv", roster.wrong.shown_row(row), std::string(mistake.column),
                       shown(mistake.column, wrong), std::string(mistake.what), std::string(mistake.expected)});
}

// Rows that are no longer there when the file is mended.
void append_strangers(Roster& roster, const Street& street, People& people, PlantedList& planted) {
    constexpr std::size_t kTwice = 1234;
    std::vector<std::string> twice = roster.fixed.rows[kTwice];
    twice[roster.wrong.column("序号")] = std::to_string(roster.wrong.rows.size() + 1);
    twice[roster.wrong.column("所在党支部")] = street.branches[0].short_name;
    roster.wrong.rows.push_back(std::move(twice));
    planted.push_back({"roster.csv", roster.wrong.shown_row(roster.wrong.rows.size() - 1), "身份证号码", "…",
                       fmt::format("the person of row {} again, in another branch", roster.wrong.shown_row(kTwice)),
                       "ID-09"});

    const Member stranger = people.make(Category::other, street.communities[1].name, Characters::gbk);
    std::vector<std::string> row;
    for (const std::string& title : roster.wrong.header) {
        row.push_back(member_cell(stranger, title, DateStyle::dashes));
    }
    row[roster.wrong.column("序号")] = std::to_string(roster.wrong.rows.size() + 1);
    row[roster.wrong.column("所在党支部")] = street.branches[1].short_name;
    row[roster.wrong.column("政治面貌")] = "群众";
    roster.wrong.rows.push_back(std::move(row));
    planted.push_back({"roster.csv", roster.wrong.shown_row(roster.wrong.rows.size() - 1), "政治面貌", "群众",
                       "not a Party member", "MB-04"});
}

} // namespace

void plant_mistakes(Roster& roster, const Street& street, People& people, PlantedList& planted) {
    roster.wrong = roster.fixed;
    std::set<std::size_t> used;
    std::size_t start = 3;
    for (const Mistake& mistake : kMistakes) {
        std::size_t row = start;
        for (std::size_t tried = 0; used.contains(row) || !mistake.fits(roster.members[row]); ++tried) {
            ensure(tried < roster.members.size(), "the roster has somebody for every mistake");
            row = (row + 1) % roster.members.size();
        }
        used.insert(row);
        plant(roster, mistake, row, planted);
        start = (start + 89) % roster.members.size();
    }
    append_strangers(roster, street, people, planted);
}

} // namespace jiezhuan::generate
