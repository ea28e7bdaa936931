// The registers of migrants as lists: who of ours is away, who is a guest, and who lives elsewhere and reported in there; with the rules
// that speak of each.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/rules/deadline_rule.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jiezhuan {

// residence: at home and not away, reported in to the organisation where they live (条例第三十三条).
enum class MigrantRegister : std::uint8_t { none, outflow, inflow, residence };
template <> const CodeTable& code_table<MigrantRegister>();

// The rules about migrants (FL-…), in the order of the catalogue.
[[nodiscard]] const std::vector<const DeadlineRule*>& migrant_rules();
// What they ask of one: nothing more of an absence where the relation should go there anyway.
[[nodiscard]] std::vector<const DeadlineRule*> asked_of_migrant(const DeadlineFacts& facts);
// The commands that settle what the register of outflow lacks, each with a comment that says what it does.
[[nodiscard]] std::vector<Message> migrant_steps(const DeadlineFacts& facts);

struct MigrantFilter {
    MigrantRegister of = MigrantRegister::outflow;
    OrgId org;        // at or below it
    std::string rule; // only those of whom that rule speaks: "FL-04"
};
struct Migrant {
    Member member;
    std::optional<Transfer> open;
    std::vector<const DeadlineRule*> asked;
};
// Those of a register, in the order of the days since when they are away, here, or reported in.
[[nodiscard]] Result<std::vector<Migrant>> migrants(Reading& ledger, const OrgDirectory& organisations,
                                                    const Profile& profile, Date as_of, const MigrantFilter& filter);

// narrow: the columns that fit a screen.
enum class MigrantView : std::uint8_t { all, narrow };
[[nodiscard]] RowSet migrant_rows(const std::vector<Migrant>& migrants, const OrgDirectory& organisations,
                                  const MigrantFilter& filter, MigrantView view, bool reveal);
// Whom each rule speaks of, counted, as commands that list them.
[[nodiscard]] std::vector<Message> migrant_counts(const std::vector<Migrant>& migrants);

// "away since 2026-03 at …; reported in …; card …; last contact …": what there is of it. Empty for who is none.
[[nodiscard]] Message migrant_in_words(const Member& member);

} // namespace jiezhuan
