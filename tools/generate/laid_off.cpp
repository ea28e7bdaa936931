#include "arrivals.hpp"

#include <fmt/format.h>

namespace jiezhuan::generate {
namespace {

constexpr int kRows = 60;
constexpr Date kIssued(2026, 11, 9);
constexpr int kValidDays = 30;

bool has_letter(int index) { return index % 10 != 6; }
bool owes_dues(int index) { return index == 17 || index == 41; }

// The branch of the community with the lowest number that takes anybody.
const Branch& first_branch_of(const Street& street, int community) {
    for (const Branch& branch : street.branches) {
        if (branch.community == community && branch.kind == OrgKind::branch) {
            return branch;
        }
    }
    throw Bug{"every community has a branch"};
}

void fill(Sheet& sheet, int index, const Street& street, People& people) {
    const int home = static_cast<int>(people.random().below(12));
    const std::string& community = street.communities[static_cast<std::size_t>(home)].name;
    Member member = people.make(Category::laid_off, community, Characters::all);
    member.employer = "江南第二棉纺织厂";
    member.file_held_by = "临江区人力资源服务中心";
    member.dues_paid_through = owes_dues(index) ? Date(2026, 3) : Date(2026, 11);
    const bool letter = has_letter(index);
    sheet.rows.emplace_back();
    for (const std::string& title : sheet.header) {
        sheet.rows.back().push_back(member_cell(member, title, DateStyle::slashes));
    }
    const std::size_t row = sheet.rows.size() - 1;
    sheet.cell(row, "序号") = std::to_string(index + 1);
    sheet.cell(row, "转出党组织") = outside_named("江南二棉党委").name;
    sheet.cell(row, "拟编入支部") = first_branch_of(street, home).short_name;
    sheet.cell(row, "转接原因") = "解除劳动关系";
    if (letter) {
        sheet.cell(row, "介绍信编号") = fmt::format("二棉〔2026〕{:03}", index + 1);
        sheet.cell(row, "开具日期") = written(kIssued, DateStyle::slashes);
        sheet.cell(row, "有效期(天)") = std::to_string(kValidDays);
        sheet.cell(row, "抬头") = kStreetName;
        sheet.cell(row, "报到日期") = written(kToday, DateStyle::slashes);
    }
}

} // namespace

Sheet laid_off_sheet(const Street& street, People& people, PlantedList& planted) {
    Sheet sheet;
    sheet.titles = {"江南第二棉纺织厂解除劳动关系党员名单"};
    sheet.header = {"序号",       "姓名",     "性别",       "民族",         "身份证号码", "出生日期",   "学历",
                    "人员类别",   "劳动关系", "党籍",       "入党时间",     "转正时间",   "工作单位",   "现居住地",
                    "联系电话",   "党费交至", "转出党组织", "介绍信编号",   "开具日期",   "有效期(天)", "抬头",
                    "拟编入支部", "报到日期", "转接原因",   "档案保管单位", "备注"};
    for (int i = 0; i < kRows; ++i) {
        fill(sheet, i, street, people);
        const std::size_t row = static_cast<std::size_t>(i);
        if (!has_letter(i)) {
            planted.push_back(
                {"laid-off.csv", sheet.shown_row(row), "介绍信编号", "", "no letter yet", "stays expected"});
        }
        if (owes_dues(i)) {
            planted.push_back({"laid-off.csv", sheet.shown_row(row), "党费交至", sheet.cell(row, "党费交至"),
                               "no dues for eight months (warning, to be reviewed)", "DU-02"});
        }
    }
    return sheet;
}

} // namespace jiezhuan::generate
