// Letters of ours: issuing, voiding, reissuing and handing them out. A letter, its transfer and the member's standing change in one
// event, so that a number is never used without a transfer, and nobody travels without a number.
#pragma once

#include "jiezhuan/service/work.hpp"

#include <optional>
#include <span>
#include <string>

namespace jiezhuan {

// What the clerk may say about a letter; the rest follows from the transfer, the member, the organisations and the profile.
struct IssueInput {
    std::int64_t valid_days = 0; // 0: by the profile and the distance
    std::string number;          // of a pre-printed blank; empty: the next one
    std::string member_contact;  // empty: the member's telephone
};
// `letter` is the one that was issued, also where that was done before; none where it was refused.
struct IssueOutcome {
    Outcome outcome;
    LetterId letter;
    std::string no;
};

// Issues the letter of an approved outgoing transfer. Exit::not_found for an unknown transfer, Exit::invalid_input where a field
// holds characters that cannot be printed. Refused: no letter can be issued in this state or for this channel, a field of the
// form is missing (all of them are named), no number is to be had, a rule. Issued before with the same parameters is done already.
[[nodiscard]] Result<IssueOutcome> issue_letter(Work& work, TransferId transfer, const IssueInput& input);

struct VoidInput {
    std::string reason; // required
    bool lost = false;
    Date receiver_notified_on; // of a lost letter; may be said later by the same act
};
// The letter is void, or lost; its transfer goes back to approved and the member is at home again. Refused: it is not ours or
// not live, no reason. Naming the day the receiver was told of a letter that was recorded as lost before is an act of its own.
[[nodiscard]] Result<Outcome> void_letter(Work& work, LetterId letter, const VoidInput& input);
// A blank of the stock that was spoiled or lost before it became a letter. Outcome::created is its record.
[[nodiscard]] Result<Outcome> void_blank(Work& work, const std::string& number, const VoidInput& input);

struct ReissueInput {
    std::string reason; // required
    Date receiver_notified_on;
    IssueInput issue;
};
// A new letter in place of a live one, which is `replaced` from then on. The fields are those of today. Naming the day the receiver
// was told, where it was not known then, is an act of its own, whatever reason is given now: no other letter is issued.
[[nodiscard]] Result<IssueOutcome> reissue_letter(Work& work, LetterId letter, const ReissueInput& input);

// What a department on the way gave for a letter that it took in (换信).
struct ExchangeInput {
    std::string by;              // the department, as it is called or by its code; required
    std::string no;              // of the letter that it gave; required
    Date issued_on;              // of that letter; the day of the act where absent
    std::int64_t valid_days = 0; // of that letter; 0: not known
    std::string addressee;       // of that letter; empty: not known
    std::string reason;          // where what was recorded of the same exchange was wrong
};
// Records that the letter (one of ours under way, or one that was given for it) was exchanged for another one, which goes on in its place
// with a validity of its own; the transfer, its stub and its receipt stay with ours. Outcome::created is the new letter. Refused: it is
// not an introduction letter under way, it has a list, a day before its issue, another exchange of it is recorded (unless a reason is
// given: then that is put right, also of an earlier link, as long as no receipt came). LT-02, LT-05 and LT-08 are said, as warnings.
// Refused as well: the number of a letter of the chain, or of another of ours. Without valid_days the last day of the letter counts.
[[nodiscard]] Result<Outcome> exchange_letter(Work& work, LetterId letter, const ExchangeInput& input);

struct DeliverInput {
    std::string to;  // empty: the member
    std::string how; // in person where it is the member; of somebody else, who sent them
};
// Who collected the letter, and when. Refused: it is not ours or no longer in force, another day or person is recorded, a day before
// its issue or after its receipt. RC-07 is said of somebody else; who sent them may be supplied by the same act.
[[nodiscard]] Result<Outcome> deliver_letter(Work& work, LetterId letter, const DeliverInput& input);

} // namespace jiezhuan
