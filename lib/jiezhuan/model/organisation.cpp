#include "jiezhuan/model/organisation.hpp"

namespace jiezhuan {

std::span<const Field<Organisation>> RecordTraits<Organisation>::fields() {
    static constexpr Field<Organisation> kFields[] = {
        field<&Organisation::address>("address", {"通讯地址", "Postal address"}),
        field<&Organisation::authority_since>("authority_since", {"权限自何日起", "Authority since"}),
        field<&Organisation::can_approve_probationary>("can_approve_probationary",
                                                       {"审批预备党员权限", "Can approve probationary members"}),
        field<&Organisation::code>("code", {"组织代码", "Code"}),
        field<&Organisation::contact>("contact", {"联系人", "Contact"}),
        field<&Organisation::credit_code>("credit_code", {"统一社会信用代码", "Social credit code"}),
        field<&Organisation::dissolved_basis>("dissolved_basis", {"撤销依据", "Dissolved by"}),
        field<&Organisation::dissolved_on>("dissolved_on", {"撤销日期", "Dissolved on"}),
        field<&Organisation::distance>("distance", {"地域", "Where it lies"}),
        field<&Organisation::fax>("fax", {"传真", "Fax"}),
        field<&Organisation::former_names>("former_names", {"曾用名", "Former names"}),
        field<&Organisation::has_committee>("has_committee", {"设支部委员会", "Has a branch committee"}),
        field<&Organisation::kind>("kind", {"类别", "Kind"}),
        field<&Organisation::name>("name", {"党组织全称", "Full name"}),
        field<&Organisation::outside>("outside", {"外部组织", "Outside"}),
        field<&Organisation::parent>("parent", {"上级党组织", "Superior"}),
        field<&Organisation::phone>("phone", {"联系电话", "Telephone"}),
        field<&Organisation::postcode>("postcode", {"邮编", "Postcode"}),
        field<&Organisation::remarks>("remarks", {"备注", "Remarks"}),
        field<&Organisation::short_name>("short_name", {"简称", "Short name"}),
        field<&Organisation::since>("since", {"成立日期", "Since"}),
        field<&Organisation::state>("state", {"状态", "State"}),
        field<&Organisation::successor>("successor", {"并入", "Merged into"}),
        field<&Organisation::unit_names>("unit_names", {"覆盖单位名称", "Unit names"}),
        field<&Organisation::units>("units", {"覆盖单位数", "Units covered"}),
    };
    return kFields;
}

} // namespace jiezhuan
