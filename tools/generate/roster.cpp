#include "roster.hpp"

#include <fmt/format.h>

namespace jiezhuan::generate {
namespace {

constexpr int kProbationary = 26;

struct CategoryShare {
    Category category;
    std::uint32_t permille;
};
constexpr CategoryShare kOrdinary[] = {{Category::retired, 560}, {Category::employed, 170}, {Category::laid_off, 110},
                                       {Category::migrant, 40},  {Category::student, 20},   {Category::demobilised, 40},
                                       {Category::other, 60}};
constexpr CategoryShare kJoint[] = {{Category::employed, 900}, {Category::demobilised, 60}, {Category::other, 40}};

constexpr std::string_view kAwayPlaces[] = {"平川市高新区", "岭北省朔阳市", "海东省滨海市", "岭北省青禾县",
                                            "江南市安澜县"};

Category category_in(const Branch& branch, Random& random) {
    if (branch.for_retired) {
        return Category::retired;
    }
    std::uint32_t point = random.below(1000);
    const std::span<const CategoryShare> shares =
        branch.kind == OrgKind::joint_branch ? std::span<const CategoryShare>(kJoint) : kOrdinary;
    for (const CategoryShare& share : shares) {
        if (point < share.permille) {
            return share.category;
        }
        point -= share.permille;
    }
    return Category::other;
}

// Not everybody pays in time, and who works elsewhere has left on some day.
void add_circumstances(Member& member, Random& random) {
    if (random.chance(15)) {
        member.dues_paid_through = Date(2026, random.between(7, 9));
    } else if (random.chance(5)) {
        member.dues_paid_through = Date(2026, random.between(1, 4));
    }
    if (member.category == Category::migrant) {
        member.away_since = Date(2025, 3, 1).plus_days(random.between(0, 560));
        member.away_place = random.pick(kAwayPlaces);
    }
}

std::vector<std::string> roster_row(const Sheet& sheet, std::size_t number, const Listed& listed,
                                    const Branch& branch) {
    std::vector<std::string> row;
    for (const std::string& title : sheet.header) {
        if (title == "序号") {
            row.push_back(std::to_string(number));
        } else if (title == "所在党支部") {
            row.push_back(branch.short_name);
        } else {
            row.push_back(member_cell(listed.member, title, listed.style));
        }
    }
    return row;
}

Sheet empty_roster() {
    Sheet sheet;
    sheet.titles = {"望江街道党员名册(2026年11月2日)"};
    sheet.header = {"序号",         "姓名",     "性别",     "民族",     "身份证号码",   "出生日期",
                    "学历",         "人员类别", "退休类型", "政治面貌", "入党时间",     "转正时间",
                    "所在党支部",   "手机号码", "现居住地", "工作单位", "劳动关系",     "是否稳定职业",
                    "是否固定住所", "流出日期", "流出地",   "党费交至", "档案保管单位", "备注"};
    return sheet;
}

template <class E> std::string word(E value) { return std::string(code_title(value).zh); }

std::string stage_word(Stage stage) { return stage == Stage::full ? "中共党员" : "中共预备党员"; }

} // namespace

std::string member_cell(const Member& member, std::string_view title, DateStyle style) {
    struct Cell {
        std::string_view title;
        std::string text;
    };
    const Cell cells[] = {
        {"姓名", member.name},
        {"性别", word(member.sex)},
        {"民族", word(member.ethnic)},
        {"身份证号码", member.citizen_id.text()},
        {"公民身份号码", member.citizen_id.text()},
        {"出生日期", written(member.birth, style)},
        {"学历", word(member.education)},
        {"人员类别", word(member.category)},
        {"退休类型", word(member.retired_kind)},
        {"政治面貌", stage_word(member.stage)},
        {"党籍", word(member.stage)},
        {"入党时间", written(member.admission, style)},
        {"转正时间", written(member.conversion, style)},
        {"手机号码", member.phone},
        {"联系电话", member.phone},
        {"现居住地", member.address},
        {"工作单位", member.employer},
        {"单位是否建立党组织", word(member.employer_has_org)},
        {"劳动关系", word(member.labour_relation)},
        {"是否稳定职业", word(member.stable_job)},
        {"是否固定住所", word(member.fixed_residence)},
        {"在本地起始日期", written(member.settled_since, style)},
        {"流出日期", written(member.away_since, style)},
        {"流出地", member.away_place},
        {"党费交至", written(member.dues_paid_through, style)},
        {"档案保管单位", member.file_held_by},
        {"正式组织关系所在", member.relation_org},
        {"备注", member.remarks},
    };
    for (const Cell& cell : cells) {
        if (cell.title == title) {
            return cell.text;
        }
    }
    return {};
}

Roster make_roster(const Street& street, People& people, PlantedList& planted) {
    Roster roster;
    roster.fixed = empty_roster();
    int probationary = 0;
    for (std::size_t b = 0; b < street.branches.size(); ++b) {
        const Branch& branch = street.branches[b];
        const std::string& community = street.communities[static_cast<std::size_t>(branch.community)].name;
        const DateStyle style = some_style(people.random());
        for (int i = 0; i < branch.members; ++i) {
            const Category category = category_in(branch, people.random());
            const bool young = category == Category::employed || category == Category::demobilised;
            const bool new_one = young && probationary < kProbationary && people.random().chance(50);
            probationary += new_one ? 1 : 0;
            Member member = new_one ? people.make_probationary(category, community, Characters::gbk)
                                    : people.make(category, community, Characters::gbk);
            add_circumstances(member, people.random());
            roster.members.push_back({std::move(member), b, style});
        }
    }
    for (std::size_t i = 0; i < roster.members.size(); ++i) {
        const Listed& listed = roster.members[i];
        roster.fixed.rows.push_back(roster_row(roster.fixed, i + 1, listed, street.branches[listed.branch]));
    }
    plant_mistakes(roster, street, people, planted);
    return roster;
}

} // namespace jiezhuan::generate
