#include "street.hpp"

namespace jiezhuan::generate {
namespace {

using enum OrgKind;
using D = Distance;
using A = Authority;

// Enterprises that hand members over, and committees with and without the authority of article 25. All places are invented.
constexpr Outside kDirectory[] = {
    {"中国共产党江南机床厂委员会", "江南机床厂党委", committee, A::yes, D::same_city, "江南市城北区机床路1号", "000210",
     "江南机床厂第一党支部"},
    {"中国共产党江南第二棉纺织厂委员会", "江南二棉党委", committee, A::yes, D::same_city, "江南市城北区纺织路58号",
     "000211", "江南二棉留守党支部"},
    {"中国共产党临江食品有限公司总支部委员会", "临江食品党总支", general_branch, A::no, D::same_county,
     "江南市临江区产业路12号", "000104", "临江食品第一党支部"},
    {"中国共产党望江电子科技有限公司支部委员会", "望江电子党支部", branch, A::no, D::same_county,
     "江南市临江区科创路6号", "000104", "望江电子党支部"},
    {"中国共产党江南市临江区春晓街道工作委员会", "春晓街道党工委", working_committee, A::yes, D::same_county,
     "江南市临江区春晓路20号", "000102", "春晓街道杏花社区第二党支部"},
    {"中国共产党江南市城北区东湖街道工作委员会", "东湖街道党工委", working_committee, A::yes, D::same_city,
     "江南市城北区东湖路99号", "000205", "东湖街道湖畔社区第一党支部"},
    {"中国共产党江南市城北区东湖街道湖畔社区委员会", "湖畔社区党委", community_committee, A::no, D::same_city,
     "江南市城北区湖畔街3号", "000205", "湖畔社区第一党支部"},
    {"中国共产党江南市安澜县柳林镇委员会", "柳林镇党委", committee, A::yes, D::same_city, "江南市安澜县柳林镇人民街1号",
     "000301", "柳林镇桃园村党支部"},
    {"中国共产党江南市直属机关工作委员会", "市直机关工委", organ_work_committee, A::yes, D::same_city,
     "江南市城中区市府路1号", "000200", "江南市档案馆党支部"},
    {"中国共产党平川市高新区科苑街道工作委员会", "科苑街道党工委", working_committee, A::yes, D::same_province,
     "平川市高新区科苑大道18号", "000401", "科苑街道星河社区第三党支部"},
    {"中国共产党平川市沙河县双桥镇双桥村委员会", "双桥村党委", community_committee, A::no, D::same_province,
     "平川市沙河县双桥镇双桥村", "000411", "双桥村第一党支部"},
    {"中国共产党平川理工职业学院委员会", "平川理工职院党委", committee, A::yes, D::same_province, "平川市学府路300号",
     "000402", "机电工程系教工党支部"},
    {"中国共产党岭北省朔阳市河西区红旗街道工作委员会", "红旗街道党工委", working_committee, A::yes, D::other_province,
     "岭北省朔阳市河西区红旗大街66号", "000601", "红旗街道槐树社区第一党支部"},
    {"中国共产党岭北省朔阳市青禾县委员会组织部", "青禾县委组织部", org_department, A::yes, D::other_province,
     "岭北省朔阳市青禾县府前街1号", "000612", "青禾县石桥镇党委"},
    {"中国共产党海东港务集团有限公司委员会", "海东港务党委", committee, A::yes, D::other_province,
     "海东省滨海市港湾路8号", "000701", "海东港务第二作业区党支部"},
    {"中国共产党岭北人才服务有限公司委员会", "岭北人才服务党委", committee, A::unknown, D::other_province,
     "岭北省朔阳市河西区创业街9号", "000602", "流动人才第五党支部"},
    {"中国人民解放军某部队政治工作部", "某部队政治工作部", military_political_organ, A::yes, D::military,
     "江南市某信箱", "000001", "某部队"},
};

} // namespace

std::span<const Outside> outside_directory() { return kDirectory; }

const Outside& outside_named(std::string_view short_name) {
    for (const Outside& outside : kDirectory) {
        if (outside.short_name == short_name) {
            return outside;
        }
    }
    throw Bug{"no outside organisation of that name"};
}

} // namespace jiezhuan::generate
