// One move of one member's relation.
#pragma once

#include "jiezhuan/model/codes.hpp"
#include "jiezhuan/model/record.hpp"

#include <string>

namespace jiezhuan {

struct Transfer {
    TransferId id;
    TransferKind kind = TransferKind::none;
    TransferState state = TransferState::none;
    Channel channel = Channel::none;
    MemberId member;
    OrgId from;
    std::string from_name; // an organisation that is in no directory
    OrgId to;
    OrgId addressee; // the organisation with receiving authority
    std::string destination;
    TransferReason reason = TransferReason::none;
    std::string reason_note;
    BatchId batch;
    LetterId letter; // the live or last one
    Date opened_on;
    Date approved_on;
    std::string minutes; // the record of the approval (LT-22)
    Date sent_on;
    std::string online_no;
    // Of one that goes both ways, how far it is in the online system; on paper the letter says it.
    WayState online_state = WayState::none;
    Date online_since;           // it was sent there, or arrived
    Date online_state_on;        // it was accepted, returned or ended there
    std::string online_note;     // the evidence of that, or why
    std::string online_receiver; // who accepted, as the system names it
    Date presented_on;
    Date verified_on;
    std::string verified_by;
    std::string verified_items; // of letter,seal,addressee,id,file: comma separated
    std::string verified_basis;
    Date received_on;
    std::string received_evidence; // the receipt, or the online acceptance (RC-05)
    Date assigned_on;
    OrgId branch;
    Date closed_on;
    Date held_since;
    Date resumed_on; // the last time
    std::string hold_reason;
    std::string outcome_reason; // of return, refuse, withdraw, revoke, end
    Date away_until;
    Voucher voucher = Voucher::none; // that somebody away for a time takes along
    std::string contact_person;      // who looks after an enrolled migrant
    std::string remarks;

    bool operator==(const Transfer&) const = default;

    [[nodiscard]] bool held() const { return !held_since.empty(); }
};

template <> struct RecordTraits<Transfer> {
    static constexpr RecordKind kKind = RecordKind::transfer;
    static std::span<const Field<Transfer>> fields();
};

} // namespace jiezhuan
