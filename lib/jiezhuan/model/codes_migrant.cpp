// What a register of out- and inflow says in codes.
#include "jiezhuan/model/codes.hpp"

namespace jiezhuan {
namespace {

constexpr CodeRow kVoucher[] = {
    {int(Voucher::membership_certificate),
     "membership_certificate",
     {"党员证明信", "membership certificate"},
     "证明信|certificate"},
    {int(Voucher::activity_card), "activity_card", {"流动党员活动证", "activity card"}, "活动证|card"},
};
constexpr CodeTable kVoucherTable = {"voucher", {"凭证", "Voucher"}, kVoucher};

// As the registers of a system in use divide it.
constexpr CodeRow kFlowDirection[] = {
    {int(FlowDirection::organ), "organ", {"机关", "Party or state organ"}, "党政机关"},
    {int(FlowDirection::public_institution), "public_institution", {"事业单位", "public institution"}, ""},
    {int(FlowDirection::talent_agency), "talent_agency", {"人才服务中心", "talent agency"}, "人才服务机构|人才市场"},
    {int(FlowDirection::public_enterprise),
     "public_enterprise",
     {"公有经济控制企业", "enterprise under public control"},
     "公有制企业|国有企业|国企"},
    {int(FlowDirection::non_enterprise_unit),
     "non_enterprise_unit",
     {"民办非企业", "private non-enterprise unit"},
     "民办非企业单位|社会组织"},
    {int(FlowDirection::private_enterprise), "private_enterprise", {"私营企业", "private enterprise"}, "民营企业|私企"},
    {int(FlowDirection::self_employed), "self_employed", {"个体工商户", "self-employed"}, "个体户|个体"},
    {int(FlowDirection::urban_community),
     "urban_community",
     {"城市社区（居委会）", "urban community"},
     "城市社区|社区|居委会"},
    {int(FlowDirection::town_community), "town_community", {"乡镇社区", "town community"}, ""},
    {int(FlowDirection::village), "village", {"建制村", "village"}, "村|农村|行政村"},
    {int(FlowDirection::other), "other", {"其他", "other"}, ""},
    {int(FlowDirection::not_known), "not_known", {"不掌握流向", "not known"}, "不明|不详"},
};
constexpr CodeTable kFlowDirectionTable = {"flow_direction", {"流向", "Direction"}, kFlowDirection};

} // namespace

template <> const CodeTable& code_table<Voucher>() { return kVoucherTable; }
template <> const CodeTable& code_table<FlowDirection>() { return kFlowDirectionTable; }

} // namespace jiezhuan
