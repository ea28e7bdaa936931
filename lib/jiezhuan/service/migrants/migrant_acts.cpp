#include "jiezhuan/service/migrants/migrant_acts.hpp"

#include "jiezhuan/service/members/members.hpp"

namespace jiezhuan {

bool is_guest(const Member& member) { return member.standing == Standing::hosted; }

Message history_command(const Member& member) {
    return say({"查看经过：jiezhuan member history {}", "see what happened: jiezhuan member history {}"},
               member.id.text());
}

std::optional<Outcome> not_with_us(const Member& member) {
    if (on_roster(member.standing) || is_guest(member)) {
        return std::nullopt;
    }
    return refusal(subject_of(member),
                   say({"归属状态是“{}”，不在流动党员台账", "stands as '{}': not in the registers of migrants"},
                       code_title(member.standing)),
                   history_command(member));
}

std::optional<Outcome> not_with_us_on(const Member& member, Date on) {
    const bool left_later = member.standing == Standing::left && !member.left_on.empty() && on < member.left_on;
    return left_later ? std::nullopt : not_with_us(member);
}

Message corrected_day(const Member& member, std::string_view option, Date day) {
    return say({"登记错的：jiezhuan member correct {} {} {} --reason 原因",
                "where that is wrong: jiezhuan member correct {} {} {} --reason REASON"},
               member.id.text(), option, day.text());
}

} // namespace jiezhuan
