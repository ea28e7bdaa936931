// What stands in the way: why somebody cannot be received on the letter that was presented, or not be sent; and how the clerk gets on.
#pragma once

#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/model/finding.hpp"
#include "jiezhuan/model/transfer.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>
#include <vector>

namespace jiezhuan {

// What is wrong with the letter of a transfer that is presented or verified, and forbids receiving; else nothing.
[[nodiscard]] Result<Findings> letter_obstacles(Reading& ledger, const OrgDirectory& organisations,
                                                const Profile& profile, const Transfer& transfer,
                                                const std::optional<Letter>& letter, const Member& member);
// The first of these that no reason can override: the letter goes back to its issuer.
[[nodiscard]] const Finding* to_be_returned_for(const Findings& obstacles);

// What the letter to come of one of ours would lack, each with the command that completes it as its fix. Nothing where no letter is to
// come.
[[nodiscard]] Result<Findings> lacking_for_letter(Reading& ledger, const Transfer& transfer, const Member& member);
// These commands, each with what it completes.
[[nodiscard]] std::vector<Message> completing(const Findings& lacking);

// A letter that came is its issuer's to correct, not ours: the fix of what is wrong on it says how it goes back.
void send_back_to_issuer(Findings& findings, TransferId id);
// How somebody who cannot be received on a letter gets on: what we wrote down wrongly is put right, what is wrong on the paper goes
// back to its issuer.
void add_way_out(Findings& findings, const Transfer& transfer);
// How a letter of ours gets an addressee that has the authority (RT-01).
void name_addressee_anew(Findings& findings, const Transfer& transfer);

struct WayOn {
    Findings obstacles; // what will forbid a step to come, as warnings, each with what mends it
    std::vector<Message>
        commands; // the next ones, as next_commands(); where an obstacle stands, those that get around it
};
[[nodiscard]] Result<WayOn> way_on(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                   const Transfer& transfer, Date on);
// After an act: the commands, and those obstacles whose rules the act has not named already.
[[nodiscard]] Result<void> say_way_on(Work& work, const Transfer& transfer, Document& document);

} // namespace jiezhuan
