#include "jiezhuan/model/transfer.hpp"

namespace jiezhuan {

std::span<const Field<Transfer>> RecordTraits<Transfer>::fields() {
    static constexpr Field<Transfer> kFields[] = {
        field<&Transfer::addressee>("addressee", {"抬头", "Addressee"}),
        field<&Transfer::approved_on>("approved_on", {"批准日期", "Approved on"}),
        field<&Transfer::assigned_on>("assigned_on", {"编入日期", "Assigned on"}),
        field<&Transfer::away_until>("away_until", {"外出至", "Away until"}),
        field<&Transfer::batch>("batch", {"批次", "Batch"}),
        field<&Transfer::branch>("branch", {"编入支部", "Branch"}),
        field<&Transfer::channel>("channel", {"方式", "Channel"}),
        field<&Transfer::closed_on>("closed_on", {"办结日期", "Closed on"}),
        field<&Transfer::contact_person>("contact_person", {"联系人", "Contact person"}),
        field<&Transfer::destination>("destination", {"去往单位", "Destination unit"}),
        field<&Transfer::from>("from", {"转出党组织", "From"}),
        field<&Transfer::from_name>("from_name", {"转出党组织名称", "From (name)"}),
        field<&Transfer::held_since>("held_since", {"暂缓起始", "Held since"}),
        field<&Transfer::hold_reason>("hold_reason", {"暂缓原因", "Reason for holding"}),
        field<&Transfer::kind>("kind", {"转接类型", "Kind"}),
        field<&Transfer::letter>("letter", {"介绍信", "Letter"}),
        field<&Transfer::member>("member", {"党员", "Member"}),
        field<&Transfer::minutes>("minutes", {"批准依据", "Minutes"}),
        field<&Transfer::online_no>("online_no", {"系统流水号", "Online number"}),
        field<&Transfer::online_note>("online_note", {"网上凭据或原因", "Online evidence or reason"}),
        field<&Transfer::online_receiver>("online_receiver", {"网上接收党组织", "Accepted online by"}),
        field<&Transfer::online_since>("online_since", {"网上转出或到达日期", "Online since"}),
        field<&Transfer::online_state>("online_state", {"网上进度", "Online progress"}),
        field<&Transfer::online_state_on>("online_state_on", {"网上接收或退回日期", "Online accepted or returned on"}),
        field<&Transfer::opened_on>("opened_on", {"登记日期", "Opened on"}),
        field<&Transfer::outcome_reason>("outcome_reason", {"退回或终止原因", "Reason of return or end"}),
        field<&Transfer::presented_on>("presented_on", {"报到日期", "Presented on"}),
        field<&Transfer::reason>("reason", {"转接原因", "Reason"}),
        field<&Transfer::reason_note>("reason_note", {"原因说明", "Reason in words"}),
        field<&Transfer::received_evidence>("received_evidence", {"接收凭据", "Evidence of receipt"}),
        field<&Transfer::received_on>("received_on", {"接收日期", "Received on"}),
        field<&Transfer::remarks>("remarks", {"备注", "Remarks"}),
        field<&Transfer::resumed_on>("resumed_on", {"恢复办理日期", "Resumed on"}),
        field<&Transfer::sent_on>("sent_on", {"转出日期", "Sent on"}),
        field<&Transfer::state>("state", {"状态", "State"}),
        field<&Transfer::to>("to", {"转入党组织", "To"}),
        field<&Transfer::verified_basis>("verified_basis", {"核实依据", "Basis of the verification"}),
        field<&Transfer::verified_by>("verified_by", {"核实人", "Verified by"}),
        field<&Transfer::verified_items>("verified_items", {"核实内容", "What was verified"}),
        field<&Transfer::verified_on>("verified_on", {"核实日期", "Verified on"}),
        field<&Transfer::voucher>("voucher", {"凭证", "Voucher"}),
    };
    return kFields;
}

} // namespace jiezhuan
