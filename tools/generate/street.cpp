#include "street.hpp"

#include "names.hpp"
#include "people.hpp"

#include <fmt/format.h>

namespace jiezhuan::generate {
namespace {

constexpr std::string_view kPlace = "江南市临江区望江街道";
constexpr std::string_view kOrdinals[] = {"第一", "第二", "第三", "第四", "第五", "第六", "第七"};

// How a community is organised, and how many members of the roster its branches have.
struct Plan {
    std::string_view name;
    OrgKind kind; // branch: the community is one branch, directly under the street
    int branches;
    int members; // of an ordinary branch
    int joint;   // of the joint branch; 0: it has none
    int joint_units;
};
constexpr Plan kPlans[] = {
    {"柳岸社区", OrgKind::community_committee, 6, 47, 32, 4}, {"听潮社区", OrgKind::community_committee, 6, 49, 0, 0},
    {"望塔社区", OrgKind::community_committee, 6, 48, 28, 5}, {"清渠社区", OrgKind::community_committee, 6, 46, 30, 2},
    {"桂苑社区", OrgKind::community_committee, 6, 49, 34, 3}, {"梧桐社区", OrgKind::community_committee, 6, 47, 0, 0},
    {"映月社区", OrgKind::community_committee, 6, 50, 0, 0},  {"长桥社区", OrgKind::community_committee, 6, 49, 26, 6},
    {"渡口社区", OrgKind::general_branch, 2, 46, 0, 0},       {"东风社区", OrgKind::general_branch, 2, 47, 0, 0},
    {"新民社区", OrgKind::general_branch, 2, 44, 0, 0},       {"临港社区", OrgKind::branch, 1, 42, 0, 0},
};
constexpr int kRetiredBranchMembers = 20;
constexpr int kRosterSize = 3000;

void add_branch(Street& street, int community, std::string_view ordinal, OrgKind kind, int members) {
    const Community& above = street.communities[static_cast<std::size_t>(community)];
    int number = 1;
    for (const Branch& branch : street.branches) {
        number += branch.community == community ? 1 : 0;
    }
    const std::string_view word = kind == OrgKind::joint_branch ? "联合" : ordinal;
    street.branches.push_back({fmt::format("{}{:03}", above.code, number),
                               fmt::format("中国共产党{}{}{}支部委员会", kPlace, above.name, word),
                               fmt::format("{}{}党支部", above.name, word), kind, community, members,
                               ordinal == "退休职工"});
}

void add_community(Street& street, const Plan& plan) {
    const int index = static_cast<int>(street.communities.size());
    const std::string code = fmt::format("{}{:03}", kStreetCode, index + 1);
    const std::string_view tail = plan.kind == OrgKind::community_committee ? "委员会"
                                  : plan.kind == OrgKind::general_branch    ? "总支部委员会"
                                                                            : "支部委员会";
    street.communities.push_back(
        {code, std::string(plan.name), fmt::format("中国共产党{}{}{}", kPlace, plan.name, tail), plan.kind});
    if (plan.kind == OrgKind::branch) {
        const Community& community = street.communities.back();
        street.branches.push_back({code, community.full_name, fmt::format("{}党支部", plan.name), OrgKind::branch,
                                   index, plan.members, false});
        return;
    }
    for (int i = 0; i < plan.branches; ++i) {
        add_branch(street, index, kOrdinals[i], OrgKind::branch, plan.members);
    }
    if (plan.kind == OrgKind::community_committee) {
        add_branch(street, index, "退休职工", OrgKind::branch, kRetiredBranchMembers);
    }
    if (plan.joint > 0) {
        add_branch(street, index, "", OrgKind::joint_branch, plan.joint);
    }
}

// Real branches are never all the same size: members move between neighbours, and what is missing to the roster's size is added.
void spread_members(Street& street, Random& random) {
    int total = 0;
    for (std::size_t i = 0; i + 1 < street.branches.size(); i += 2) {
        Branch& one = street.branches[i];
        Branch& other = street.branches[i + 1];
        if (one.kind == OrgKind::branch && other.kind == OrgKind::branch && !one.for_retired && !other.for_retired) {
            const int moved = random.between(-3, 3);
            one.members += moved;
            other.members -= moved;
        }
    }
    for (const Branch& branch : street.branches) {
        total += branch.members;
    }
    for (std::size_t i = 0; total != kRosterSize; i = (i + 1) % street.branches.size()) {
        if (street.branches[i].kind == OrgKind::branch && !street.branches[i].for_retired) {
            street.branches[i].members += total < kRosterSize ? 1 : -1;
            total += total < kRosterSize ? 1 : -1;
        }
    }
}

constexpr std::string_view kNo = "无";
constexpr std::string_view kYes = "有";

// A telephone line in no area that exists.
std::string some_line(Random& random) { return fmt::format("0000-{}", 80000000 + random.below(9999999)); }

} // namespace

Street make_street(std::uint64_t seed) {
    Random random(seed, "street");
    Street street;
    for (const Plan& plan : kPlans) {
        add_community(street, plan);
    }
    spread_members(street, random);
    return street;
}

Sheet organisations_sheet(const Street& street, std::uint64_t seed) {
    Random random(seed, "organisations");
    Sheet sheet;
    sheet.header = {"组织代码",         "党组织全称", "简称",     "类别",     "上级党组织",
                    "审批预备党员权限", "联系人",     "联系电话", "通讯地址", "邮编",
                    "覆盖单位数",       "成立日期",   "备注"};
    const auto add = [&](const std::string& code, const std::string& name, const std::string& short_name, OrgKind kind,
                         std::string_view above, const std::string& place, int units) {
        const Sex sex = random.chance(500) ? Sex::male : Sex::female;
        const std::string contact = some_name(random, Ethnic(1), sex, 1978, Characters::gbk);
        const std::string phone = some_line(random);
        const int year = random.between(1998, 2019);
        const int month = random.between(1, 12);
        const int day = random.between(1, 28);
        sheet.rows.push_back({code, name, short_name, std::string(code_title(kind).zh), std::string(above),
                              std::string(kNo), contact, phone, place, "000100",
                              units > 0 ? std::to_string(units) : std::string(), Date(year, month, day).text(), ""});
    };
    for (std::size_t c = 0; c < street.communities.size(); ++c) {
        const Community& community = street.communities[c];
        const std::string place = address_in(community.name, random);
        if (community.kind != OrgKind::branch) {
            const std::string_view word = community.kind == OrgKind::general_branch ? "党总支" : "党委";
            add(community.code, community.full_name, fmt::format("{}{}", community.name, word), community.kind,
                kStreetCode, place, 0);
        }
        for (const Branch& branch : street.branches) {
            if (branch.community == static_cast<int>(c)) {
                add(branch.code, branch.name, branch.short_name, branch.kind,
                    branch.code == community.code ? kStreetCode : std::string_view(community.code), place,
                    branch.kind == OrgKind::joint_branch ? kPlans[c].joint_units : 0);
            }
        }
    }
    return sheet;
}

Sheet outside_sheet(std::uint64_t seed) {
    Random random(seed, "outside");
    Sheet sheet;
    sheet.header = {"党组织全称", "简称",     "类别", "外部组织", "审批预备党员权限", "地域", "联系人",
                    "联系电话",   "通讯地址", "邮编", "备注"};
    for (const Outside& outside : outside_directory()) {
        const Sex sex = random.chance(500) ? Sex::male : Sex::female;
        const std::string contact = some_name(random, Ethnic(1), sex, 1982, Characters::gbk);
        const std::string_view authority = outside.authority == Authority::yes  ? kYes
                                           : outside.authority == Authority::no ? kNo
                                                                                : "不明";
        sheet.rows.push_back({std::string(outside.name), std::string(outside.short_name),
                              std::string(code_title(outside.kind).zh), "是", std::string(authority),
                              std::string(code_title(outside.distance).zh), contact, some_line(random),
                              std::string(outside.address), std::string(outside.postcode), ""});
    }
    return sheet;
}

} // namespace jiezhuan::generate
