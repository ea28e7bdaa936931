// What can be wrong with a paper that somebody brings, beside what stands on it; and by whose word a letter goes its way.
#include "jiezhuan/model/codes.hpp"

namespace jiezhuan {
namespace {

constexpr CodeRow kPaperFlaw[] = {
    {int(PaperFlaw::part_numbers),
     "part_numbers",
     {"三联编号不一致", "the three parts have different numbers"},
     "三联不一致|编号不一致"},
    {int(PaperFlaw::not_capital),
     "not_capital",
     {"党费年月或有效期未大写", "dues or validity not in capital numerals"},
     "未大写|未用大写"},
    {int(PaperFlaw::altered), "altered", {"涂改而无更正章", "altered, no correction seal"}, "涂改"},
    {int(PaperFlaw::sound), "sound", {"没有问题", "nothing wrong"}, "无"},
};
constexpr CodeTable kPaperFlawTable = {"paper_flaw", {"信上的问题", "Flaws of the paper"}, kPaperFlaw};

constexpr CodeRow kRoutePolicy[] = {
    {int(RoutePolicy::art25_direct), "art25-direct", {"基层党委之间直接转接", "directly between basic committees"}, ""},
    {int(RoutePolicy::via_county_od),
     "via-county-od",
     {"经县级以上组织部换信", "by the county organisation departments"},
     ""},
    {int(RoutePolicy::military_organ), "military-organ", {"经部队政治机关", "by a political organ of the forces"}, ""},
};
constexpr CodeTable kRoutePolicyTable = {"route_policy", {"转接政策", "Policy of a route"}, kRoutePolicy};

} // namespace

template <> const CodeTable& code_table<RoutePolicy>() { return kRoutePolicyTable; }

template <> const CodeTable& code_table<PaperFlaw>() { return kPaperFlawTable; }

} // namespace jiezhuan
