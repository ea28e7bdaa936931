// One person. Identity is the citizen ID number, or document type and number for those who have none.
#pragma once

#include "jiezhuan/model/codes.hpp"
#include "jiezhuan/model/record.hpp"

#include <string>

namespace jiezhuan {

struct Member {
    MemberId id;
    std::string name;
    CitizenId citizen_id;
    DocumentType document_type = DocumentType::none;
    std::string document_no;
    Sex sex = Sex::none;
    Date birth;
    Ethnic ethnic = Ethnic::none;
    Education education = Education::none;
    std::string phone;
    std::string address;
    std::string employer;
    Flag employer_has_org = Flag::none;
    Flag stable_job = Flag::none;
    Flag fixed_residence = Flag::none;
    Date settled_since;
    LabourRelation labour_relation = LabourRelation::none;
    Category category = Category::none;
    RetiredKind retired_kind = RetiredKind::none;
    Stage stage = Stage::none;
    Date admission;       // the day of the branch meeting
    Date activist_since;  // 确定为入党积极分子
    Date candidate_since; // 列为发展对象
    Date conversion;
    Date conversion_meeting; // of the branch
    Date conversion_approved_on;
    std::string conversion_approved_by; // the committee
    Date probation_extended_to;
    Standing standing = Standing::none;
    Date standing_since;
    EntryBasis entry_basis = EntryBasis::none; // of those who came by no transfer
    OrgId
        branch; // a branch of ours; a committee where the branch is still missing (RC-06); where hosted: who looks after
    std::string relation_org; // of somebody hosted or arriving: an organisation that may be in no directory
    // The entry in the register of out- or inflow: of a migrant of ours; of one hosted here, since when and where here.
    Date away_since;
    std::string away_place;
    TransferReason away_reason = TransferReason::none;
    FlowDirection away_direction = FlowDirection::none;
    std::string away_contact; // who can be asked there, and how
    std::string card_no;      // 流动党员活动证
    Date card_issued_on;
    Date card_checked_on;     // 年审（查验）
    Date report_in_on;        // 报到: with the organisation of the place
    std::string report_in_to; // which may be in no directory
    Date dues_paid_through;
    std::string file_held_by;
    std::string file_items; // what its file holds: ids of FileItem, joined by commas
    Date at_school_since;   // a graduate whose relation stays with the school
    MemberStatus status = MemberStatus::none;
    Date status_since;
    std::string status_basis;
    std::string status_decided_by;
    Date status_until;
    LossCause loss_cause = LossCause::none;
    AbroadPurpose abroad_purpose = AbroadPurpose::none;
    Date last_contact;
    Date last_activity;
    LeaveReason leave_reason = LeaveReason::none;
    Date left_on;
    std::string remarks;

    bool operator==(const Member&) const = default;
};

template <> struct RecordTraits<Member> {
    static constexpr RecordKind kKind = RecordKind::member;
    static std::span<const Field<Member>> fields();
};

} // namespace jiezhuan
