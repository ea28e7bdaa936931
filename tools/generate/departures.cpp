#include "departures.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace jiezhuan::generate {
namespace {

constexpr std::size_t kGood = 28;
constexpr std::size_t kMissingReceipts[] = {4, 9, 15, 21, 26}; // of the letters 5, 10, …
constexpr std::size_t kOtherName = 12;
constexpr int kNearValidDays = 30;
constexpr int kFarValidDays = 60;

constexpr std::string_view kReceivers[] = {"春晓街道党工委",   "东湖街道党工委", "科苑街道党工委", "红旗街道党工委",
                                           "柳林镇党委",       "市直机关工委",   "江南机床厂党委", "海东港务党委",
                                           "平川理工职院党委", "青禾县委组织部"};

struct Leaver {
    const Listed* listed;
    const Outside* to;
};

bool can_leave(const Listed& one) {
    const Member& member = one.member;
    const bool working = member.category == Category::employed || member.category == Category::demobilised ||
                         member.category == Category::other;
    return working && member.stage == Stage::full && member.dues_paid_through == Date(2026, 11);
}

std::vector<Leaver> choose(const Roster& roster, std::size_t how_many) {
    std::vector<Leaver> leavers;
    for (std::size_t at = 40; leavers.size() < how_many; ++at) {
        if (can_leave(roster.members[at])) {
            leavers.push_back(
                {&roster.members[at], &outside_named(kReceivers[leavers.size() % std::size(kReceivers)])});
            at += 80;
        }
    }
    return leavers;
}

std::string_view reason_for(const Outside& to) {
    return to.kind == OrgKind::working_committee || to.kind == OrgKind::org_department ? "居住地变动" : "工作单位变动";
}

bool far(const Outside& to) { return to.distance == Distance::other_province; }

std::vector<std::string> outgoing_row(std::size_t number, const Member& member, const Outside& to) {
    return {std::to_string(number),
            member.name,
            member.citizen_id.text(),
            std::string(to.name),
            std::string(to.unit),
            std::string(reason_for(to)),
            "纸质",
            std::to_string(far(to) ? kFarValidDays : kNearValidDays),
            member.dues_paid_through.text(),
            member.phone,
            ""};
}

void add_wrong_leavers(Sheet& sheet, const Leaver& last, const Street& street, People& people, PlantedList& planted) {
    sheet.rows.push_back(outgoing_row(kGood + 1, last.listed->member, outside_named("湖畔社区党委")));
    planted.push_back({"outgoing.csv", sheet.shown_row(kGood), "抬头", sheet.cell(kGood, "抬头"),
                       "addressed to a community, which has no authority", "RT-01"});
    const Member stranger = people.make(Category::employed, street.communities[2].name, Characters::gbk);
    sheet.rows.push_back(outgoing_row(kGood + 2, stranger, outside_named("春晓街道党工委")));
    planted.push_back(
        {"outgoing.csv", sheet.shown_row(kGood + 1), "身份证号码", "…", "is not on our roster", "no such member"});
}

std::vector<std::string> receipt_row(std::size_t letter, const Leaver& leaver, Random& random) {
    const Date received = kBegun.plus_days(random.between(5, 12));
    const Date receipt = received.plus_days(random.between(0, 4));
    const std::string handler = some_name(random, Ethnic(1), Sex::female, 1985, Characters::gbk);
    const std::string phone = fmt::format("0000-{}", 80000000 + random.below(9999999));
    return {fmt::format("2026{:04}", letter + 1),
            leaver.listed->member.name,
            received.text(),
            std::string(leaver.to->unit),
            receipt.text(),
            handler,
            phone,
            ""};
}

// Another person's name, as when the receipt of a namesake came back: the last character differs.
std::string other_name(std::string name) {
    constexpr std::string_view kLast = "健";
    constexpr std::string_view kElse = "建";
    const std::size_t bytes = 3;
    const std::string_view last = std::string_view(name).substr(name.size() - bytes);
    return name.replace(name.size() - bytes, bytes, last == kLast ? kElse : kLast);
}

Sheet make_receipts(const std::vector<Leaver>& leavers, Random& random, PlantedList& planted) {
    Sheet sheet;
    sheet.header = {"介绍信编号", "姓名", "接收日期", "接收单位", "回执日期", "经办人", "经办人电话", "备注"};
    for (std::size_t i = 0; i < kGood; ++i) {
        if (std::find(std::begin(kMissingReceipts), std::end(kMissingReceipts), i) != std::end(kMissingReceipts)) {
            continue;
        }
        sheet.rows.push_back(receipt_row(i, leavers[i], random));
        if (i == kOtherName) {
            std::string& name = sheet.cell(sheet.rows.size() - 1, "姓名");
            const std::string ours = name;
            name = other_name(name);
            planted.push_back({"receipts.csv", sheet.shown_row(sheet.rows.size() - 1), "姓名", name,
                               fmt::format("our stub says {}", ours), "RC-03"});
        }
    }
    sheet.rows.push_back(receipt_row(98, leavers.front(), random));
    planted.push_back({"receipts.csv", sheet.shown_row(sheet.rows.size() - 1), "介绍信编号", "20260099",
                       "a letter we never issued", "no such letter"});
    return sheet;
}

} // namespace

Departures make_departures(const Street& street, const Roster& roster, People& people, PlantedList& planted) {
    Departures departures;
    const std::vector<Leaver> leavers = choose(roster, kGood + 1);
    Sheet& sheet = departures.outgoing;
    sheet.header = {"序号", "姓名",       "身份证号码", "抬头",     "去往单位", "转接原因",
                    "方式", "有效期(天)", "党费交至",   "联系电话", "备注"};
    for (std::size_t i = 0; i < kGood; ++i) {
        sheet.rows.push_back(outgoing_row(i + 1, leavers[i].listed->member, *leavers[i].to));
    }
    add_wrong_leavers(sheet, leavers.back(), street, people, planted);
    departures.receipts = make_receipts(leavers, people.random(), planted);
    return departures;
}

} // namespace jiezhuan::generate
