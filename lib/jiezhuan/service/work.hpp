// What every act of a clerk needs, and what every act answers.
#pragma once

#include "jiezhuan/base/env.hpp"
#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/model/finding.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <map>
#include <string>

namespace jiezhuan {

// --accept RULE=REASON
using Accepted = std::map<std::string, std::string, std::less<>>;

// One write transaction with its surroundings. Acts append to it; whoever made it commits, or does not.
struct Work {
    Writing& ledger;
    const Env& env;
    const Profile& profile;
    ProfileId profile_id;
    OrgDirectory organisations;
    Date on;               // the business date of the act
    bool on_given = false; // it was named: repeating the act must name it alike
    std::string op;        // 经办人
    Accepted accept;

    // The header of an event of that type on `on`, judged by this profile.
    [[nodiscard]] Event event(std::string type) const;
    [[nodiscard]] Date today() const { return env.today(); }
};

// The profile in force on a day: the last one adopted up to it; the first one for days before that.
struct ProfileInForce {
    Profile profile;
    ProfileId id;
};
[[nodiscard]] Result<ProfileInForce> profile_in_force(Reading& ledger, Date on);

// What came of an act. A refusal is an answer: nothing was appended, the findings say why.
struct Outcome {
    bool refused = false;
    bool already = false; // it was done before, with the same parameters
    Findings findings;
    std::int64_t created = 0; // seq of what the act created
    bool corrected = false;   // nothing was done anew: what was written down of it was put right

    [[nodiscard]] static Outcome done_already() { return {false, true, {}, 0}; }
};

// The rule id of findings that no rule of the catalogue makes: the state of things does not allow the act.
inline constexpr std::string_view kStateRule = "STATE";
[[nodiscard]] Finding state_finding(std::string subject, Message message, Message fix);
[[nodiscard]] Outcome refusal(std::string subject, Message message, Message fix);

// Judges findings: what may be overridden and was accepted becomes milder by one degree (an error a warning, a warning a note) and is
// noted in `event.about` with its reason; where errors remain the act is refused.
struct Judgement {
    bool refused = false;
    Findings findings;
};
[[nodiscard]] Judgement judge(Findings findings, const Accepted& accept, Event& event);

// The exit code of an outcome: 5 where refused, else 0.
[[nodiscard]] Exit exit_of(const Outcome& outcome);

} // namespace jiezhuan
