#include "jiezhuan/rules/dues.hpp"

#include "jiezhuan/rules/catalogue.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

constexpr int kMonthsOfYear = 12;

} // namespace

int months_unpaid(Date paid_through, Date on) { return std::max(0, months_between(paid_through, on) - 1); }

Date unpaid_since(Date paid_through) { return paid_through.empty() ? Date() : paid_through.latest().plus_days(1); }

Date silent_since(const Member& member) {
    return std::max(member.last_activity.latest(), unpaid_since(member.dues_paid_through));
}

Message months_in_words(Date first, Date last) {
    return first == last ? Message(first.text(), first.text())
                         : say({"{} 至 {}", "{} through {}"}, first.text(), last.text());
}

Explanation paid_far_ahead(Date through, Date on) {
    if (through.empty() || on.empty() || months_between(on, through) <= kMonthsOfYear) {
        return std::nullopt;
    }
    return say({"党费交至 {}，比 {} 晚一年以上", "dues paid through {}: more than a year after {}"},
               through.month_of().text(), on.text());
}

void judge_far_ahead(Findings& findings, Date through, Date on, const Profile& profile, std::string subject) {
    if (auto far = paid_far_ahead(through, on)) {
        met(findings, "IN-07", profile, std::move(*far), {}, std::move(subject));
        findings.back().fix = kCheckTheMonth;
    }
}

bool beyond_the_quarter(Date through, Date on, const Profile& profile) {
    constexpr int kQuarter = 3;
    const Date quarter_ends(on.year(), (on.month() + kQuarter - 1) / kQuarter * kQuarter);
    return !profile.dues_prepaid_allowed && through > quarter_ends;
}

// Through the month of the transfer the dues must be paid, that month too.
Explanation dues_behind(Date paid_through, Date on, const Profile& profile) {
    if (paid_through.empty() || on.empty()) {
        return std::nullopt;
    }
    const int to_pay = months_between(paid_through, on);
    if (to_pay <= 0 || months_unpaid(paid_through, on) >= profile.lapse_review_months) {
        return std::nullopt;
    }
    return say({"党费交至 {}，应交至转出当月 {}，须补交 {} 个月",
                "dues are paid through {}, should be {}; months to be paid: {}"},
               paid_through.month_of().text(), on.month_of().text(), to_pay);
}

Explanation dues_to_review(Date paid_through, Date on, const Profile& profile) {
    if (paid_through.empty() || on.empty() || months_unpaid(paid_through, on) < profile.lapse_review_months) {
        return std::nullopt;
    }
    return say({"党费交至 {}，到 {} 已满 {} 个月未交，需排查",
                "dues are paid through {}; as of {}, {} whole months unpaid: to be reviewed"},
               paid_through.month_of().text(), on.text(), months_unpaid(paid_through, on));
}

Explanation dues_ahead(Date paid_through, Date on, const Profile& profile) {
    if (paid_through.empty() || on.empty() || profile.dues_prepaid_allowed || months_between(paid_through, on) >= 0) {
        return std::nullopt;
    }
    return say({"党费交至 {}，晚于转出当月 {}", "dues are paid through {}, later than the month of the transfer, {}"},
               paid_through.month_of().text(), on.month_of().text());
}

} // namespace jiezhuan
