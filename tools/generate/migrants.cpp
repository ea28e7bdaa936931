#include "arrivals.hpp"

#include <fmt/format.h>

namespace jiezhuan::generate {
namespace {

constexpr int kRows = 80;

constexpr std::string_view kElsewhere[] = {"中国共产党岭北省朔阳市青禾县石桥镇委员会",
                                           "中国共产党岭北省朔阳市河西区红旗街道工作委员会",
                                           "中国共产党海东省滨海市渔港镇委员会", "中国共产党平川市沙河县双桥镇委员会",
                                           "中国共产党海东省滨海市新港区海螺街道工作委员会"};
constexpr std::string_view kJobs[] = {"望江快递营业部", "临江城建第三项目部", "江南家政服务公司", "听潮海鲜市场",
                                      "网约车平台"};
constexpr std::string_view kFirmJobs[] = {"望江电子科技有限公司", "临江食品有限公司", "江南软件园物业公司"};
constexpr std::string_view kBasis[] = {"流动党员活动证", "党员证明信", "全国党员管理信息系统查询",
                                       "致函原党组织并收到复函"};

// settled: a stable job and a fixed residence for half a year; fresh: the same, but not yet so long.
enum class Settled { yes, fresh, job_only, home_only, no };
Settled settled_kind(int index) {
    const int place = index % 20;
    if (place < 7) {
        return Settled::yes;
    }
    if (place == 7) {
        return Settled::fresh;
    }
    return place < 10 ? Settled::job_only : place < 13 ? Settled::home_only : Settled::no;
}
bool doubtful(int index) { return index % 16 == 15; }

Flag flag_of(bool value) { return value ? Flag::yes : Flag::no; }

const Branch& some_branch(const Street& street, Random& random) {
    for (;;) {
        const Branch& branch = random.pick(std::span<const Branch>(street.branches));
        if (!branch.for_retired) {
            return branch;
        }
    }
}

Member make_migrant(int index, const std::string& community, People& people) {
    Random& random = people.random();
    Member member = people.make(Category::migrant, community, Characters::all);
    const Settled settled = settled_kind(index);
    const bool both = settled == Settled::yes || settled == Settled::fresh;
    member.stable_job = flag_of(both || settled == Settled::job_only);
    member.fixed_residence = flag_of(both || settled == Settled::home_only);
    member.employer = both ? random.pick(kFirmJobs) : random.pick(kJobs);
    member.employer_has_org = flag_of(both && member.employer != "江南软件园物业公司");
    const int days = settled == Settled::fresh ? random.between(40, 120) : random.between(200, 1500);
    member.settled_since = kToday.plus_days(-days);
    member.relation_org = random.pick(kElsewhere);
    member.dues_paid_through = Date(2026, random.between(6, 11));
    member.file_held_by = "";
    return member;
}

void note(const Sheet& sheet, std::size_t row, int index, PlantedList& planted) {
    if (doubtful(index)) {
        planted.push_back({"migrants.csv", sheet.shown_row(row), "核实依据", "",
                           "only the person's own word: " + sheet.cell(row, "备注"), "not enrolled (not verified)"});
    }
}

} // namespace

Sheet migrants_sheet(const Street& street, People& people, PlantedList& planted) {
    Sheet sheet;
    sheet.header = {"姓名",
                    "性别",
                    "民族",
                    "公民身份号码",
                    "出生日期",
                    "学历",
                    "人员类别",
                    "党籍",
                    "入党时间",
                    "转正时间",
                    "手机号码",
                    "现居住地",
                    "工作单位",
                    "单位是否建立党组织",
                    "是否稳定职业",
                    "是否固定住所",
                    "在本地起始日期",
                    "正式组织关系所在",
                    "党费交至",
                    "编入支部",
                    "联系人",
                    "核实依据",
                    "核实日期",
                    "核实人",
                    "备注"};
    Random& random = people.random();
    for (int i = 0; i < kRows; ++i) {
        const Branch& branch = some_branch(street, random);
        const Member member =
            make_migrant(i, street.communities[static_cast<std::size_t>(branch.community)].name, people);
        sheet.rows.emplace_back();
        for (const std::string& title : sheet.header) {
            sheet.rows.back().push_back(member_cell(member, title, DateStyle::dashes));
        }
        const std::size_t row = sheet.rows.size() - 1;
        sheet.cell(row, "编入支部") = branch.short_name;
        sheet.cell(row, "联系人") = some_name(random, Ethnic(1), Sex::female, 1985, Characters::gbk);
        if (doubtful(i)) {
            sheet.cell(row, "备注") = "仅有本人口述,原党组织电话无人接听";
        } else {
            sheet.cell(row, "核实依据") = random.pick(kBasis);
            sheet.cell(row, "核实日期") = kToday.plus_days(-random.between(3, 14)).text();
            sheet.cell(row, "核实人") = "周敏";
        }
        note(sheet, row, i, planted);
    }
    return sheet;
}

} // namespace jiezhuan::generate
