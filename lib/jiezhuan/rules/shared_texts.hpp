// Texts of rules that stand in two arrays of the catalogue: two kinds of facts can show the same thing.
#pragma once

#include "jiezhuan/rules/rule.hpp"

namespace jiezhuan::rule_text {

inline constexpr std::string_view kArticle7 = "《中国共产党章程》（2022）第七条";
inline constexpr std::string_view kArticle24 = "《中国共产党党员教育管理工作条例》第二十四条";
inline constexpr std::string_view kArticle34 = "《中国共产党党员教育管理工作条例》第三十四条";
inline constexpr std::string_view kArticle25 = "《中国共产党党员教育管理工作条例》第二十五条";
inline constexpr std::string_view kForm2006 = "组通字〔2006〕45号所附《中国共产党党员组织关系介绍信》式样";
// What the paper says (its validity, its receipt) holds since the form is used; whose the member is meanwhile, since the regulation.
inline constexpr std::string_view kFormAndArticle25 =
    "组通字〔2006〕45号所附《中国共产党党员组织关系介绍信》式样；《中国共产党党员教育管理工作条例》第二十五条";
inline constexpr std::string_view kOpinion2004 = "中组发〔2004〕10号《关于进一步加强党员组织关系管理的意见》";
inline constexpr std::string_view kDuesRules = "中组发〔2008〕3号《关于中国共产党党费收缴、使用和管理的规定》";
inline constexpr std::string_view kBranchRules = "《中国共产党支部工作条例（试行）》（2018）";
inline constexpr std::string_view kAdmissionRules = "《中国共产党发展党员工作细则》（2014）第三十二条";

inline constexpr RuleText kDu01 = {
    "DU-01",
    Severity::warning,
    {"党费未交至转出当月", "dues are not paid through the month of the transfer"},
    "各地办理组织关系转接的通行做法：党费交至转出当月",
    Basis::practice,
    true,
    {"请党员补交党费到转出当月，再登记：jiezhuan dues record {member} --through 年月（转入的，接收以后）",
     "have the dues paid through the month of the transfer, then: jiezhuan dues record {member} "
     "--through MONTH (of who comes: when received)"}};

// Never a conclusion: who has lapsed is for the branch meeting to decide (article 9 of the Constitution).
inline constexpr RuleText kDu02 = {"DU-02",
                                   Severity::warning,
                                   {"党费欠交满六个月，需排查", "dues unpaid for six months: to be reviewed"},
                                   "《中国共产党章程》（2022）第九条；《中国共产党党员教育管理工作条例》第三十一条",
                                   Basis::regulation,
                                   false,
                                   {"查明原因；如何处理须由支部大会讨论决定、报上级党组织批准，本工具不作任何认定",
                                    "find out why; what follows is for the branch meeting to decide and the superior "
                                    "to approve: this program concludes nothing"}};

inline constexpr RuleText kDu03 = {"DU-03",
                                   Severity::warning,
                                   {"党费已预交", "dues are paid in advance"},
                                   "各地办理组织关系转接的通行做法：党费交至转出当月",
                                   Basis::practice,
                                   true,
                                   {"核对党费交至年月", "check through which month the dues are paid"}};

inline constexpr RuleText kPb01 = {
    "PB-01",
    Severity::error,
    {"预备期已满尚未转正", "the probation is over and the member not converted"},
    kArticle7,
    Basis::regulation,
    true,
    {"先由原单位讨论转正；有原因而先转出的，用 --accept PB-01=原因 写明，一并移交",
     "the organisation that has the member decides first; who leaves before, with cause: --accept PB-01=REASON, handed "
     "over with the relation"}};

inline constexpr RuleText kPb02 = {
    "PB-02",
    Severity::warning,
    {"预备期即将届满", "the probation is about to end"},
    "中央组织部关于预备党员转正的答复：预备期未满转出的，由接收单位讨论转正",
    Basis::practice,
    true,
    {"讨论转正；正在转出的，把培养教育考察情况写入材料一并移交，并书面约定由谁讨论转正",
     "discuss the conversion; of who is leaving, hand the record of observation over with the relation, and agree in "
     "writing who discusses it"}};

inline constexpr RuleText kSt07 = {
    "ST-07",
    Severity::error,
    {"留党察看超过两年", "more than two years on probation within the Party"},
    "《中国共产党纪律处分条例》关于留党察看的规定",
    Basis::regulation,
    false,
    {"留党察看最长不超过两年：核对决定的日期，研究恢复党员权利等并登记",
     "it lasts two years at most: check the dates of the decision, decide on the rights and record it"}};

inline constexpr RuleText kFl05 = {
    "FL-05",
    Severity::warning,
    {"流动党员已有稳定职业和固定住所", "a migrant member has a stable job and a fixed residence"},
    "《中共中央组织部关于进一步加强和改进街道社区党的建设工作的意见》（2004年10月）第五部分",
    Basis::regulation,
    false,
    {"已具备转移条件，请办理正式组织关系转接（transfer open）",
     "the conditions for a transfer are met: open one (transfer open)"}};

// On a second look an error: the addressee is a blank of the form, and a letter without one is filled in by nobody but its bearer.
inline constexpr RuleText kLt12 = {
    "LT-12",
    Severity::error,
    {"未填抬头", "no addressee"},
    kForm2006,
    Basis::form,
    false,
    {"填写有接收权限的党组织全称", "name the organisation that has the authority to receive"}};

inline constexpr RuleText kLt21 = {
    "LT-21",
    Severity::error,
    {"开具单位无审批预备党员权限", "the issuer has no authority to approve probationary members"},
    kArticle25,
    Basis::regulation,
    false,
    {"由具有审批预备党员权限的上级基层党委（如街道党工委）开具",
     "the basic committee above it that has the authority (such as the street committee) issues the letter"}};

inline constexpr RuleText kRt01 = {
    "RT-01",
    Severity::error,
    {"抬头无接收权限", "the addressee has no authority to receive"},
    "《中国共产党党员教育管理工作条例》第二十五条；《中国共产党发展党员工作细则》（2014）第二十三条",
    Basis::regulation,
    false,
    {"改为其上级街道党工委、乡镇党委等有审批预备党员权限的基层党委",
     "address the basic committee above it that has the authority, such as the street committee"}};

inline constexpr RuleText kRt02 = {
    "RT-02",
    Severity::warning,
    {"无法确认抬头的接收权限", "the authority of the addressee is not known"},
    kArticle25,
    Basis::regulation,
    false,
    {"我方开具的：与对方党委核对后登记（org change）；收到的：核对是不是转来本单位的，不是的退回原单位（transfer "
     "return）",
     "of ours: ask the committee, then record it (org change); of one that came in: is it for us? If not, it goes back "
     "(transfer return)"}};

} // namespace jiezhuan::rule_text
