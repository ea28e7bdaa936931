// How far the dues are paid, beside the month of a transfer.
#pragma once

#include "jiezhuan/model/member.hpp"
#include "jiezhuan/rules/rule.hpp"

namespace jiezhuan {

// Arrears are the whole months before the month of the day, which may still be paid: one count, wherever they are spoken of.
[[nodiscard]] int months_unpaid(Date paid_through, Date on);
// The first day of the first month that is not paid; when the member was last seen, by dues or organisational life.
[[nodiscard]] Date unpaid_since(Date paid_through);
[[nodiscard]] Date silent_since(const Member& member);

// "2026-08", "2026-08 through 2026-11".
[[nodiscard]] Message months_in_words(Date first, Date last);

// More than a year ahead of the day: nobody pays so, it is a slip of the pen.
[[nodiscard]] Explanation paid_far_ahead(Date through, Date on);
inline constexpr Text kCheckTheMonth = {"核对年月", "check the month"};
// IN-07 of somebody whose dues were said to be paid so.
void judge_far_ahead(Findings& findings, Date through, Date on, const Profile& profile, std::string subject);

// Dues are paid by the month, with the branch's consent by the quarter (中组发〔2008〕3号): are they paid further ahead than that?
[[nodiscard]] bool beyond_the_quarter(Date through, Date on, const Profile& profile);
inline constexpr Text kByTheMonth = {
    "党费按月交纳，经党支部同意可以按季交纳（中组发〔2008〕3号）：核对月份",
    "dues are paid by the month, with the branch's consent by the quarter (中组发〔2008〕3号): check the month"};

// What DU-01, DU-02 and DU-03 say of dues paid through a month for a transfer on a day ("交至转出当月"). Nothing where the month is not
// known: that is for LT-10 to say.
[[nodiscard]] Explanation dues_behind(Date paid_through, Date on, const Profile& profile);
[[nodiscard]] Explanation dues_to_review(Date paid_through, Date on, const Profile& profile);
[[nodiscard]] Explanation dues_ahead(Date paid_through, Date on, const Profile& profile);

} // namespace jiezhuan
