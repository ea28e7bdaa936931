// The profile: every number and switch that decides about records and may differ by place, each with its source.
#pragma once

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/model/codes.hpp"
#include "jiezhuan/model/finding.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// One row of the route table: how a relation goes to another basic committee, by where that lies.
struct Route {
    std::string id; // "T2-county"
    Distance distance = Distance::none;
    Channel channel = Channel::none;        // none: paper or online
    RoutePolicy policy = RoutePolicy::none; // said whenever the table decided
};

struct Profile {
    std::string name;

    std::int64_t valid_days_max = 0; // ceiling of a letter's validity (LT-05)
    std::int64_t valid_days_default = 0;
    std::int64_t valid_days_default_outside = 0; // other province
    std::int64_t valid_days_long = 0;            // in-province: longer is asked about (LT-06)
    std::int64_t valid_days_short = 0;
    std::int64_t receipt_months = 0;       // from acceptance (RC-01)
    std::int64_t assign_days = 0;          // from receipt to a branch (RC-06)
    std::int64_t transit_sla_days = 0;     // end to end
    std::int64_t expiring_days = 0;        // a letter is "expiring" this many days before its last
    std::int64_t transfer_duty_months = 0; // 条例第二十五条: away at a fixed place
    std::int64_t loss_of_contact_months = 0;
    std::int64_t lapse_review_months = 0;      // no dues, life or work: review (DU-02)
    std::int64_t dues_make_up_months = 0;      // made up for more: the reason is asked for (DU-04)
    std::int64_t suspension_review_months = 0; // suspended because contact was lost (ST-05)
    std::int64_t study_abroad_months = 0;      // ST-09
    std::int64_t abroad_contact_months = 0;    // ST-10
    std::int64_t graduate_keep_months = 0;     // ST-08
    std::int64_t discipline_months_max = 0;    // 留党察看 (ST-07)
    std::int64_t rectification_months_max = 0; // 限期改正
    std::int64_t activist_months = 0;          // PB-07
    std::int64_t conversion_approval_months = 0;
    std::int64_t probation_months = 0;
    std::int64_t probation_warning_days = 0;     // PB-02
    std::int64_t report_in_days = 0;             // after leaving: reported to the organisation there (FL-02)
    std::int64_t card_check_months = 0;          // an activity card is inspected (FL-03)
    std::int64_t branch_members_max = 0;         // RT-07
    std::int64_t general_branch_members_max = 0; // OR-06
    std::int64_t joint_branch_units_max = 0;
    std::int64_t branch_committee_full_members = 0; // OR-04
    std::int64_t own_branch_full_members = 0;       // a community with that many sets up its own organisation
    std::int64_t hold_review_days = 0;              // a held transfer is asked about again
    std::int64_t stub_retention_years = 0;          // how long stubs are kept (RC-10)
    bool letter_tens_prefix_yi = false;             // 壹拾伍, not 拾伍
    bool letter_zero_before_month = false;
    bool capital_numerals = true;
    bool allow_self_printing = false;
    bool dues_prepaid_allowed = false;
    NumberSource number_source = NumberSource::pattern;
    std::string number_pattern;             // "{yyyy}{seq:04}": see letters/number_pattern.hpp
    std::string certificate_number_pattern; // of membership certificates: a series of their own
    std::vector<Route> routes;
    // Rules that this profile asks to lower or to switch off; which of them may be is for the catalogue to say
    // (rules/catalogue.hpp, check_rule_settings).
    std::map<std::string, Severity, std::less<>> severities;
    std::vector<std::string> switched_off;

    [[nodiscard]] bool is_off(std::string_view rule) const;
};

// The profile that is built in: schemas/profiles/national-2019.toml.
[[nodiscard]] std::string_view national_profile_text();
// Exit::usage with file, line and column where it is no profile: not TOML, an unknown key (with the nearest), a key or a source
// that is missing, a value of another type or out of range, a route twice.
[[nodiscard]] Result<Profile> parse_profile(std::string_view toml, std::string_view file);
// A profile that a ledger adopted, perhaps under an older program: what that did not know yet has the value that is built in.
// Exit::usage as parse_profile().
[[nodiscard]] Result<Profile> parse_adopted_profile(std::string_view toml, std::string_view name);

// A profile as a place writes it, and all that it says. One with `base = "national-2019"` holds only what differs there: each setting,
// each rule and each route (by its id) for itself.
struct LocalProfile {
    Profile profile;
    std::string
        content; // complete, without a base: what a ledger adopts, so that no later program can change its meaning
};
// Exit::usage as parse_profile(), and where the base is none that is built in.
[[nodiscard]] Result<LocalProfile> read_local_profile(std::string_view toml, std::string_view file);

} // namespace jiezhuan
