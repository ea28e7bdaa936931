#include "arrivals.hpp"

#include <fmt/format.h>
#include <utility>

namespace jiezhuan::generate {
namespace {

constexpr int kRows = 400;
constexpr Date kFirstLetters(2026, 11, 2);
constexpr Date kLateLetters(2026, 8, 24);
constexpr int kValidDays = 30;
constexpr int kLateValidDays = 60;
constexpr Date kFirstVisit(2026, 11, 16);

enum class Row { good, no_letter, late, to_community, ours_already, wrong_id, number_twice, dues_behind };

// Which rows are not good; all the others are.
Row row_kind(int index) {
    switch (index) {
    case 77:
    case 205:
    case 318:
        return Row::ours_already;
    case 131:
        return Row::wrong_id;
    case 260:
        return Row::number_twice;
    case 44:
    case 350:
        return Row::dues_behind;
    default:
        break;
    }
    if (index % 18 == 11) {
        return Row::no_letter;
    }
    if (index % 45 == 22) {
        return Row::late;
    }
    return index % 50 == 33 ? Row::to_community : Row::good;
}

struct Line {
    Member member;
    Row kind = Row::good;
    const Community* community = nullptr;
    std::string letter_no;
    Date issued;
    int valid_days = 0;
    Date presented;
};

std::string from_line(const Line& line, std::string_view title, std::size_t number) {
    const bool has_letter = !line.letter_no.empty();
    const std::string addressee = line.kind == Row::to_community ? line.community->full_name : std::string(kStreetName);
    const std::pair<std::string_view, std::string> cells[] = {
        {"序号", std::to_string(number)},
        {"原所在党支部", fmt::format("江南机床厂退休职工第{}党支部", 1 + number % 9)},
        {"转出党组织", std::string(outside_named("江南机床厂党委").name)},
        {"介绍信编号", line.letter_no},
        {"开具日期", line.issued.text()},
        {"有效期(天)", has_letter ? std::to_string(line.valid_days) : std::string()},
        {"抬头", has_letter ? addressee : std::string()},
        {"去往单位", fmt::format("望江街道{}", line.community->name)},
        {"报到日期", line.presented.text()},
        {"转接原因", "退休移交"},
    };
    for (const auto& [name, text] : cells) {
        if (name == title) {
            return text;
        }
    }
    return member_cell(line.member, title, DateStyle::dashes);
}

// Somebody retired who is ours already, looked for from a row of the roster on.
Member retired_of(const Roster& roster, std::size_t from) {
    while (roster.members[from].member.category != Category::retired) {
        ++from;
    }
    return roster.members[from].member;
}

Line make_line(int index, const Street& street, const Roster& roster, People& people) {
    Line line;
    line.kind = row_kind(index);
    Random& random = people.random();
    // The first eight have a branch made ready for them; some live in the others.
    line.community = &street.communities[random.below(line.kind == Row::to_community || random.chance(900) ? 8 : 12)];
    line.member = line.kind == Row::ours_already
                      ? retired_of(roster, static_cast<std::size_t>(index) * 3)
                      : people.make(Category::retired, line.community->name, Characters::all);
    line.member.employer = "江南机床厂";
    line.member.retired_kind = random.chance(930) ? RetiredKind::retired_worker : RetiredKind::retired_cadre;
    line.member.category = Category::retired;
    line.member.file_held_by = "江南市档案寄存中心";
    line.member.dues_paid_through = line.kind == Row::dues_behind ? Date(2026, 6) : Date(2026, 11);
    if (line.kind == Row::no_letter) {
        return line;
    }
    line.letter_no = fmt::format("江机组字〔2026〕{:03}号", index + 1);
    line.issued = line.kind == Row::late ? kLateLetters : kFirstLetters.plus_days(std::int64_t{index / 100} * 2);
    line.valid_days = line.kind == Row::late ? kLateValidDays : kValidDays;
    line.presented = kFirstVisit.plus_days(random.between(0, 4));
    return line;
}

void note(const Sheet& sheet, std::size_t row, const Line& line, PlantedList& planted) {
    const auto add = [&](std::string_view column, std::string cell, std::string_view what, std::string_view expected) {
        planted.push_back({"handover.csv", sheet.shown_row(row), std::string(column), std::move(cell),
                           std::string(what), std::string(expected)});
    };
    switch (line.kind) {
    case Row::no_letter:
        return add("介绍信编号", "", "no letter yet", "stays expected");
    case Row::late:
        return add("报到日期", line.presented.text(), "presented after the letter's last day 2026-10-23", "LT-08");
    case Row::to_community:
        return add("抬头", line.community->full_name, "addressed to a community, which has no authority", "RT-01");
    case Row::ours_already:
        return add("身份证号码", "…", "is on our roster already", "refused (state)");
    case Row::wrong_id:
        return add("身份证号码", "…", "wrong check digit", "ID-02");
    case Row::number_twice:
        return add("介绍信编号", line.letter_no, "the number of the letter of the row above", "LT-02");
    case Row::dues_behind:
        return add("党费交至", "2026-06", "dues five months behind (warning)", "DU-01");
    case Row::good:
        return;
    }
}

} // namespace

Sheet handover_sheet(const Street& street, const Roster& roster, People& people, PlantedList& planted) {
    Sheet sheet;
    sheet.titles = {"江南机床厂退休党员组织关系移交名册", "移交单位:中国共产党江南机床厂委员会  移交人数:400人"};
    sheet.header = {"序号",     "姓名",     "性别",       "民族",       "身份证号码",   "出生日期",     "学历",
                    "人员类别", "退休类型", "党籍",       "入党时间",   "转正时间",     "原所在党支部", "工作单位",
                    "现居住地", "联系电话", "转出党组织", "介绍信编号", "开具日期",     "有效期(天)",   "抬头",
                    "去往单位", "党费交至", "报到日期",   "转接原因",   "档案保管单位", "备注"};
    std::string last_number;
    for (int i = 0; i < kRows; ++i) {
        Line line = make_line(i, street, roster, people);
        if (line.kind == Row::number_twice) {
            line.letter_no = last_number;
        }
        last_number = line.letter_no;
        std::vector<std::string> row;
        for (const std::string& title : sheet.header) {
            row.push_back(from_line(line, title, static_cast<std::size_t>(i) + 1));
        }
        sheet.rows.push_back(std::move(row));
        if (line.kind == Row::wrong_id) {
            std::string& id = sheet.cell(sheet.rows.size() - 1, "身份证号码");
            id.back() = id.back() == '5' ? '6' : '5';
        }
        note(sheet, sheet.rows.size() - 1, line, planted);
    }
    return sheet;
}

} // namespace jiezhuan::generate
