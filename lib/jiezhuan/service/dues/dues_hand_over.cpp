#include "jiezhuan/service/dues/dues_hand_over.hpp"

#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/rules/dues.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

Date month_after(Date month) { return unpaid_since(month).month_of(); }

const Transfer* open_one(const std::vector<Transfer>& transfers) {
    const auto open = std::find_if(transfers.begin(), transfers.end(),
                                   [](const Transfer& transfer) { return is_open(transfer.state); });
    return open == transfers.end() ? nullptr : &*open;
}

Message on_the_way(const OrgDirectory& organisations, const Transfer& transfer, Date next, const Message& branch) {
    const Date sent = transfer.sent_on.month_of();
    if (!next.empty() && next <= sent) {
        return say({"{}（交至转出当月 {}）", "{} (through {}, the month of the transfer)"}, branch, sent.text());
    }
    return say({"{}（接收后从 {} 起收缴）", "{} (from {} on, when it has received)"},
               organisations.label(transfer.addressee), next.empty() ? month_after(sent).text() : next.text());
}

// Where somebody's relation is who is not ours.
std::string elsewhere(const OrgDirectory& organisations, const Member& member, const Transfer* open) {
    if (!member.relation_org.empty() || open == nullptr) {
        return member.relation_org;
    }
    return open->from ? organisations.label(open->from) : open->from_name;
}

Message at_home(const std::vector<Letter>& letters, Date next, const Message& branch) {
    const Letter* const came = letter_of_dues(letters);
    const SendersMonths months = came == nullptr ? SendersMonths{} : senders_months(*came);
    if (next.empty() || months.last.empty() || next > months.last) {
        return {};
    }
    return say({"{} 应由转出党组织收缴（交至转出当月），以后由{}收缴",
                "{}: the sender (through the month of the transfer), then {}"},
               months_in_words(next, months.last), branch);
}

} // namespace

Date next_dues(const Member& member) {
    return member.dues_paid_through.empty() ? Date() : month_after(member.dues_paid_through);
}

const Letter* letter_of_dues(const std::vector<Letter>& letters) {
    const auto came = std::find_if(letters.rbegin(), letters.rend(), [](const Letter& letter) {
        return letter.direction == LetterDirection::incoming && letter.state == LetterState::used &&
               !letter.dues_paid_through.empty();
    });
    return came == letters.rend() ? nullptr : &*came;
}

SendersMonths senders_months(const Letter& letter) {
    const Date first = month_after(letter.dues_paid_through);
    const Date last = letter.issued_on.month_of();
    return letter.issued_on.empty() || first > last ? SendersMonths{} : SendersMonths{first, last};
}

Message dues_collector(const OrgDirectory& organisations, const Member& member, const std::vector<Transfer>& transfers,
                       const std::vector<Letter>& letters) {
    const std::string label = organisations.label(member.branch);
    const Message branch(label, label);
    const Transfer* const open = open_one(transfers);
    switch (member.standing) {
    case Standing::home:
        return at_home(letters, next_dues(member), branch);
    case Standing::in_transit:
        return open == nullptr ? Message() : on_the_way(organisations, *open, next_dues(member), branch);
    case Standing::hosted:
        return say(
            {"{}（凭流动党员活动证也可以在流入地交纳）", "{} (with an activity card, also where the member stays)"},
            elsewhere(organisations, member, open));
    case Standing::arriving:
        return say({"{}（接收后从介绍信党费交至的次月起由本级收缴）",
                    "{} (ours to collect when received, from the month after the one that the letter says)"},
                   elsewhere(organisations, member, open));
    default:
        return {};
    }
}

Message dues_in_words(const OrgDirectory& organisations, const Member& member, const std::vector<Transfer>& transfers,
                      const std::vector<Letter>& letters, Date as_of) {
    if (!on_roster(member.standing)) {
        return {};
    }
    const Date paid = member.dues_paid_through;
    if (paid.empty()) {
        return Text{"没有登记交至哪个月", "through which month they are paid is not recorded"};
    }
    Message words =
        say({"交至 {}，下次应交 {}", "paid through {}, next for {}"}, paid.month_of().text(), next_dues(member).text());
    if (const int behind = months_unpaid(paid, as_of); behind > 0) {
        words = say({"{}，欠交 {} 个整月", "{}; whole months unpaid: {}"}, words, behind);
    }
    const Message collector = dues_collector(organisations, member, transfers, letters);
    return collector.empty() ? words : say({"{}；收缴：{}", "{}; collected by: {}"}, words, collector);
}

} // namespace jiezhuan
