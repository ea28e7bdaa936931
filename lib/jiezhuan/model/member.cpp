#include "jiezhuan/model/member.hpp"

namespace jiezhuan {

std::span<const Field<Member>> RecordTraits<Member>::fields() {
    static constexpr Field<Member> kFields[] = {
        field<&Member::address>("address", {"现居住地", "Address"}, {.private_data = true}),
        field<&Member::admission>("admission", {"入党日期", "Admission date"}),
        field<&Member::away_place>("away_place", {"流出地", "Away at"}),
        field<&Member::away_since>("away_since", {"流出日期", "Away since"}),
        field<&Member::birth>("birth", {"出生日期", "Birth date"}),
        field<&Member::branch>("branch", {"所在党组织", "Organisation"}),
        field<&Member::category>("category", {"人员类别", "Category"}),
        field<&Member::citizen_id>("citizen_id", {"公民身份号码", "Citizen ID number"}, {.private_data = true}),
        field<&Member::conversion>("conversion", {"转正日期", "Conversion date"}),
        field<&Member::document_no>("document_no", {"证件号码", "Document number"}, {.private_data = true}),
        field<&Member::document_type>("document_type", {"证件类型", "Document type"}),
        field<&Member::dues_paid_through>("dues_paid_through", {"党费交至", "Dues paid through"}, {.month = true}),
        field<&Member::education>("education", {"学历", "Education"}),
        field<&Member::employer>("employer", {"工作单位", "Employer"}),
        field<&Member::employer_has_org>("employer_has_org",
                                         {"单位是否建立党组织", "Employer has a Party organisation"}),
        field<&Member::ethnic>("ethnic", {"民族", "Ethnic group"}),
        field<&Member::file_held_by>("file_held_by", {"档案保管单位", "File held by"}),
        field<&Member::fixed_residence>("fixed_residence", {"是否固定住所", "Fixed residence"}),
        field<&Member::labour_relation>("labour_relation", {"劳动关系", "Labour relation"}),
        field<&Member::last_activity>("last_activity", {"最近参加组织生活", "Last organisational life"}),
        field<&Member::leave_reason>("leave_reason", {"离册原因", "Reason for leaving"}),
        field<&Member::left_on>("left_on", {"离册日期", "Left on"}),
        field<&Member::name>("name", {"姓名", "Name"}),
        field<&Member::phone>("phone", {"联系电话", "Telephone"}, {.private_data = true}),
        field<&Member::probation_extended_to>("probation_extended_to", {"延长预备期至", "Probation extended to"}),
        field<&Member::relation_org>("relation_org", {"正式组织关系所在", "Where the relation is"}),
        field<&Member::remarks>("remarks", {"备注", "Remarks"}),
        field<&Member::retired_kind>("retired_kind", {"退休类型", "Kind of retirement"}),
        field<&Member::settled_since>("settled_since", {"在本地起始日期", "Here since"}),
        field<&Member::sex>("sex", {"性别", "Sex"}),
        field<&Member::stable_job>("stable_job", {"是否稳定职业", "Stable job"}),
        field<&Member::stage>("stage", {"正式/预备", "Stage"}),
        field<&Member::standing>("standing", {"归属状态", "Standing"}),
        field<&Member::standing_since>("standing_since", {"归属起始", "Standing since"}),
        field<&Member::status>("status", {"党员状况", "Status"}),
        field<&Member::status_basis>("status_basis", {"状况依据", "Basis of the status"}),
        field<&Member::status_since>("status_since", {"状况起始", "Status since"}),
    };
    return kFields;
}

} // namespace jiezhuan
