// What is known of a membership beside its stage, and how somebody came on the roster.
#include "jiezhuan/model/codes.hpp"

namespace jiezhuan {
namespace {

constexpr CodeRow kMemberStatus[] = {
    {int(MemberStatus::lost_contact), "lost_contact", {"失联", "lost contact"}, "失联党员"},
    {int(MemberStatus::abroad), "abroad", {"出国（境）保留组织关系", "abroad, relation kept"}, "出国|出国（境）"},
    {int(MemberStatus::probation_discipline), "probation_discipline", {"留党察看", "probation within the Party"}, ""},
    {int(MemberStatus::rectification), "rectification", {"限期改正", "rectification"}, ""},
    {int(MemberStatus::restored), "restored", {"恢复党籍", "membership restored"}, ""},
    {int(MemberStatus::under_discipline),
     "under_discipline",
     {"党纪处分", "disciplined"},
     "警告|严重警告|撤销党内职务"},
    {int(MemberStatus::pending_verify), "pending_verify", {"身份待核实", "membership to be verified"}, "待核实"},
};
constexpr CodeTable kMemberStatusTable = {"member_status", {"党员状况", "Member status"}, kMemberStatus};

constexpr CodeRow kLossCause[] = {
    {int(LossCause::working_away), "working_away", {"外出务工经商", "working or trading away"}, "1|外出务工"},
    {int(LossCause::unit_changed), "unit_changed", {"单位改制或破产", "unit restructured or bankrupt"}, "2"},
    {int(LossCause::graduated), "graduated", {"毕业后去向不明", "whereabouts unknown after graduation"}, "3"},
    {int(LossCause::job_changed), "job_changed", {"工作单位改变", "changed the employer"}, "4"},
    {int(LossCause::went_abroad), "went_abroad", {"出国（境）", "went abroad"}, "5|出国"},
    {int(LossCause::moved), "moved", {"居住地改变", "moved home"}, "6"},
    {int(LossCause::other), "other", {"其他", "other"}, "7"},
};
constexpr CodeTable kLossCauseTable = {"loss_cause", {"失联原因", "Cause of the loss of contact"}, kLossCause};

constexpr CodeRow kAbroadPurpose[] = {
    {int(AbroadPurpose::study), "study", {"出国（境）学习研究", "study or research"}, "留学|学习研究"},
    {int(AbroadPurpose::private_affairs), "private_affairs", {"因私出国（境）", "private affairs"}, "因私"},
    {int(AbroadPurpose::official), "official", {"因公出国（境）", "official"}, "因公"},
};
constexpr CodeTable kAbroadPurposeTable = {
    "abroad_purpose", {"出国（境）事由", "Purpose of being abroad"}, kAbroadPurpose};

constexpr CodeRow kEntryBasis[] = {
    {int(EntryBasis::initial), "initial", {"建账时在册", "on the roster when the ledger began"}, "初始"},
    {int(EntryBasis::admitted), "admitted", {"发展党员", "admitted to the Party"}, "新发展"},
    {int(EntryBasis::restored), "restored", {"恢复党籍", "membership restored"}, ""},
    {int(EntryBasis::found), "found", {"核查补登", "found to be missing"}, "补登|漏登"},
};
constexpr CodeTable kEntryBasisTable = {"entry_basis", {"入册依据", "Basis of the entry"}, kEntryBasis};

constexpr CodeRow kFileItem[] = {
    {int(FileItem::application), "application", {"入党申请书", "application"}, "申请书"},
    {int(FileItem::admission_form), "admission_form", {"入党志愿书", "admission form"}, "志愿书"},
    {int(FileItem::political_review), "political_review", {"政治审查材料", "political review"}, "政审材料"},
    {int(FileItem::training_record),
     "training_record",
     {"培养教育考察材料", "record of training"},
     "考察材料|培养考察材料"},
    {int(FileItem::observation_form),
     "observation_form",
     {"预备党员考察表", "observation form"},
     "考察表|发展党员考察表"},
    {int(FileItem::conversion_application),
     "conversion_application",
     {"转正申请书", "application for conversion"},
     "转正申请"},
};
constexpr CodeTable kFileItemTable = {"file_item", {"档案材料", "Admission papers"}, kFileItem};

} // namespace

template <> const CodeTable& code_table<MemberStatus>() { return kMemberStatusTable; }
template <> const CodeTable& code_table<LossCause>() { return kLossCauseTable; }
template <> const CodeTable& code_table<AbroadPurpose>() { return kAbroadPurposeTable; }
template <> const CodeTable& code_table<EntryBasis>() { return kEntryBasisTable; }
template <> const CodeTable& code_table<FileItem>() { return kFileItemTable; }

} // namespace jiezhuan
