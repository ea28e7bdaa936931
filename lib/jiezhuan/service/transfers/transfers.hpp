// Transfers: opening them and walking their paths. Every act judges first and appends at most one event of the transfer, so that
// a refusal leaves nothing behind.
#pragma once

#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>
#include <string>

namespace jiezhuan {

// Opens a transfer of somebody in the ledger: within, out, between or temporary for members at home, in or enrol for those arriving, and for those who
// left or were not admitted and come (again): they are arriving from then on, in the same event.
// `wanted` has kind, member, from, to, destination, reason, channel …; addressee and opened_on are filled in where absent. The state
// is that of the beginning. Exit::not_found for an unknown member. Refused: the kind has no path yet, the standing does not fit,
// another transfer is open, a rule, a move of kind within that leaves the basic committee, a sender that is not the member's branch. A
// migrant's stay is converted into the `in`, a time away into the `out` or `between`, in the same commit. The same transfer again is done already.
[[nodiscard]] Result<Outcome> open_transfer(Work& work, Transfer wanted);

// Somebody arrives: registers the member (or finds them by identity: who comes back keeps the number), opens a transfer of kind in
// or enrol, and presents the letter where there is one. Refused where the person is at home, in transit or suspended with us, has
// another name, or the membership ended here.
struct Arrival {
    Member member;
    Transfer transfer;
    std::optional<Letter> voucher; // the incoming letter, as it stands on the paper
};
struct ArrivalOutcome {
    Outcome outcome;
    MemberId member;
    TransferId transfer;
};
[[nodiscard]] Result<ArrivalOutcome> arrive(Work& work, Arrival arrival);
// The same as a clerk types it: the findings of the person's data count, the letter is completed.
[[nodiscard]] Result<ArrivalOutcome> arrive(Work& work, Arrival arrival, Findings person);

// Opens a transfer for somebody who is registered. Who comes (again), the letter in hand or its number in the online system: the
// transfer is opened, or the open one taken, and that is presented. Refused as either is, and where the member came with another letter.
[[nodiscard]] Result<ArrivalOutcome> open_and_present(Work& work, Transfer wanted, std::optional<Letter> voucher);

// What a step needs besides its action; each action uses some of it.
struct StepInput {
    std::string reason;              // hold, return, refuse, withdraw, revoke, void_letter, end: required
    std::string minutes;             // approve
    std::string online_no;           // send, present, accept through the online system
    std::string card_no;             // send, where somebody goes away with an activity card: required
    std::string evidence;            // accept: the receipt's number, or the online acceptance (RC-05)
    std::string receiver;            // accept online: who accepted, as the system names it
    Channel channel = Channel::none; // return: that way alone, of a transfer that goes both
    std::string verified_items;      // verify: of letter,seal,addressee,id,file; a migrant's in its own words
    std::string verified_basis;      // verify: required
    std::string verified_by;         // verify: the operator where absent
    OrgId branch;                    // assign: that of the transfer where absent; required where it has none
    bool leaves = false;             // withdraw: the member leaves with it, so that no stay goes on
    std::optional<Letter> voucher;   // present: the letter
    LetterId listed;                 // send, present, accept: by this letter, which has a list and is written already
    Letter* letter =
        nullptr; // send, accept: a letter of ours whose new state is part of the act (its id is set, or none to create it)
};
// The letter that comes in, as it was typed or listed: what was not written down of it is taken from the transfer and the member,
// and its last day is counted. An issuer other than the sender is a department on the way (换信): the receipt is for the sender.
[[nodiscard]] Letter voucher_of(const Work& work, const Transfer& transfer, const Member& member, Letter written);
// voucher_of() for a letter that is typed at the desk, unless it corrects one that was presented before: then what is not said stays.
[[nodiscard]] Result<void> complete_voucher(Work& work, const Transfer& transfer, const Member& member,
                                            Letter& voucher);
// One step. Exit::not_found for an unknown transfer. Refused: no such step in this state (the sentence says which there are), a date
// before the previous step, held, something required is missing, a rule; a later transfer that stands on what is to be revoked, or a
// member who stands otherwise by now. The same step again is done already. To present again what
// is presented and not yet received corrects what was written down; to approve again gives an approval its missing minutes. Of a
// transfer that goes both ways a step of one of them does not wait for the other: the first to be accepted settles the transfer.
[[nodiscard]] Result<Outcome> step_transfer(Work& work, TransferId id, Action action, const StepInput& input);

// Ends a migrant's stay and opens the transfer to us, or ends a time away and opens the transfer there, in the same commit; returns the
// new transfer as created. Of the latter `wanted` may say to, addressee, destination, reason and channel: else those of the stay. As
// step_transfer() and open_transfer().
[[nodiscard]] Result<Outcome> convert_transfer(Work& work, TransferId id, Transfer wanted);

// What remains to be closed by itself: `in` when assigned and our receipt is sent or the channel is online, `out` when received with
// its receipt or online; one that goes both ways when both are through. Changes the state and closed_on; true where it did.
bool settle(Transfer& transfer, const Letter* letter, Date on);

// The sentence of a refusal: the state, what is allowed there, and the command.
[[nodiscard]] Outcome not_in_this_state(const OrgDirectory& organisations, const Transfer& transfer,
                                        const Member& member, Action action);

} // namespace jiezhuan
