// Facts: everything a check may look at, as plain values. No clock, no store: who asks fills them in.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/model/batch.hpp"
#include "jiezhuan/model/letter.hpp"
#include "jiezhuan/model/member.hpp"
#include "jiezhuan/model/organisation.hpp"
#include "jiezhuan/model/stock.hpp"
#include "jiezhuan/model/transfer.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace jiezhuan {

// A member's record, as it would be after the act. (Rules ID, MB, PB-03, PB-04, FL-05)
struct MemberFacts {
    const Member& member;
    const Profile& profile;
    Date today;
    std::optional<MemberId> same_name_and_birth; // another member with name and birth date but a different ID (ID-10)
};

// An organisation's record and what it holds. (Rules OR)
struct OrganisationFacts {
    const Organisation& organisation;
    const Profile& profile;
    bool parent_known = true;
    std::int64_t members = 0; // home and in transit, at or below it
    std::int64_t full_members = 0;
    std::int64_t branches = 0; // of any kind, below it
    bool closing = false;      // it is to be dissolved
    std::int64_t open_letters = 0;
};

// A transfer at one of its steps: the member, both ends and the way between them. (Rules RT, LT-12, LT-13, LT-20, LT-21, LT-22, LT-24,
// ST, PB-01, PB-02, PB-05, DU, RC-05) The transfer is as it would be after the step, the member as before it.
struct TransferFacts {
    const Transfer& transfer;
    const Member& member;
    const Profile& profile;
    Date on; // the business date of the step
    std::optional<Organisation> from;
    std::optional<Organisation> issuer; // the basic committee that sends
    std::optional<Organisation> to;
    std::optional<Organisation> addressee;
    std::string addressee_name;         // as on the paper, where it is in no directory
    std::optional<Organisation> branch; // where the member is to be assigned
    std::int64_t branch_members = 0;    // home there now
    bool same_basic_committee = false;
    std::optional<std::string> live_letter; // number of another live letter of the member (LT-20)
    std::optional<Route> route;
    std::optional<Organisation>
        restorer; // the basic committee of who restored the membership, where it is in the directory (ST-11)
};

// A letter as it stands on the paper, ours or an incoming one. (Rules LT, DU)
struct LetterFacts {
    const Letter& letter;
    const Profile& profile;
    Date on; // the day of the step: of issue, of presentation
    std::optional<Member> member;
    std::optional<Organisation> issuer;
    std::optional<Organisation> addressee;
    bool number_taken = false;
    std::optional<std::string> replaces_no; // of the letter it replaces
    std::optional<Letter> replaced;         // that letter, as it would be after the act
    std::optional<std::int64_t>
        previous_serial; // of a number that was chosen: the highest of the series before it (LT-03)
};

// A pack of blank letters, when it was counted by hand. (RC-09)
struct StockFacts {
    const Stock& stock;
    const Profile& profile;
};

// One letter for the members of a whole organisation, with the list that belongs to it. (LT-14, LT-15, LT-16, SA-04)
struct ListFacts {
    const Batch& batch;
    const Profile& profile;
    std::int64_t persons = 0; // that the letter says
    std::int64_t full = 0;    // on the list
    std::int64_t probationary = 0;
    bool sealed = true; // the list bears a seal
};

// A receipt beside the stub. (RC-03, RC-04)
struct ReceiptFacts {
    const Letter& letter;
    const Profile& profile;
    std::string no;
    std::string name;
    std::string id_no; // empty where the receipt has none
    Date on;           // its date
    Date today;
};

// A payment of dues beside what is known of the member and of the way somebody came or goes. (DU-03, DU-04, DU-05)
struct DuesFacts {
    const Member& member; // as before the payment
    const Profile& profile;
    Date on;            // when it was paid
    Date from;          // the first month that it covers
    Date through;       // the last one
    std::string reason; // of a payment for months that are long past
    std::string letter_no;
    Date letter_through; // through which month the sender collected, as the letter says by which somebody came
    Date sent_on;        // of somebody who is on the way to another organisation
};

// Something open, as of a date: a member, the member's open transfer, its letter. (RC-01, RC-02, RC-06, LT-09, PB-02, DU-02, FL, ST-04)
struct DeadlineFacts {
    const Profile& profile;
    Date as_of;
    std::optional<Member> member;
    std::optional<Transfer> transfer;
    std::optional<Letter> letter;
};

// The day whose rules apply: that of the act, or as of which is asked. An organisation is judged as it is now.
inline Date day_of(const MemberFacts& facts) { return facts.today; }
inline Date day_of(const OrganisationFacts&) { return {}; }
inline Date day_of(const TransferFacts& facts) { return facts.on; }
inline Date day_of(const LetterFacts& facts) { return facts.on; }
inline Date day_of(const ListFacts&) { return {}; }
inline Date day_of(const StockFacts& facts) { return facts.stock.counted_on; }
inline Date day_of(const ReceiptFacts& facts) { return facts.on; }
inline Date day_of(const DuesFacts& facts) { return facts.on; }
inline Date day_of(const DeadlineFacts& facts) { return facts.as_of; }

} // namespace jiezhuan
