#include "jiezhuan/model/codes.hpp"

namespace jiezhuan {
namespace {

// GB/T 3304-1991. On forms the names carry 族; rosters often leave it out, or use an older spelling.
constexpr CodeRow kEthnic[] = {
    {1, "HA", {"汉族", "Han"}, "汉|01|1"},
    {2, "MG", {"蒙古族", "Mongol"}, "蒙古|02|2"},
    {3, "HU", {"回族", "Hui"}, "回|03|3"},
    {4, "ZA", {"藏族", "Tibetan"}, "藏|04|4"},
    {5, "UG", {"维吾尔族", "Uyghur"}, "维吾尔|05|5"},
    {6, "MH", {"苗族", "Miao"}, "苗|06|6"},
    {7, "YI", {"彝族", "Yi"}, "彝|07|7|夷|夷族"},
    {8, "ZH", {"壮族", "Zhuang"}, "壮|08|8"},
    {9, "BY", {"布依族", "Bouyei"}, "布依|09|9"},
    {10, "CS", {"朝鲜族", "Korean"}, "朝鲜|10"},
    {11, "MA", {"满族", "Manchu"}, "满|11"},
    {12, "DO", {"侗族", "Dong"}, "侗|12"},
    {13, "YA", {"瑶族", "Yao"}, "瑶|13"},
    {14, "BA", {"白族", "Bai"}, "白|14"},
    {15, "TJ", {"土家族", "Tujia"}, "土家|15"},
    {16, "HN", {"哈尼族", "Hani"}, "哈尼|16"},
    {17, "KZ", {"哈萨克族", "Kazak"}, "哈萨克|17"},
    {18, "DA", {"傣族", "Dai"}, "傣|18"},
    {19, "LI", {"黎族", "Li"}, "黎|19"},
    {20, "LS", {"傈僳族", "Lisu"}, "傈僳|20"},
    {21, "VA", {"佤族", "Va"}, "佤|21"},
    {22, "SH", {"畲族", "She"}, "畲|22"},
    {23, "GS", {"高山族", "Gaoshan"}, "高山|23"},
    {24, "LH", {"拉祜族", "Lahu"}, "拉祜|24"},
    {25, "SU", {"水族", "Sui"}, "水|25"},
    {26, "DX", {"东乡族", "Dongxiang"}, "东乡|26"},
    {27, "NX", {"纳西族", "Naxi"}, "纳西|27"},
    {28, "JP", {"景颇族", "Jingpo"}, "景颇|28"},
    {29, "KG", {"柯尔克孜族", "Kirgiz"}, "柯尔克孜|29"},
    {30, "TU", {"土族", "Tu"}, "土|30"},
    {31, "DU", {"达斡尔族", "Daur"}, "达斡尔|31"},
    {32, "ML", {"仫佬族", "Mulao"}, "仫佬|32"},
    {33, "QI", {"羌族", "Qiang"}, "羌|33"},
    {34, "BL", {"布朗族", "Blang"}, "布朗|34"},
    {35, "SL", {"撒拉族", "Salar"}, "撒拉|35"},
    {36, "MN", {"毛南族", "Maonan"}, "毛南|36"},
    {37, "GL", {"仡佬族", "Gelao"}, "仡佬|37"},
    {38, "XB", {"锡伯族", "Xibe"}, "锡伯|38"},
    {39, "AC", {"阿昌族", "Achang"}, "阿昌|39"},
    {40, "PM", {"普米族", "Pumi"}, "普米|40"},
    {41, "TA", {"塔吉克族", "Tajik"}, "塔吉克|41"},
    {42, "NU", {"怒族", "Nu"}, "怒|42"},
    {43, "UZ", {"乌孜别克族", "Uzbek"}, "乌孜别克|43"},
    {44, "RS", {"俄罗斯族", "Russian"}, "俄罗斯|44"},
    {45, "EW", {"鄂温克族", "Ewenki"}, "鄂温克|45"},
    {46, "DE", {"德昂族", "De'ang"}, "德昂|46|崩龙|崩龙族"},
    {47, "BN", {"保安族", "Bonan"}, "保安|47"},
    {48, "YG", {"裕固族", "Yugur"}, "裕固|48"},
    {49, "GI", {"京族", "Gin"}, "京|49"},
    {50, "TT", {"塔塔尔族", "Tatar"}, "塔塔尔|50"},
    {51, "DR", {"独龙族", "Derung"}, "独龙|51"},
    {52, "OR", {"鄂伦春族", "Oroqen"}, "鄂伦春|52"},
    {53, "HZ", {"赫哲族", "Hezhen"}, "赫哲|53"},
    {54, "MB", {"门巴族", "Monba"}, "门巴|54"},
    {55, "LB", {"珞巴族", "Lhoba"}, "珞巴|55"},
    {56, "JN", {"基诺族", "Jino"}, "基诺|56"},
};
constexpr CodeTable kEthnicTable = {"ethnic", {"民族", "Ethnic group"}, kEthnic};

// GB/T 4658-2006
constexpr CodeRow kEducation[] = {
    {10, "10", {"研究生教育", "Postgraduate"}, "研究生"},
    {11, "11", {"博士研究生毕业", "Doctoral degree"}, "博士|博士毕业|博士研究生"},
    {12, "12", {"博士研究生结业", "Doctoral, completed"}, "博士结业"},
    {13, "13", {"博士研究生肄业", "Doctoral, unfinished"}, "博士肄业"},
    {14, "14", {"硕士研究生毕业", "Master degree"}, "硕士|硕士毕业|硕士研究生"},
    {15, "15", {"硕士研究生结业", "Master, completed"}, "硕士结业"},
    {16, "16", {"硕士研究生肄业", "Master, unfinished"}, "硕士肄业"},
    {17, "17", {"研究生班毕业", "Postgraduate class"}, "研究生班"},
    {18, "18", {"研究生班结业", "Postgraduate class, completed"}, ""},
    {19, "19", {"研究生班肄业", "Postgraduate class, unfinished"}, ""},
    {20, "20", {"大学本科教育", "Bachelor level"}, "本科|大学|大学本科"},
    {21, "21", {"大学本科毕业", "Bachelor degree"}, "本科毕业|大学毕业"},
    {22, "22", {"大学本科结业", "Bachelor, completed"}, "本科结业"},
    {23, "23", {"大学本科肄业", "Bachelor, unfinished"}, "本科肄业"},
    {28, "28", {"大学普通班毕业", "University ordinary class"}, "大学普通班"},
    {30, "30", {"大学专科教育", "Junior college level"}, "专科|大专|大学专科"},
    {31, "31", {"大学专科毕业", "Junior college"}, "专科毕业|大专毕业"},
    {32, "32", {"大学专科结业", "Junior college, completed"}, "大专结业"},
    {33, "33", {"大学专科肄业", "Junior college, unfinished"}, "大专肄业"},
    {40, "40", {"中等职业教育", "Secondary vocational level"}, "中等职业"},
    {41, "41", {"中等专科毕业", "Technical secondary"}, "中专|中专毕业"},
    {42, "42", {"中等专科结业", "Technical secondary, completed"}, "中专结业"},
    {43, "43", {"中等专科肄业", "Technical secondary, unfinished"}, "中专肄业"},
    {44, "44", {"职业高中毕业", "Vocational high school"}, "职业高中|职高"},
    {45, "45", {"职业高中结业", "Vocational high school, completed"}, ""},
    {46, "46", {"职业高中肄业", "Vocational high school, unfinished"}, ""},
    {47, "47", {"技工学校毕业", "Skilled-worker school"}, "技校|技工学校"},
    {48, "48", {"技工学校结业", "Skilled-worker school, completed"}, ""},
    {49, "49", {"技工学校肄业", "Skilled-worker school, unfinished"}, ""},
    {60, "60", {"普通高级中学教育", "High school level"}, "高中"},
    {61, "61", {"普通高中毕业", "High school"}, "高中毕业"},
    {62, "62", {"普通高中结业", "High school, completed"}, "高中结业"},
    {63, "63", {"普通高中肄业", "High school, unfinished"}, "高中肄业"},
    {70, "70", {"初级中学教育", "Junior high level"}, "初中"},
    {71, "71", {"初中毕业", "Junior high school"}, ""},
    {73, "73", {"初中肄业", "Junior high school, unfinished"}, ""},
    {80, "80", {"小学教育", "Primary level"}, "小学"},
    {81, "81", {"小学毕业", "Primary school"}, ""},
    {83, "83", {"小学肄业", "Primary school, unfinished"}, ""},
    {90, "90", {"其他", "Other"}, "文盲"},
};
constexpr CodeTable kEducationTable = {"education", {"学历", "Education"}, kEducation};

constexpr CodeRow kFlag[] = {
    {int(Flag::yes), "yes", {"是", "yes"}, "有|Y|1|√|true"},
    {int(Flag::no), "no", {"否", "no"}, "无|没有|N|0|×|false"},
};
constexpr CodeTable kFlagTable = {"flag", {"是否", "Yes or no"}, kFlag};

constexpr CodeRow kSex[] = {
    {int(Sex::male), "male", {"男", "male"}, "1|男性|M"},
    {int(Sex::female), "female", {"女", "female"}, "2|女性|F"},
};
constexpr CodeTable kSexTable = {"sex", {"性别", "Sex"}, kSex};

constexpr CodeRow kDocumentType[] = {
    {int(DocumentType::passport), "passport", {"护照", "passport"}, ""},
    {int(DocumentType::officer_card), "officer_card", {"军官证", "officer card"}, ""},
    {int(DocumentType::soldier_card), "soldier_card", {"士兵证", "soldier card"}, ""},
    {int(DocumentType::hong_kong_macao_permit),
     "hong_kong_macao_permit",
     {"港澳居民通行证", "Hong Kong and Macao permit"},
     "港澳居民来往内地通行证"},
    {int(DocumentType::taiwan_permit), "taiwan_permit", {"台湾居民通行证", "Taiwan permit"}, "台湾居民来往大陆通行证"},
    {int(DocumentType::police_registered),
     "police_registered",
     {"派出所登记号", "number registered at the police station"},
     ""},
    {int(DocumentType::other), "other", {"其他证件", "other document"}, "其他"},
};
constexpr CodeTable kDocumentTypeTable = {"document_type", {"证件类型", "Document type"}, kDocumentType};

constexpr CodeRow kCategory[] = {
    {int(Category::employed), "employed", {"在职", "employed"}, "在职职工|在岗"},
    {int(Category::retired), "retired", {"退休", "retired"}, "离退休|退休人员|离休"},
    {int(Category::laid_off), "laid_off", {"下岗失业", "laid off"}, "下岗|失业|下岗失业人员|待业"},
    {int(Category::migrant), "migrant", {"流动", "migrant"}, "流动党员|流动人员"},
    {int(Category::student), "student", {"学生", "student"}, "在校学生"},
    {int(Category::demobilised),
     "demobilised",
     {"退役军人", "demobilised soldier"},
     "复转军人|复员|转业|退伍|退伍军人"},
    {int(Category::other), "other", {"其他", "other"}, "居民|农民"},
};
constexpr CodeTable kCategoryTable = {"category", {"人员类别", "Category"}, kCategory};

constexpr CodeRow kRetiredKind[] = {
    {int(RetiredKind::retired_worker), "retired_worker", {"企业退休", "retired worker"}, "退休工人|退休职工"},
    {int(RetiredKind::retired_cadre), "retired_cadre", {"退休干部", "retired cadre"}, "机关事业退休"},
    {int(RetiredKind::veteran_cadre), "veteran_cadre", {"离休", "retired veteran cadre"}, "离休干部"},
};
constexpr CodeTable kRetiredKindTable = {"retired_kind", {"退休类型", "Kind of retirement"}, kRetiredKind};

constexpr CodeRow kLabourRelation[] = {
    {int(LabourRelation::kept), "kept", {"保留", "kept"}, "未解除|在册"},
    {int(LabourRelation::ended), "ended", {"已解除", "ended"}, "解除|终止"},
};
constexpr CodeTable kLabourRelationTable = {"labour_relation", {"劳动关系", "Labour relation"}, kLabourRelation};

constexpr CodeRow kStage[] = {
    {int(Stage::full), "full", {"正式党员", "full member"}, "正式|中共党员|01|中国共产党党员|党员|共产党员"},
    {int(Stage::probationary),
     "probationary",
     {"预备党员", "probationary member"},
     "预备|中共预备党员|02|中国共产党预备党员"},
};
constexpr CodeTable kStageTable = {"stage", {"正式/预备", "Stage"}, kStage};

constexpr CodeRow kStanding[] = {
    {int(Standing::arriving), "arriving", {"待接收", "arriving"}, ""},
    {int(Standing::home), "home", {"在册", "home"}, ""},
    {int(Standing::in_transit), "in_transit", {"在途", "in transit"}, ""},
    {int(Standing::hosted), "hosted", {"流入（关系在外）", "hosted"}, "流入|代管（流入）"},
    {int(Standing::suspended), "suspended", {"停止党籍", "suspended"}, ""},
    {int(Standing::left), "left", {"已离册", "left"}, ""},
    {int(Standing::not_admitted), "not_admitted", {"未接收", "not admitted"}, ""},
};
constexpr CodeTable kStandingTable = {"standing", {"归属状态", "Standing"}, kStanding};

constexpr CodeRow kLeaveReason[] = {
    {int(LeaveReason::transferred), "transferred", {"组织关系转出", "transferred"}, ""},
    {int(LeaveReason::died), "died", {"去世", "died"}, "死亡"},
    {int(LeaveReason::withdrew), "withdrew", {"退党", "withdrew"}, ""},
    {int(LeaveReason::struck_off), "struck_off", {"除名", "struck off"}, ""},
    {int(LeaveReason::expelled), "expelled", {"开除党籍", "expelled"}, "开除"},
    {int(LeaveReason::probation_cancelled), "probation_cancelled", {"取消预备党员资格", "probation cancelled"}, ""},
};
constexpr CodeTable kLeaveReasonTable = {"leave_reason", {"离册原因", "Reason for leaving"}, kLeaveReason};

constexpr CodeRow kOrgKind[] = {
    {int(OrgKind::working_committee),
     "working_committee",
     {"党工委", "working committee"},
     "工委|街道党工委|工作委员会"},
    {int(OrgKind::committee), "committee", {"党委", "committee"}, "基层党委|委员会|乡镇党委|街道党委"},
    {int(OrgKind::community_committee),
     "community_committee",
     {"社区（村）党委", "community committee"},
     "社区党委|村党委"},
    {int(OrgKind::general_branch),
     "general_branch",
     {"党总支", "general branch"},
     "总支|总支部|社区党总支|总支部委员会"},
    {int(OrgKind::branch), "branch", {"党支部", "branch"}, "支部|支部委员会"},
    {int(OrgKind::joint_branch), "joint_branch", {"联合党支部", "joint branch"}, "联合支部"},
    {int(OrgKind::org_department), "org_department", {"组织部", "organisation department"}, "党委组织部"},
    {int(OrgKind::organ_work_committee), "organ_work_committee", {"机关工委", "work committee of organs"}, ""},
    {int(OrgKind::military_political_organ),
     "military_political_organ",
     {"部队政治机关", "political organ of the forces"},
     "政治部|政治工作部"},
    {int(OrgKind::temporary), "temporary", {"临时党组织", "temporary organisation"}, "临时党支部"},
};
constexpr CodeTable kOrgKindTable = {"org_kind", {"党组织类别", "Kind of organisation"}, kOrgKind};

constexpr CodeRow kAuthority[] = {
    {int(Authority::yes), "yes", {"有", "yes"}, "是|Y|1"},
    {int(Authority::no), "no", {"无", "no"}, "否|没有|N|0"},
    {int(Authority::unknown), "unknown", {"不明", "unknown"}, "未知|待核实"},
};
constexpr CodeTable kAuthorityTable = {
    "authority", {"审批预备党员权限", "Authority to approve probationary members"}, kAuthority};

constexpr CodeRow kOrgState[] = {
    {int(OrgState::active), "active", {"正常", "active"}, ""},
    {int(OrgState::dissolved), "dissolved", {"已撤销", "dissolved"}, "撤销"},
};
constexpr CodeTable kOrgStateTable = {"org_state", {"党组织状态", "State of an organisation"}, kOrgState};

constexpr CodeRow kDistance[] = {
    {int(Distance::same_county), "same_county", {"本县（区）", "same county"}, "本区|本县"},
    {int(Distance::same_city), "same_city", {"本市", "same city"}, ""},
    {int(Distance::same_province), "same_province", {"本省", "same province"}, "省内"},
    {int(Distance::other_province), "other_province", {"外省", "other province"}, "省外"},
    {int(Distance::military), "military", {"部队", "armed forces"}, "军队"},
};
constexpr CodeTable kDistanceTable = {"distance", {"地域", "Where it lies"}, kDistance};

constexpr CodeRow kTransferKind[] = {
    {int(TransferKind::within), "within", {"内部调整", "within"}, "内部"},
    {int(TransferKind::out), "out", {"转出", "out"}, ""},
    {int(TransferKind::in), "in", {"转入", "in"}, ""},
    {int(TransferKind::between), "between", {"本账本内转接", "between"}, ""},
    {int(TransferKind::enrol), "enrol", {"流动党员编入", "enrol"}, "流入|编入"},
    {int(TransferKind::temporary), "temporary", {"临时外出", "temporary"}, ""},
};
constexpr CodeTable kTransferKindTable = {"transfer_kind", {"转接类型", "Kind of transfer"}, kTransferKind};

constexpr CodeRow kTransferState[] = {
    {int(TransferState::opened), "opened", {"已登记", "opened"}, ""},
    {int(TransferState::approved), "approved", {"已批准", "approved"}, ""},
    {int(TransferState::sent), "sent", {"已转出", "sent"}, ""},
    {int(TransferState::expected), "expected", {"待报到", "expected"}, ""},
    {int(TransferState::presented), "presented", {"已报到", "presented"}, ""},
    {int(TransferState::verified), "verified", {"已核实", "verified"}, ""},
    {int(TransferState::received), "received", {"已接收", "received"}, ""},
    {int(TransferState::assigned), "assigned", {"已编入支部", "assigned"}, ""},
    {int(TransferState::active), "active", {"管理中", "active"}, ""},
    {int(TransferState::closed), "closed", {"已办结", "closed"}, ""},
    {int(TransferState::ended), "ended", {"已结束", "ended"}, ""},
    {int(TransferState::returned), "returned", {"已退回", "returned"}, ""},
    {int(TransferState::refused), "refused", {"已拒接", "refused"}, ""},
    {int(TransferState::withdrawn), "withdrawn", {"已撤回", "withdrawn"}, ""},
    {int(TransferState::revoked), "revoked", {"已撤销", "revoked"}, ""},
    {int(TransferState::converted), "converted", {"已转为正式转接", "converted"}, ""},
};
constexpr CodeTable kTransferStateTable = {"transfer_state", {"转接状态", "State of a transfer"}, kTransferState};

constexpr CodeRow kChannel[] = {
    {int(Channel::paper), "paper", {"纸质", "paper"}, "介绍信|线下"},
    {int(Channel::online), "online", {"网上", "online"}, "网上转接|线上|系统"},
    {int(Channel::both), "both", {"纸质和网上", "both"}, ""},
};
constexpr CodeTable kChannelTable = {"channel", {"方式", "Channel"}, kChannel};

constexpr CodeRow kWayState[] = {
    {int(WayState::under_way), "under_way", {"办理中", "under way"}, ""},
    {int(WayState::accepted), "accepted", {"已接收", "accepted"}, ""},
    {int(WayState::returned), "returned", {"已退回", "returned"}, ""},
    {int(WayState::ended), "ended", {"已终止", "ended"}, ""},
};
constexpr CodeTable kWayStateTable = {"way_state", {"进度", "Progress"}, kWayState};

constexpr CodeRow kTransferReason[] = {
    {int(TransferReason::retired_handover),
     "retired_handover",
     {"退休人员社会化管理移交", "hand-over of retired members"},
     "退休移交|退休"},
    {int(TransferReason::labour_relation_ended),
     "labour_relation_ended",
     {"解除劳动关系", "labour relation ended"},
     "下岗失业|失业"},
    {int(TransferReason::new_employer), "new_employer", {"工作单位变动", "new employer"}, "工作调动|调动|就业"},
    {int(TransferReason::moved_home), "moved_home", {"居住地变动", "moved home"}, "迁居|搬迁"},
    {int(TransferReason::settled_migrant), "settled_migrant", {"流动党员落户", "settled migrant"}, "流动转正式"},
    {int(TransferReason::boundary_change), "boundary_change", {"区划调整", "boundary change"}, ""},
    {int(TransferReason::graduated), "graduated", {"毕业", "graduated"}, "毕业生"},
    {int(TransferReason::demobilised), "demobilised", {"退役", "demobilised"}, "退伍|转业"},
    {int(TransferReason::whole_organisation), "whole_organisation", {"整建制转移", "whole organisation"}, "整建制"},
    {int(TransferReason::working_away),
     "working_away",
     {"外出务工经商", "working away"},
     "外出务工|务工经商|务工|经商|外出经商|外出工作"},
    {int(TransferReason::studying_away), "studying_away", {"外出学习", "studying away"}, "学习|求学|进修"},
    {int(TransferReason::care_or_visit),
     "care_or_visit",
     {"就医、探亲", "medical care or a family visit"},
     "就医|探亲|养病|投亲|照顾家人"},
    {int(TransferReason::other), "other", {"其他", "other"}, ""},
};
constexpr CodeTable kTransferReasonTable = {
    "transfer_reason", {"转接原因", "Reason for the transfer"}, kTransferReason};

constexpr CodeRow kLetterDirection[] = {
    {int(LetterDirection::issued_by_us), "issued_by_us", {"我方开具", "issued by us"}, ""},
    {int(LetterDirection::incoming), "incoming", {"收到", "incoming"}, ""},
    {int(LetterDirection::between), "between", {"本账本两个基层党委之间", "between two of ours"}, ""},
    {int(LetterDirection::onward), "onward", {"途中换开", "given in exchange on the way"}, ""},
};
constexpr CodeTable kLetterDirectionTable = {"letter_direction", {"方向", "Direction"}, kLetterDirection};

constexpr CodeRow kLetterKind[] = {
    {int(LetterKind::introduction), "introduction", {"党员组织关系介绍信", "introduction letter"}, "介绍信"},
    {int(LetterKind::certificate), "certificate", {"党员证明信", "membership certificate"}, "证明信"},
};
constexpr CodeTable kLetterKindTable = {"letter_kind", {"信函种类", "Kind of letter"}, kLetterKind};

constexpr CodeRow kLetterState[] = {
    {int(LetterState::issued), "issued", {"已开具", "issued"}, ""},
    {int(LetterState::used), "used", {"已使用", "used"}, ""},
    {int(LetterState::void_), "void", {"已作废", "void"}, ""},
    {int(LetterState::lost), "lost", {"已遗失", "lost"}, ""},
    {int(LetterState::replaced), "replaced", {"已补开", "replaced"}, ""},
    {int(LetterState::returned), "returned", {"已退回", "returned"}, ""},
};
constexpr CodeTable kLetterStateTable = {"letter_state", {"介绍信状态", "State of a letter"}, kLetterState};

constexpr CodeRow kNumberSource[] = {
    {int(NumberSource::pattern), "pattern", {"自行编号", "pattern"}, ""},
    {int(NumberSource::preprinted), "preprinted", {"预印编号", "preprinted"}, ""},
};
constexpr CodeTable kNumberSourceTable = {"number_source", {"编号来源", "Source of numbers"}, kNumberSource};

} // namespace

template <> const CodeTable& code_table<Ethnic>() { return kEthnicTable; }
template <> const CodeTable& code_table<Education>() { return kEducationTable; }
template <> const CodeTable& code_table<Flag>() { return kFlagTable; }
template <> const CodeTable& code_table<Sex>() { return kSexTable; }
template <> const CodeTable& code_table<DocumentType>() { return kDocumentTypeTable; }
template <> const CodeTable& code_table<Category>() { return kCategoryTable; }
template <> const CodeTable& code_table<RetiredKind>() { return kRetiredKindTable; }
template <> const CodeTable& code_table<LabourRelation>() { return kLabourRelationTable; }
template <> const CodeTable& code_table<Stage>() { return kStageTable; }
template <> const CodeTable& code_table<Standing>() { return kStandingTable; }
template <> const CodeTable& code_table<LeaveReason>() { return kLeaveReasonTable; }
template <> const CodeTable& code_table<OrgKind>() { return kOrgKindTable; }
template <> const CodeTable& code_table<Authority>() { return kAuthorityTable; }
template <> const CodeTable& code_table<OrgState>() { return kOrgStateTable; }
template <> const CodeTable& code_table<Distance>() { return kDistanceTable; }
template <> const CodeTable& code_table<TransferKind>() { return kTransferKindTable; }
template <> const CodeTable& code_table<TransferState>() { return kTransferStateTable; }
template <> const CodeTable& code_table<Channel>() { return kChannelTable; }
template <> const CodeTable& code_table<WayState>() { return kWayStateTable; }
template <> const CodeTable& code_table<TransferReason>() { return kTransferReasonTable; }
template <> const CodeTable& code_table<LetterDirection>() { return kLetterDirectionTable; }
template <> const CodeTable& code_table<LetterKind>() { return kLetterKindTable; }
template <> const CodeTable& code_table<LetterState>() { return kLetterStateTable; }
template <> const CodeTable& code_table<NumberSource>() { return kNumberSourceTable; }

std::vector<std::string> roster_ids() {
    std::vector<std::string> ids;
    for (const Standing standing : kRoster) {
        ids.emplace_back(code_id(standing));
    }
    return ids;
}

} // namespace jiezhuan
