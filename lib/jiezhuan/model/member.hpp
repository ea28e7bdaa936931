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
    Date admission; // the day of the branch meeting
    Date conversion;
    Date probation_extended_to;
    Standing standing = Standing::none;
    Date standing_since;
    OrgId
        branch; // a branch of ours; a committee where the branch is still missing (RC-06); where hosted: who looks after
    std::string relation_org; // of somebody hosted or arriving: an organisation that may be in no directory
    Date away_since;          // a migrant of ours
    std::string away_place;
    Date dues_paid_through;
    std::string file_held_by;
    MemberStatus status = MemberStatus::none;
    Date status_since;
    std::string status_basis;
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
