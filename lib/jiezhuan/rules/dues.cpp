#include "jiezhuan/rules/dues.hpp"

namespace jiezhuan {

Explanation dues_behind(Date paid_through, Date on, const Profile& profile) {
    if (paid_through.empty() || on.empty()) {
        return std::nullopt;
    }
    const int months = months_between(paid_through, on);
    if (months <= 0 || months >= profile.lapse_review_months) {
        return std::nullopt;
    }
    return say(
        {"党费交至 {}，应交至转出当月 {}，欠 {} 个月", "dues are paid through {}, should be {}: {} months behind"},
        paid_through.month_of().text(), on.month_of().text(), months);
}

Explanation dues_to_review(Date paid_through, Date on, const Profile& profile) {
    if (paid_through.empty() || on.empty() || months_between(paid_through, on) < profile.lapse_review_months) {
        return std::nullopt;
    }
    return say({"党费交至 {}，到 {} 欠 {} 个月，达到 {} 个月，需排查",
                "dues are paid through {}; by {} they are {} months behind, {} or more: to be reviewed"},
               paid_through.month_of().text(), on.month_of().text(), months_between(paid_through, on),
               profile.lapse_review_months);
}

Explanation dues_ahead(Date paid_through, Date on, const Profile& profile) {
    if (paid_through.empty() || on.empty() || profile.dues_prepaid_allowed || months_between(paid_through, on) >= 0) {
        return std::nullopt;
    }
    return say({"党费交至 {}，晚于转出当月 {}", "dues are paid through {}, later than the month of the transfer, {}"},
               paid_through.month_of().text(), on.month_of().text());
}

} // namespace jiezhuan
